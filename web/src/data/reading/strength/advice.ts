/**
 * What the next load of an exercise needs from this phone: its sets, what they say about strength, body mass,
 * ranges,
 * and how long it and its relatives rested. `caseFor` puts the case together that `prescribe` and `nextSet`
 * (`core/rules/prescription`) answer.
 */

import {
  BODY_VERSION, type Body, type Gym, type Machine, type Settings,
} from '../../../core/values/documents'
import { keyOf } from '../../../core/rules/history/lines'
import { nextStep, type MeasuredCase, type MeasuredStep } from '../../../core/rules/measured/steps'
import { storedMeasured } from '../../../core/rules/measured/stored'
import {
  aimValue, distanceUnitOf, measuredCase, measuredMessage,
} from '../../../core/rules/measured/measured-message'
import { causeOn } from '../../../core/rules/history/marked'
import type { Began } from '../../../core/values/in-time'
import { counts, type Performed } from '../../../core/rules/history/performed'
import { usualUnit, type MassUnit } from '../../../core/rules/loads/units'
import { caseOf } from '../../../core/rules/prescription/case'
import type { Sentences } from '../../../core/rules/prescription/messages'
import type { Case, Lift, Prescription, RepRange, Wanted } from '../../../core/rules/prescription/model'
import { daysBetween } from '../../../core/values/numbers'
import { rackLoads } from '../../../core/rules/loads/rack'
import { storedCase, storedLift } from '../../../core/rules/prescription/stored'
import type { Message, TypedAim } from '../../../core/values/message'
import { AWAY_DAYS, ENGINE } from '../../../core/generated/tables'
import { dayNumber, fitOn } from '../../../core/rules/prescription/fit'
import { atOnce } from '../../../core/values/pieces'
import { beliefOfLine, toDay } from '../../../core/rules/strength/pooled'
import { bodyMass } from '../body-mass'
import { relativeDays } from '../relatives'
import { knownExercise, type KnownExercise } from '../exercise'
import { sentences } from '../sentences'
import { newId } from '../../store/ids'
import { recentOf } from './checkpoints'
import { fittedOf, pastOf, type Past } from './strength'
import { all, countedAs, edit, read, remove, settings, write } from '../../store/store'

export interface Ground extends Past {
  /** Those that the next load looks back on (`recentOf`), oldest first. */
  readonly sets: readonly Performed[]
  readonly exercise: KnownExercise
  readonly bodyMassKg: number | null
  readonly chosen: Settings
  /** Days since an exercise that trains the same was done; null where this one did not rest. */
  readonly daysAway: number | null
  readonly sentences: Sentences
}

export async function groundFor(asked: string, workoutId: string, began: Began): Promise<Ground> {
  const id = await countedAs(asked)
  const [exercise, measured, chosen, spoken] = await Promise.all([
    knownExercise(id), all('measurement'), settings(), sentences(),
  ])
  const massOn = (at: string) => bodyMass(measured)(at) ?? chosen.mass_kg ?? null
  const past = await pastOf(exercise, workoutId, began, chosen, massOn)
  return {
    exercise, ...past, sets: recentOf(past.sets, exercise.facts.splitting),
    bodyMassKg: massOn(began.start), chosen,
    daysAway: await daysAway(id, past.sets, began.start), sentences: spoken,
  }
}

/** Asked of the whole journal only where the exercise itself rested. */
async function daysAway(id: string, sets: readonly Performed[], start: string): Promise<number | null> {
  const newest = sets.filter(counts).at(-1)?.start.slice(0, 10)
  if (newest === undefined || daysBetween(newest, start) <= AWAY_DAYS) return null
  return relativeDays(id, newest, start)
}

/** Where the lifter stands, and what he means to do. */
export interface Here {
  readonly line: string
  /** The day of the workout, YYYY-MM-DD. */
  readonly on: string
  readonly wanted: Wanted | null
  readonly machine: Machine | undefined
  readonly gym: Gym | undefined
  /** Today's sets of the exercise with another setup: they speak for a setup that was never done. */
  readonly elsewhere?: readonly Performed[]
}

/** The case of a line before its first set of the workout. */
export function caseFor(before: Ground, { line, on, wanted, machine, gym, elsewhere = [] }: Here): Case {
  const ground = isNewLine(before, line) ? withToday(before, elsewhere) : before
  const { exercise, chosen } = ground
  const { facts, file } = exercise
  return caseOf(
    {
      facts, family: file?.family ?? 'other', curveK: file?.curve_k ?? null, sets: ground.sets,
      ranges: rangesOf(exercise, chosen),
      reference: chosen.reference_depth?.[line] ?? null, bodyMassKg: ground.bodyMassKg,
      cause: causeOn(chosen.marked ?? {}),
    },
    {
      line, on, unit: machine?.unit ?? gym?.unit ?? chosen.unit ?? unitOf(ground.sets), wanted,
      belief: ground.strength && beliefOfLine(toDay(ground.strength, dayNumber(on)), line),
      grid: (around, isThere) => rackLoads(
        {
          machine: machine ?? {}, gym: gym ?? {}, usualSides: file?.machine?.sides ?? null,
          meaning: facts.loadMeaning,
        },
        around, isThere,
      ),
      daysAway: ground.daysAway,
    },
  )
}

function isNewLine({ sets, exercise }: Ground, line: string): boolean {
  return !sets.some((set) => counts(set) && keyOf(set, exercise.facts.splitting) === line)
}

/** What is known after some sets of today too. */
function withToday(ground: Ground, today: readonly Performed[]): Ground {
  if (today.length === 0) return ground
  const sets = [...ground.sets, ...today]
  const fitted = fittedOf(ground.exercise, ground.chosen)
  const workouts = new Set(today.map((set) => set.workout))
  return { ...ground, sets, strength: atOnce(fitOn(ground.strength, fitted, sets, workouts)) }
}

/** The next step of a line that no repetition counts, and its sentence; null where reps or a load speak. */
export function measuredFor(
  { exercise: { facts, log }, sets, chosen }: Ground,
  asked: { line: string; on: string; wanted: Pick<Wanted, 'sets' | 'deload'> | null; unit?: MassUnit },
): { given: MeasuredCase; answer: MeasuredStep; aim: TypedAim | null; message: Message } | null {
  const given = measuredCase({ facts, log, sets, cause: causeOn(chosen.marked ?? {}) }, asked)
  if (!given) return null
  const lifted = unitOf(sets, chosen.unit)
  const units = {
    meaning: facts.loadMeaning, lifted, unit: asked.unit ?? chosen.unit ?? lifted,
    distance: distanceUnitOf(sets.filter((set) => keyOf(set, facts.splitting) === asked.line)),
  }
  const answer = nextStep(given)
  const aim = answer.aim && aimValue(answer.aim, units)
  return { given, answer, aim, message: measuredMessage(answer, units) }
}

/** The unit in which most of the last sets were lifted; without any the one chosen. */
function unitOf(sets: readonly Performed[], otherwise?: MassUnit): MassUnit {
  const units = sets.slice(-60).flatMap(({ raw, loadKg }) => {
    const unit = (raw.as_lifted ?? raw.load)?.unit
    return loadKg > 0 && unit ? [unit] : []
  })
  return units.length === 0 ? (otherwise ?? 'kg') : usualUnit(units)
}

/** What the lifter wrote down first, else the exercise's ranges. */
function rangesOf({ id, file, own }: KnownExercise, chosen: Settings): RepRange[] {
  const written = chosen.reps_by_exercise?.[id]
  if (written) return [[written[0], written[1], 1, 3]]
  if (own?.rep_range) return [[own.rep_range.low, own.rep_range.high, 1, 3]]
  return (file?.rep_ranges ?? []).map((range) =>
    [range.low, range.high, range.rir_low ?? 1, range.rir_high ?? 3])
}

/**
 * Sets without a load say nothing about loads: zero kilos are no advice where something is to be lifted.
 */
export function saysNothing({ facts }: KnownExercise, answer: Prescription): boolean {
  const isBody = ['added', 'none', 'band', 'assistance'].includes(facts.loadMeaning)
  return answer.load_kg === 0 && !isBody
}

/** An answer as it is stored: numbers, and code and values of the sentence, which reads in any language. */
export interface KeptAnswer {
  readonly answer: Prescription
  readonly message: Message
}

/** An advice document, as far as its further sets matter here. */
type Followed = Body & { after?: { id: string }[] }

/** The document that holds the case of the session at hand. */
let holder: { id: string; given: string } | null = null

/**
 * Keep an advice with everything it depends on, so that `iron why` can solve it again. One for a later set
 * goes
 * into the document that holds its case already. Returns how to remove it again, when the set is undone.
 */
export async function keepAdvice(
  given: Case, lifts: readonly Lift[], { answer, message }: KeptAnswer, set: string,
): Promise<() => Promise<void>> {
  const inputs = storedCase(given)
  const text = JSON.stringify(inputs)
  const { rule, load_kg, sets, reps_low, reps_high, rir, chance } = answer
  const row = {
    ...(lifts.length > 0 ? { done: lifts.map(storedLift) } : {}),
    rule, load_kg, sets, reps_low, reps_high, rir,
    chance, message,
  }
  if (lifts.length > 0 && holder?.given === text && (await read('advice', holder.id))) {
    const { id } = holder
    await edit('advice', id, (body: Followed) => ({
      ...body, after: [...(body.after ?? []), { id: set, ...row }],
    }))
    return () => edit('advice', id, ({ after, ...body }: Followed) => {
      const others = (after ?? []).filter((other) => other.id !== set)
      return others.length > 0 ? { ...body, after: others } : body
    })
  }
  const body = { v: BODY_VERSION, engine: ENGINE, line: given.line, on: given.on, set, inputs, ...row }
  const id = newId()
  await write('advice', id, body satisfies Body)
  holder = { id, given: text }
  return async () => {
    if (holder?.id === id) holder = null
    await remove('advice', id)
  }
}

/** What a hold, a carry or a run was advised from, and where. */
export interface MeasuredAnswer {
  readonly line: string
  /** The day of the workout, YYYY-MM-DD. */
  readonly on: string
  readonly given: MeasuredCase
  readonly answer: MeasuredStep
}

/** Keep the advice for the first hold, carry or run of a session. Returns how to remove it again. */
export async function keepMeasured(
  { line, on, given, answer }: MeasuredAnswer, message: Message, set: string,
): Promise<() => Promise<void>> {
  const { rule, sets, aim } = answer
  const body = {
    v: BODY_VERSION, engine: ENGINE, line, on, set, measured: storedMeasured(given), rule, sets, aim, message,
  }
  const id = newId()
  await write('advice', id, body satisfies Body)
  return () => remove('advice', id)
}
