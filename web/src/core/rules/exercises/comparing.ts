/**
 * Twin of `iron.knowledge.selection.comparing`: two exercises side by side, from the facts that `iron
 * build-content` wrote.
 */

export interface Band {
  readonly id: string
  readonly credit: number
  readonly low: number
  readonly high: number
}
interface Named { readonly id: string; readonly name: string }
/** What a comparison needs of `content/<id>.json`. */
export interface Facts {
  readonly id: string
  readonly name: string
  readonly equipment: string
  readonly movement: string
  readonly load_meaning: string
  readonly muscles: readonly Band[]
  readonly implements?: number
  readonly bodyweight_share?: number
  readonly unilateral?: boolean
  readonly primary?: readonly string[]
  readonly variables?: readonly Named[]
  readonly faults?: readonly Named[]
  readonly machine?: { readonly base_low?: number; readonly base_high?: number } | null
  readonly skill?: string
  readonly setup_cost?: string
}
export interface Names {
  readonly muscles: Readonly<Record<string, string>>
  readonly equipment: Readonly<Record<string, { readonly name: string; readonly kind: string }>>
}
export interface MuscleRow { muscle: string; name: string; a: Band | null; b: Band | null }
export interface Part { id: string; name: string; load: string; setup: string[]; skill: string; cost: string }
export interface Comparison {
  a: Part
  b: Part
  shared: string[]
  muscles: MuscleRow[]
  same_load: boolean
  changes: string[]
}

const LOAD_MEANS: Readonly<Record<string, string>> = {
  plates: 'the plates, without the sled or lever',
  barbell: 'bar and plates together',
  dumbbell: 'one dumbbell',
  kettlebell: 'one kettlebell, ball, plate or bag',
  stack: 'the mark on the stack',
  added: 'kilos hung on the body',
  assistance: 'kilos that help',
  band: 'what you write down for the band',
  none: 'no load',
}
const SKILL_MEANS: Readonly<Record<string, string>> = {
  little: 'little: a session', some: 'some: weeks', much: 'much: months',
}
const COST_MEANS: Readonly<Record<string, string>> = {
  little: 'little: a pin, or nothing', some: 'some: plates, a seat or a handle',
  much: 'much: a rack and plates',
}
const LEVELS = ['little', 'some', 'much']

export function compare(a: Facts, b: Facts, names: Names): Comparison {
  const rows = muscleRows(a, b, names)
  return {
    a: part(a, names), b: part(b, names), shared: shared(a, b, rows, names), muscles: rows,
    same_load: load(a) === load(b), changes: changes(a, b, rows),
  }
}

function muscleRows(a: Facts, b: Facts, names: Names): MuscleRow[] {
  const inA = new Map(a.muscles.map((muscle) => [muscle.id, muscle]))
  const inB = new Map(b.muscles.map((muscle) => [muscle.id, muscle]))
  const most = (id: string) => Math.max(inA.get(id)?.credit ?? 0, inB.get(id)?.credit ?? 0)
  const places = [[...inA.keys()], [...inB.keys()]]
  const place = (id: string) =>
    Math.min(...places.map((ids) => (ids.includes(id) ? ids.indexOf(id) : Infinity)))
  return (
    [...new Set([...inA.keys(), ...inB.keys()])]
      // Equal credits keep the order of the files, where the prime mover comes first; the same both ways
      // round.
      .sort((x, y) => most(y) - most(x) || place(x) - place(y) || (x < y ? -1 : 1))
      .map((id) => ({
        muscle: id, name: names.muscles[id] ?? id, a: inA.get(id) ?? null, b: inB.get(id) ?? null,
      }))
  )
}

function part(facts: Facts, names: Names): Part {
  return {
    id: facts.id, name: facts.name, load: load(facts), setup: setup(facts, names),
    skill: SKILL_MEANS[facts.skill ?? ''] ?? 'not said',
    cost: COST_MEANS[facts.setup_cost ?? ''] ?? 'not said',
  }
}

function load(facts: Facts): string {
  const words = LOAD_MEANS[facts.load_meaning] ?? facts.load_meaning
  const many = facts.implements ?? 1
  return many > 1 ? `${words}, ${many} of them move` : words
}

function setup(facts: Facts, names: Names): string[] {
  const sentences: string[] = []
  const equipment = names.equipment[facts.equipment]
  if (equipment) {
    sentences.push(`Needs: ${equipment.name}.`)
    if (equipment.kind === 'machine') sentences.push('A machine guides the path.')
  }
  if (facts.variables?.length) sentences.push(`To choose and record: ${listed(facts.variables)}.`)
  const { base_low: low = 0, base_high: high = 0 } = facts.machine ?? {}
  if (low < high) sentences.push(
    `The empty machine weighs ${low} to ${high} kg, a guess until you know yours.`
  )
  return sentences
}

function shared(a: Facts, b: Facts, rows: readonly MuscleRow[], names: Names): string[] {
  const sentences: string[] = []
  if (a.movement === b.movement) sentences.push(`The same movement: ${a.movement.replaceAll('_', ' ')}.`)
  const equipment = names.equipment[a.equipment]
  if (a.equipment === b.equipment && equipment)
    sentences.push(`The same equipment: ${equipment.name.toLowerCase()}.`)
  const both = rows.filter((row) => row.a?.credit && row.b?.credit)
  if (both.length) sentences.push(`Both count for ${listed(both)}.`)
  const faults = new Set((b.faults ?? []).map((fault) => fault.id))
  const same = (a.faults ?? []).filter((fault) => faults.has(fault.id))
  if (same.length) sentences.push(`The same faults to look for: ${listed(same)}.`)
  return sentences
}

function listed(things: readonly { readonly name: string }[]): string {
  return things.map((thing) => thing.name.toLowerCase()).join(', ')
}

function changes(a: Facts, b: Facts, rows: readonly MuscleRow[]): string[] {
  const sentences: string[] = []
  for (const [words, sure, sign] of [
    ['More', true, 1], ['Less', true, -1], ['Perhaps more', false, 1], ['Perhaps less', false, -1],
  ] as const) {
    const changed = rows.filter((row) => {
      const moved = movedOf(row)
      return moved.sign === sign && moved.sure === sure
    })
    if (changed.length) sentences.push(`${words} for ${listed(changed)}.`)
  }
  for (const [what, was = '', now = ''] of [
    ['skill', a.skill, b.skill], ['time to set up', a.setup_cost, b.setup_cost],
  ] as const) {
    const step = LEVELS.indexOf(now) - LEVELS.indexOf(was)
    if (LEVELS.includes(was) && LEVELS.includes(now) && step !== 0) {
      sentences.push(
        `It asks for ${step > 0 ? 'more' : 'less'} ${what}, ${now} instead of ${was}: our opinion.`
      )
    }
  }
  if (load(a) !== load(b)) sentences.push(
    `The number means something else: ${load(b)} instead of ${load(a)}.`
  )
  if (a.id !== b.id)
    sentences.push(
      'It is a line of its own: loads do not carry over, so begin light and let the first sets tell.'
    )
  const [before, after] = [(a.bodyweight_share ?? 0) * 100, (b.bodyweight_share ?? 0) * 100]
  if (before !== after) {
    sentences.push(
      `You lift ${after > before ? 'more' : 'less'} of your own body: about ${after.toFixed(0)} % instead ` +
        `of ${before.toFixed(0)} %.`,
    )
  }
  if ((a.unilateral ?? false) !== (b.unilateral ?? false)) {
    sentences.push(b.unilateral ? 'A set is one side by nature.' : 'A set is both sides at once.')
  }
  return sentences
}

const NOTHING: Band = { id: '', credit: 0, low: 0, high: 0 }

/** Direction of a muscle's credit, and whether the bands leave no doubt: they do not overlap. */
function movedOf(row: MuscleRow): { sign: number; sure: boolean } {
  const a = row.a ?? NOTHING
  const b = row.b ?? NOTHING
  if (b.credit === a.credit) return { sign: 0, sure: false }
  return b.credit > a.credit ? { sign: 1, sure: b.low > a.high } : { sign: -1, sure: b.high < a.low }
}
