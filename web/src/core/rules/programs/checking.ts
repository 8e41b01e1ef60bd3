/**
 * The checker of programs of format 2: everything that makes one impossible to train by, with its key path
 * and what to do. The same as `src/iron/training/programs/checks/checking.py`; cases:
 * `spec/program-checks.json`.
 */
import { countOf, slotId } from './compiling'
import { fights } from './fights'
import { FORMAT } from './model'
import { lineOf, positions } from './positions'
import { ruleProblems } from './rule-checks'
import { isTable, problemsOfShape, type Problem, type Table } from './shape'
import { plansOf, rows, text, texts, whole, wholes } from './table-values'

const MOST_WEEKS = 520 // ten years: beyond that nobody runs one text
const MOST_SETS = 30
const MOST_SETS_A_DAY = 80
const LEAST_EVERY_S = 10 // from the start of one set of an EMOM to the next; less is no set
const PLANS = ['sets', 'scheme', 'weeks', 'stages']
const NOTHING = '-'

/** Every problem of a text's program with its line and a sentence that begins with line and key. */
export interface CheckSentence {
  readonly line: number
  readonly where: string
  readonly sentence: string
}

type Known = (exercise: string) => boolean
type Lifts = ReadonlyMap<string, Table>

/** Everything that is wrong with a program, in the order of its parts; empty when nothing is. */
export function problemsOf(body: Table, known: Known): Problem[] {
  const newer = body['format']
  if (typeof newer === 'number' && Number.isInteger(newer) && newer > FORMAT)
    return [{
      where: 'format',
      sentence: `${newer} is newer than what this Iron reads, which is ${FORMAT}: update Iron.`,
    }]
  const shape = problemsOfShape(body)
  if (shape.length > 0) return shape
  const lifts: Lifts = new Map(rows(body['lifts']).map((row) => [text(row['id']), row]))
  const problems = [
    ...lengthProblems(body),
    ...liftProblems(body, known),
    ...limitProblems(body),
    ...schemeProblems(body, lifts),
    ...dayProblems(body, lifts, known),
  ]
  return problems.length > 0 ? problems : [...ruleProblems(body, lifts), ...fights(body)]
}

export function sentencesOf(source: string, body: Table, known: Known): CheckSentence[] {
  const problems = problemsOf(body, known)
  const lines = problems.length > 0 ? positions(source) : new Map<string, number>()
  return problems.map(({ where, sentence }) => {
    const key =
      where
        .replace(/\[\d+\]$/, '')
        .split('.')
        .at(-1) ?? ''
    const line = lineOf(lines, where)
    const rest = sentence.startsWith(`${key}: `) ? sentence.slice(key.length + 2) : sentence
    return { line, where, sentence: `Line ${line}, ${key}: ${rest}` }
  })
}

function lengthProblems(body: Table): Problem[] {
  const [weeks, cycles] = [whole(body['weeks'], 1), whole(body['cycles'], 1)]
  const problems: Problem[] = []
  if (weeks * cycles > MOST_WEEKS) {
    const most = Math.floor(MOST_WEEKS / weeks)
    const sentence = `${cycles} rounds of ${weeks} weeks never end for a lifter: write at most ${most} ` +
      '(ten years).'
    problems.push({ where: 'cycles', sentence })
  }
  const days = rows(body['days'])
  for (let week = 1; week <= weeks; week += 1) {
    if (days.some((day) => day['weeks'] === undefined || wholes(day['weeks']).includes(week))) continue
    const sentence = `Week ${week} has no day: add ${week} to the weeks of a day, or write fewer weeks.`
    problems.push({ where: 'weeks', sentence })
  }
  const seen = new Set<string>()
  for (const [at, day] of days.entries()) {
    const every = Array.from({ length: weeks }, (_, index) => index + 1)
    for (const week of day['weeks'] === undefined ? every : wholes(day['weeks'])) {
      const name = text(day['name'])
      if (week > weeks) {
        problems.push({
          where: `days[${at}].weeks`,
          sentence: `The program has ${weeks} weeks, so there is no week ${week}.`,
        })
      } else if (seen.has(`${week}|${name}`)) {
        problems.push({
          where: `days[${at}].name`,
          sentence: `Week ${week} has two days “${name}”: give each its own name.`,
        })
      }
      seen.add(`${week}|${name}`)
    }
    const sentence = weekdayProblem(day, body['schedule'] === 'weekdays')
    if (sentence !== '') problems.push({ where: `days[${at}].weekday`, sentence })
  }
  return problems
}

function weekdayProblem(day: Table, isOnWeekdays: boolean): string {
  if (isOnWeekdays === 'weekday' in day) return ''
  return isOnWeekdays
    ? 'A program on weekdays needs weekday, 0 (Monday) to 6, in every day.'
    : 'A weekday needs schedule = "weekdays" at the top, with a weekday in every day: add it.'
}

function liftProblems(body: Table, known: Known): Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const [at, row] of rows(body['lifts']).entries()) {
    const where = `lifts[${at}]`
    const id = text(row['id'])
    if (seen.has(id))
      problems.push({ where: `${where}.id`, sentence: `There are two lifts “${id}”: give each its own id.` })
    seen.add(id)
    if ('exercise' in row === 'ladder' in row) {
      const sentence = 'A lift needs either exercise or ladder (easiest exercise first).'
      problems.push({ where: `${where}.exercise`, sentence })
    }
    problems.push(...nameProblems(row, where, known))
    if ('keeps' in row) continue
    for (const key of ['ask', 'take', 'start']) {
      if (!(key in row)) continue
      const sentence = `${key} needs keeps, the number that the lift remembers: training max, 1rm or load.`
      problems.push({ where: `${where}.${key}`, sentence })
    }
  }
  return problems
}

function limitProblems(body: Table): Problem[] {
  const muscles = new Set(rows(body['lifts']).map((row) => row['muscle']))
  const limits = isTable(body['muscle_limits']) ? Object.keys(body['muscle_limits']) : []
  return limits.filter((muscle) => !muscles.has(muscle)).map((muscle) => ({
    where: `muscle_limits.${muscle}`,
    sentence: `No lift has muscle = “${muscle}”, so this limits nothing: write it into a lift, or take it ` +
      'out.',
  }))
}

function nameProblems(row: Table, where: string, known: Known): Problem[] {
  const named: [string, string][] = 'exercise' in row ? [['exercise', text(row['exercise'])]] : []
  for (const key of ['ladder', 'alternatives']) {
    for (const [at, name] of texts(row[key]).entries()) named.push([`${key}[${at}]`, name])
  }
  const isSame = (key: string, name: string) => key.startsWith('alternatives') && name === row['exercise']
  return named.flatMap(([key, name]) => [
    ...(isSame(key, name)
      ? [
          {
            where: `${where}.${key}`,
            sentence: `“${name}” is the exercise itself: take it out of alternatives.`,
          },
        ]
      : []),
    ...(known(name)
      ? []
      : [
          {
            where: `${where}.${key}`,
            sentence: `There is no exercise “${name}”: use the id in its address in the library, or of ` +
              'your own exercise.',
          },
        ]),
  ])
}

function schemeProblems(body: Table, lifts: Lifts): Problem[] {
  return Object.entries(isTable(body['schemes']) ? body['schemes'] : {}).flatMap(([name, sets]) => [
    ...(name === NOTHING
      ? [
          {
            where: `schemes.${name}`,
            sentence: '“-” means a week without this slot: give the scheme another name.',
          },
        ]
      : []),
    ...setProblems(rows(sets), `schemes.${name}`, lifts),
  ])
}

function dayProblems(body: Table, lifts: Lifts, known: Known): Problem[] {
  const problems: Problem[] = []
  const stages = new Map<string, number>()
  for (const [at, day] of rows(body['days']).entries()) {
    const seen = new Set<string>()
    let total = 0
    for (const [place, slot] of rows(day['slots']).entries()) {
      const where = `days[${at}].slots[${place}]`
      problems.push(...slotProblems(slot, where, body, lifts, known))
      const id = slotId(slot)
      if (seen.has(id)) {
        problems.push({
          where: `${where}.id`,
          sentence: `The day has two slots “${id}”: give one of them its own id.`,
        })
      }
      seen.add(id)
      total += Math.max(0, ...plansOf(slot, body).map(countOfAll))
      if (!('stages' in slot)) continue
      const lift = text(slot['lift']) || id
      const count = texts(slot['stages']).length
      if ((stages.get(lift) ?? count) !== count) {
        problems.push({
          where: `${where}.stages`,
          sentence: `All slots of “${lift}” need the same number of stages.`,
        })
      }
      stages.set(lift, stages.get(lift) ?? count)
    }
    if (total <= MOST_SETS_A_DAY) continue
    const sentence = `The day has ${total} sets: nobody does more than ${MOST_SETS_A_DAY}. Take some out.`
    problems.push({ where: `days[${at}].slots`, sentence })
  }
  return problems
}

function slotProblems(slot: Table, where: string, body: Table, lifts: Lifts, known: Known): Problem[] {
  const problems: Problem[] = []
  const lift = text(slot['lift'])
  if ('lift' in slot && !lifts.has(lift)) {
    problems.push({ where: `${where}.lift`, sentence: `There is no lift “${lift}”: add it under [[lifts]].` })
  }
  if (!('lift' in slot) && !('exercise' in slot)) {
    problems.push({ where: `${where}.lift`, sentence: 'A slot needs lift (one of [[lifts]]) or exercise.' })
  }
  problems.push(...nameProblems(slot, where, known))
  if ('rotate' in slot && 'setups' in slot) {
    const sentence = 'rotate turns the feet, setups what you write: write one of them.'
    problems.push({ where: `${where}.rotate`, sentence })
  }
  const [key, ...more] = PLANS.filter((name) => name in slot)
  if (key === undefined || more.length > 0) {
    problems.push({
      where: `${where}.sets`,
      sentence: 'A slot needs exactly one of sets, scheme, weeks and stages.',
    })
    return problems
  }
  if (key === 'sets') problems.push(...setProblems(rows(slot['sets']), `${where}.sets`, lifts))
  const schemes = isTable(body['schemes']) ? body['schemes'] : {}
  const names = key === 'scheme' ? [text(slot['scheme'])] : key === 'sets' ? [] : texts(slot[key])
  for (const [at, name] of names.entries()) {
    if (name in schemes || (key === 'weeks' && name === NOTHING)) continue
    const place = key === 'scheme' ? `${where}.${key}` : `${where}.${key}[${at}]`
    problems.push({ where: place, sentence: `There is no scheme “${name}”: add it under [schemes].` })
  }
  const weeks = whole(body['weeks'], 1)
  if (key === 'weeks' && names.length !== weeks) {
    const sentence = `The program has ${weeks} weeks, this list has ${names.length}: name one scheme for ` +
      'each, “-” for none.'
    problems.push({ where: `${where}.weeks`, sentence })
  }
  for (const plan of plansOf(slot, body)) problems.push(...loadProblems(plan, slot, where, key, lifts))
  return problems
}

const countOfAll = (sets: readonly Table[]): number => sets.reduce((sum, row) => sum + countOf(row), 0)

function setProblems(sets: readonly Table[], where: string, lifts: Lifts): Problem[] {
  const problems: Problem[] = []
  if (countOfAll(sets) > MOST_SETS) {
    problems.push({ where, sentence: `There are ${countOfAll(sets)} sets: a slot has at most ${MOST_SETS}.` })
  }
  let before = 0
  for (const [at, row] of sets.entries()) {
    const here = `${where}[${at}]`
    if ('reps' in row === 'seconds' in row) {
      problems.push({ where: `${here}.reps`, sentence: 'A set needs either reps or seconds.' })
    }
    const loads = ['percent', 'load', 'kg'].filter((key) => key in row || (key === 'kg' && 'lb' in row))
    if (loads.length > 1) {
      problems.push({
        where: `${here}.${loads[1]}`,
        sentence: 'A set has one load: percent, kg and lb, or load.',
      })
    }
    if ('rir' in row && 'rpe' in row) {
      problems.push({ where: `${here}.rpe`, sentence: 'RPE 8 and RIR 2 say the same: write one of them.' })
    }
    const low = Array.isArray(row['reps']) ? (row['reps'] as number[])[0] : row['reps']
    if ('cap' in row && (row['amrap'] !== true || whole(row['cap'], 0) < whole(low, 1))) {
      const sentence = 'cap ends an AMRAP set: write amrap = true and a cap of at least reps.'
      problems.push({ where: `${here}.cap`, sentence })
    }
    if ('of' in row) problems.push(...ofProblems(text(row['of']), here, before, lifts))
    problems.push(...emomProblems(row, here))
    if (row['kind'] !== 'warm-up') before += countOf(row)
  }
  return problems
}

function emomProblems(row: Table, where: string): Problem[] {
  const minutes = typeof row['minutes'] === 'number' ? row['minutes'] : null
  if (row['kind'] !== 'emom') {
    const sentence = 'minutes are those of an EMOM: add kind = "emom", or take them out.'
    return minutes === null ? [] : [{ where: `${where}.minutes`, sentence }]
  }
  const problems: Problem[] = []
  if ('rest' in row) {
    const sentence = 'An EMOM rests for what is left of the minute: take rest out.'
    problems.push({ where: `${where}.rest`, sentence })
  }
  const each = (60 * (minutes ?? 1)) / countOf(row)
  if (minutes !== null && each < LEAST_EVERY_S) {
    const sentence = `${countOf(row)} sets in ${minutes} minutes begin every ${each.toFixed(0)} seconds: ` +
      'write more minutes or fewer sets.'
    problems.push({ where: `${where}.minutes`, sentence })
  }
  return problems
}

function ofProblems(name: string, where: string, before: number, lifts: Lifts): Problem[] {
  const set = /^set (\d+)$/.exec(name)
  if (set) {
    if (Number(set[1]) >= 1 && Number(set[1]) <= before) return []
    return [
      {
        where: `${where}.of`,
        sentence: `A percentage of nothing: ${name} is not an earlier set of this slot.`,
      },
    ]
  }
  const lift = lifts.get(name)
  if (!lift)
    return [
      { where: `${where}.of`, sentence: `A percentage of nothing: “${name}” is neither a lift nor “set 1”.` },
    ]
  if ('keeps' in lift) return []
  const sentence = `A percentage of nothing: the lift “${name}” keeps no number. Give it keeps.`
  return [{ where: `${where}.of`, sentence }]
}

function loadProblems(
  sets: readonly Table[],
  slot: Table,
  where: string,
  key: string,
  lifts: Lifts,
): Problem[] {
  if ('keeps' in (lifts.get(text(slot['lift'])) ?? {})) return []
  return sets.flatMap((row, at) =>
    'of' in row
      ? []
      : ['percent', 'plus']
          .filter((name) => name in row)
          .map((name) => ({
            where: key === 'sets' ? `${where}.sets[${at}].${name}` : `${where}.${key}`,
            sentence: `A percentage of nothing: “${slotId(slot)}” has no lift that keeps a training max, ` +
              '1rm or load.',
          })),
  )
}
