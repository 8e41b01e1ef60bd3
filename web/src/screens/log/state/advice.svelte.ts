/** The advice for the next set of the running workout: solved on this phone, again after every set. */

import {
  kindOf, type Entry, type Setup, type Side, type Target, type WorkoutSet,
} from '../../../core/values/documents'
import type { Draft } from '../../../core/logic/draft'
import { advise } from '../../../core/rules/strength/engine-advice'
import { ask, didOf, usualWanted, type Wanted } from '../../../core/rules/strength/engine-ask'
import { nextSet } from '../../../core/rules/strength/engine-next'
import type { Advice, Did, Question } from '../../../core/rules/strength/engine-question'
import { keyOf, lineKey, parseKey } from '../../../core/rules/history/lines'
import { fromWorkout, uncountedKg } from '../../../core/rules/history/performed'
import { loadable, type Rack } from '../../../core/rules/loads/plates'
import { planOf } from '../../../core/logic/routine'
import { massIn, massKg, shown, type MassUnit } from '../../../core/rules/loads/units'
import { groundFor, keepAdvice, type Ground } from '../../../data/reading/advice'
import { ApiError, OfflineError } from '../../../data/server/api'
import { besides, live } from '../../../data/store/live.svelte'
import { refreshSnapshot } from '../../../data/reading/snapshot'

/** Marks of stacks and dumbbells that nobody entered: a guess. */
const STEP: Readonly<Record<MassUnit, number>> = { kg: 2.5, lb: 5 }

/** Ways of counting that are no kilos which advice could change. */
const NO_KILOS: ReadonlySet<string> = new Set(['none', 'band'])

export interface Situation {
  workout: string | undefined
  start: string | undefined
  /** Zone of the start [minutes east of UTC]. */
  offset: number | undefined
  /** Past workouts are not advised. */
  open: boolean
  entry: Entry | undefined
  draft: { side: Side; setup: Setup } | undefined
  rack: Rack | null
  unit: MassUnit
  last: readonly WorkoutSet[]
}

export interface Advised { advice: Advice; question: Question; done: readonly Did[] }

/** Call while the screen is set up. */
export function createAdvice(of: () => Situation): { readonly value: Advised | null } {
  const at = $derived(of())
  const exercise = $derived(at.open ? at.entry?.exercise : undefined)
  const workout = $derived(at.workout)
  const start = $derived(at.start)
  const offset = $derived(at.offset)
  const ground = live(
    () => {
      const [id, here, since, zone] = [exercise, workout, start, offset]
      return async () =>
        id === undefined || here === undefined || since === undefined
          ? null
          : groundFor(id, here, { start: since, offset: zone })
    },
    besides(() => workout),
  )

  $effect(() => {
    if (exercise === undefined) return
    refreshSnapshot(exercise).catch((problem: unknown) => {
      // Without signal the last snapshot serves; without any, double progression on what was done.
      if (!(problem instanceof OfflineError || problem instanceof ApiError)) throw problem
    })
  })

  const value = $derived(ground.value ? advised(at, ground.value) : null)
  return { get value() { return value } }
}

function advised(at: Situation, ground: Ground): Advised | null {
  const { entry, draft, start, workout } = at
  const { exercise } = ground
  if (!entry || !draft || start === undefined || workout === undefined || entry.exercise !== exercise.id)
    return null
  if (!exercise.log.includes('load') || !exercise.log.includes('reps')) return null
  const { facts } = exercise
  const hangs = facts.bodyShare > 0 || facts.loadMeaning === 'added' || facts.loadMeaning === 'assistance'
  if (NO_KILOS.has(facts.loadMeaning) || (hangs && ground.bodyMassKg === null)) return null
  const line = lineKey(
    entry.exercise, entry.machine?.id ?? null, draft.side, draft.setup, exercise.facts.splitting,
  )
  const on = start.slice(0, 10)
  // The engine counts by days: a second workout of the same day has no earlier one to go on from, and would
  // be told "first time".
  const again = ground.sets.some(
    (set) =>
      set.workout !== workout &&
      set.kind === 'working' &&
      set.start.slice(0, 10) === on &&
      keyOf(set, exercise.facts.splitting) === line,
  )
  if (again) return null
  const told = beliefOn(ground, line)
  const question = ask({
    facts: exercise.facts, family: exercise.file?.family ?? '', line, on, sets: ground.sets,
    wanted: wantedOf(entry, exercise.file?.rep_ranges ?? [], at.last),
    baseKg: uncountedKg(exercise.facts, entry.machine?.base_kg), bodyMassKg: ground.bodyMassKg,
    grid: (low, high) => gridOf(at, ground, low, high), belief: told.belief, beliefOn: told.on,
    reference: ground.references[line] ?? null,
  })
  const today = fromWorkout(
    workout, { v: 1, start, entries: [entry] }, () => exercise.facts, ground.bodyMassKg,
  )
  const done = today
    .filter(
      (set) => set.kind === 'working' && (set.reps ?? 0) > 0 && keyOf(set, exercise.facts.splitting) === line,
    )
    .map(didOf)
  const advice = done.length > 0 ? nextSet(question, done) : advise(question)
  // Sets without a load say nothing about loads: zero kilos are no advice where something is to be lifted.
  return advice.load_kg === 0 && !hangs ? null : { question, done, advice }
}

function beliefOn(ground: Ground, line: string): { belief: Question['belief']; on: string } {
  const known = ground.beliefs[line]
  if (known) return known
  const machine = parseKey(line).machine
  const seen = Object.keys(ground.beliefs).some((key) => parseKey(key).machine === machine)
  return {
    belief: (seen ? ground.unseen?.newSetup : ground.unseen?.newMachine) ?? null, on: ground.unseen?.on ?? '',
  }
}

function wantedOf(
  entry: Entry, ranges: readonly { low: number; high: number; rir_high?: number }[],
  last: readonly WorkoutSet[],
): Wanted {
  const usual = usualWanted(ranges, last.filter((set) => kindOf(set) === 'working'))
  const plan = planOf(entry)
  const sets = plan?.sets ?? usual.sets
  return {
    // The sets of a deload slot are halved already: the engine halves the full number again.
    sets: plan?.deload ? sets * 2 : sets, reps_low: plan?.reps_low ?? usual.reps_low,
    reps_high: plan?.reps_high ?? usual.reps_high,
    rir: plan?.rir ?? usual.rir, deload: plan?.deload ?? false,
  }
}

function gridOf({ rack, unit }: Situation, ground: Ground, low: number, high: number): number[] {
  const [from, to] = [massIn(low, unit), massIn(high, unit)]
  if (rack) return loadable(rack, from, to).map((value) => shown(massKg(value, unit)))
  // Marks of a stack that nobody entered: even steps, and what was used before.
  const used = ground.sets.map((set) => set.loadKg).filter((load) => low <= load && load <= high)
  const even = evenly(STEP[unit], from, to).map((value) => shown(massKg(value, unit)))
  return [...new Set([...even, ...used])].sort((a, b) => a - b)
}

function evenly(step: number, low: number, high: number): number[] {
  const first = Math.floor(Math.max(0, low) / step)
  return Array.from(
    { length: Math.max(1, Math.floor(high / step) - first + 1) }, (_, i) => (first + i) * step,
  )
}

/** The draft with the advised load; reps stay as last time where they lie in the range. */
export function withAdvice(draft: Draft, advised: Advised | null, unit: MassUnit): Draft {
  const advice = advised?.advice
  if (!advice || advice.load_kg === null || draft.kind !== 'working') return draft
  const value = shown(massIn(advice.load_kg, unit))
  const before = draft.load && shown(massIn(massKg(draft.load.value, draft.load.unit), unit))
  const { reps_low: low, reps_high: high } = advice
  const reps =
    before !== undefined && value > before
      ? low
      : Math.min(high, Math.max(low, Math.floor(draft.reps ?? low)))
  const { failure: _, ...rest } = draft
  return { ...rest, reps, load: before === value && draft.load ? draft.load : { value, unit } }
}

/** What a set was meant to be. */
export function targetOf(advised: Advised, unit: MassUnit): Target {
  const { load_kg, reps_low, reps_high, rir } = advised.advice
  return {
    ...(load_kg === null ? {} : { load: { value: shown(massIn(load_kg, unit)), unit } }), reps_low, reps_high,
    rir,
  }
}

/**
 * Keep the advice that a set followed, or did not: every number that was shown. Returns how to remove it
 * again.
 */
export async function keepWith(advised: Advised, set: WorkoutSet): Promise<() => Promise<void>> {
  const { advice, done, question } = advised
  if (advice.load_kg === null) return async () => undefined
  return keepAdvice(question, done, advice, set.id)
}

/** “8 of 10 chance of 10 or more”; nothing where nothing is believed. */
export function chanceWords(advice: Advice): string {
  if (advice.chance === null) return ''
  const tenth = Math.round(advice.chance * 10)
  const said = tenth >= 10 ? 'Over 9 of 10' : tenth < 1 ? 'Under 1 of 10' : `${tenth} of 10`
  return `${said} chance of ${advice.reps_low} or more`
}
