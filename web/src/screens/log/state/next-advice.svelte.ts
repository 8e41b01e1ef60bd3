/**
 * The advice for the next set of the running workout: solved on this phone, again after every set, by the one
 * engine of `core/rules/prescription` (`nextSet` of a case).
 */

import {
  type DistanceUnit, type Entry, type Gym, type Machine, type Setup, type Side, type Target, type WorkoutSet,
} from '../../../core/values/documents'
import type { Draft } from '../../../core/logic/draft'
import { createHold, FINAL_MS, OPENING_MS, type Held } from '../../../core/logic/advice/hold'
import { planOf } from '../../../core/logic/routine'
import { keyOf, lineKey } from '../../../core/rules/history/lines'
import { noteOn } from '../../../core/rules/history/marked'
import { counts, fromWorkout, loadOf, movedKg } from '../../../core/rules/history/performed'
import { massKg, shown, type Load, type MassUnit } from '../../../core/rules/loads/units'
import { liftOf } from '../../../core/rules/prescription/case'
import { asSaid } from '../../../core/rules/loads/grid'
import { doubtOf } from '../../../core/rules/prescription/doubt'
import type { Case, Lift, Prescription, Wanted } from '../../../core/rules/prescription/model'
import { messageOf, questionMessage } from '../../../core/rules/prescription/telling'
import type { Message, TypedAim } from '../../../core/values/message'
import { nextSet } from '../../../core/rules/prescription/within'
import { prescribe } from '../../../core/rules/prescription/prescribe'
import { PROGRAM_RIR, unlikelyWords } from '../../../core/rules/programs/wanted'
import { NOMINAL_BODY_KG } from '../../../core/generated/tables'
import {
  caseFor, keepAdvice, keepMeasured, measuredFor, saysNothing, type Ground, type Here, type MeasuredAnswer,
} from '../../../data/reading/strength/advice'
import { openingGround } from '../../../data/reading/strength/opening'
import { ApiError, OfflineError } from '../../../data/server/api'
import { besides, live } from '../../../data/store/live.svelte'
import { exerciseFile } from '../../../data/reading/content'
import { refreshSnapshot } from '../../../data/reading/snapshot'
import { capital } from '../../../ui/text/amounts'

/** Sets and reserve where a plan gives a range and leaves them open; as the engine has them. */
const USUAL = { sets: 3, rir: 2 }

export interface Situation {
  workout: string | undefined
  start: string | undefined
  /** Zone of the start [minutes east of UTC]. */
  offset: number | undefined
  /** Past workouts are not advised. */
  open: boolean
  entry: Entry | undefined
  draft: { side: Side; setup: Setup } | undefined
  machine: Machine | undefined
  gym: Gym | undefined
  unit: MassUnit
  /** All that the numbers depend on besides the belief has been read: last time, machine, gym, settings. */
  ready: boolean
}

/** An answer with its words, in the unit of the log. */
export interface AdviceShown extends Partial<Prescription> {
  readonly sets: number
  /** Empty where there is nothing to say about the set that is next. */
  readonly sentence: string
  /** The chance of so many reps at the advised load, in words; empty where nothing is believed. */
  readonly chanceWords: (reps: number) => string
  /** Which marked days of late are left out; empty without any. */
  readonly note: string
  /** A question to the lifter: a set that looks like a typing error, or the body mass. */
  readonly asks: { readonly code: string; readonly sentence: string } | null
  /** Working sets of the lifter's usual day with back-offs or a build-up; null for straight sets. */
  readonly day: readonly { readonly load: Load; readonly reps: number }[] | null
}

export interface Advised {
  readonly advice: AdviceShown
  /** What the answer was solved from, for the stored advice; null where no repetition counts. */
  readonly solved: Solved | null
  /** The same for the first hold, carry or run of today; null elsewhere. */
  readonly measured: MeasuredAnswer | null
  /** What a hold, a carry or a run aims at; null where reps count, and after the first set of today. */
  readonly numbers: Pick<Draft, 'load' | 'duration_s' | 'distance'> | null
  /** The load as the sentence names it, in the unit of the log; null where none is advised. */
  readonly load: number | null
  readonly message: Message
  /** The sentence that asks about a load and reps far outside what is known; null for ordinary ones. */
  readonly doubt: (load: { value: number; unit: MassUnit }, reps: number) => string | null
  /** The chance of what a program asks, in words; '' where it is likely or nothing is believed. */
  readonly chanceOf: (wanted: Wanted) => string
}

interface Solved {
  readonly given: Case
  readonly answer: Prescription
  readonly performed: readonly Lift[]
}

/** The app was opened, and no log stood there yet. */
let isOpening = true

/** What is advised for the set that is next. */
export interface Advice {
  readonly value: Advised | null
  /** The numbers of the set are not final: the advice may still come in. */
  readonly isPending: boolean
  /** It came after the numbers were final, or may do so: it is told, and changes none of them. */
  readonly isLate: boolean
}

/** Nothing is trained: nothing to say. */
const NOTHING: Held<never> = { answer: null, isLate: false }

/** Call while the screen is set up. */
export function createAdvice(of: () => Situation): Advice {
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
          : openingGround(id, here, { start: since, offset: zone })
    },
    besides(() => workout),
  )

  let late = $state(0)
  const question = $derived(at.ready && exercise !== undefined ? questionOf(at) : null)
  $effect(() => {
    if (question === null) return
    const timers = [FINAL_MS, OPENING_MS].map((limit) => setTimeout(() => { late += 1 }, limit + 1))
    return () => { timers.forEach(clearTimeout) }
  })
  const hold = createHold<Advised>(isOpening ? OPENING_MS : FINAL_MS)
  isOpening = false
  const held = $derived.by(() => {
    void late
    if (exercise === undefined) return NOTHING
    const here = question !== null && ground.value?.exercise.id === exercise ? ground.value : undefined
    return hold.settle(question, () => here && advised(at, here), performance.now())
  })
  const isPending = $derived(held.answer === undefined && !held.isLate)
  let refreshed: string | undefined
  // After the numbers, which come first.
  $effect(() => {
    if (exercise === undefined || isPending || refreshed === exercise) return
    refreshed = exercise
    void exerciseFile(exercise)
    refreshSnapshot(exercise).catch((problem: unknown) => {
      // For growth, looked at later without signal, as is the guide; the advice needs nothing of them.
      if (!(problem instanceof OfflineError || problem instanceof ApiError)) throw problem
    })
  })
  return {
    get value() { return held.answer ?? null },
    get isPending() { return isPending },
    get isLate() { return held.isLate },
  }
}

/** Everything on the screen that the answer depends on. */
function questionOf({ workout, entry, draft, machine, gym, unit }: Situation): string {
  const sets = entry?.sets.map(({ note: _, order: __, ...set }) => set)
  return JSON.stringify([workout, entry?.id, entry?.exercise, sets, entry?.plan, draft, machine, gym, unit])
}

/** Null where the engine has nothing to say. */
function advised(at: Situation, ground: Ground): Advised | null {
  const { entry, draft, start, workout, unit } = at
  const { exercise } = ground
  const words = ground.sentences
  if (!entry || !draft || start === undefined || workout === undefined) return null
  const { facts } = exercise
  const line = lineKey(entry.exercise, entry.machine?.id ?? null, draft.side, draft.setup, facts.splitting)
  const measured = measuredAdvice(at, ground, entry, line)
  if (measured) return measured
  const mass = ground.bodyMassKg ?? NOMINAL_BODY_KG
  const today = fromWorkout(workout, { v: 1, start, entries: [entry] }, () => facts, mass)
    .filter((set) => set.kind === 'working' && counts(set))
  const given = sameCase(ground, {
    line, on: start.slice(0, 10), wanted: wantedOf(entry), machine: withBar(at), gym: at.gym,
    elsewhere: today.filter((set) => keyOf(set, facts.splitting) !== line),
  })
  const performed = today.filter((set) => keyOf(set, facts.splitting) === line).map(liftOf)
  const answer = nextSet(given, performed)
  if (saysNothing(exercise, answer)) return null
  const message = messageOf(given, answer, unit, words.has)
  const asked = questionMessage(given, answer, unit)
  return {
    solved: { given, answer, performed }, measured: null, numbers: null, message,
    load: answer.load_kg === null ? null : asSaid(answer.load_kg, unit, given.unit),
    advice: {
      ...answer, sentence: words.render(message),
      chanceWords: (reps) => chanceWords(words.chance, answer.chanceOf(reps), reps),
      note: noteWords(ground, given.on),
      asks: asked && { code: asked.code, sentence: words.render(asked) },
      day: dayOf({ given, answer, performed }, unit),
    },
    chanceOf: (wanted) => unlikelyWords(words, prescribe({ ...given, wanted }).chance),
    doubt: (load, reps) => {
      const loadKg = shown(massKg(load.value, load.unit))
      const moved = movedKg(loadKg, facts, entry.machine?.base_kg ?? facts.baseKg, mass)
      const lift = {
        load_kg: loadKg, moved_kg: moved ?? 0, reps, rir: null, cut: false, failed: false, sure: false,
      }
      const doubt = doubtOf(given.sessions, given.k, given.on, lift)
      const question = doubt && questionMessage({ ...given, doubt }, {
        ...answer, question: ['typed', {
          load: doubt.load_kg, reps: doubt.reps, usual_low: doubt.low_kg, usual_high: doubt.high_kg,
          count: doubt.count,
        }],
      }, unit)
      return question && words.render(question)
    },
  }
}

/** The last case of a ground: it is of the time before the workout, so the next set asks for the same one. */
const cases = new WeakMap<Ground, { readonly question: string; readonly given: Case }>()

function sameCase(ground: Ground, here: Here): Case {
  const [question, last] = [JSON.stringify(here), cases.get(ground)]
  if (last?.question === question) return last.given
  const given = caseFor(ground, here)
  cases.set(ground, { question, given })
  return given
}

function chanceWords(tell: (chance: number) => string, chance: number | null, reps: number): string {
  return chance === null ? '' : capital(`${tell(chance)} chance of ${reps} or more`)
}

function noteWords({ chosen, sentences }: Ground, on: string): string {
  const noted = noteOn(chosen.marked ?? {}, on)
  return noted ? sentences.render(noted) : ''
}

/** The sets of the day, those done before the next one and those after it; null for straight sets. */
function dayOf({ given, answer, performed }: Solved, unit: MassUnit): AdviceShown['day'] {
  if (answer.rest.length === 0 || answer.load_kg === null) return null
  const before = performed.map((lift) => [lift.load_kg, lift.reps] as const)
  return [...before, [answer.load_kg, answer.reps_low] as const, ...answer.rest].map(([kg, reps]) =>
    ({ load: { value: asSaid(kg, unit, given.unit), unit }, reps }))
}

/** A hold, a carry or a run: what the first set of today aims at. Null where reps or a load speak. */
function measuredAdvice(
  { start = '', unit, workout = '' }: Situation, ground: Ground, entry: Entry, line: string,
): Advised | null {
  const on = start.slice(0, 10)
  const { sets, deload = false } = entry.plan ?? {}
  const wanted = sets === undefined ? null : { sets: deload ? sets * 2 : sets, deload }
  const step = measuredFor(ground, { line, on, wanted, unit })
  if (!step) return null
  const { given, aim, answer, message } = step
  const { facts } = ground.exercise
  const isBegun = fromWorkout(workout, { v: 1, start, entries: [entry] }, () => facts)
    .some((set) => set.kind === 'working' && keyOf(set, facts.splitting) === line)
  return {
    solved: null, measured: isBegun || !aim ? null : { line, on, given, answer },
    message, load: null, doubt: () => null, chanceOf: () => '',
    numbers: isBegun || !aim ? null : aimedAt(aim, answer.rule),
    advice: {
      rule: answer.rule, sets: answer.sets, sentence: isBegun ? '' : ground.sentences.render(message),
      chanceWords: () => '', note: noteWords(ground, on), asks: null, day: null,
    },
  }
}

/** The far end of a step up, else what the last session ended with. */
function aimedAt({ load, duration, distance }: TypedAim, rule: string): NonNullable<Advised['numbers']> {
  // Over a distance less time is more.
  const seconds = distance && rule === 'up-measured-along' ? duration?.low : duration?.high
  return {
    ...(load ? { load: { value: load.value, unit: load.unit } } : {}),
    ...(seconds === undefined ? {} : { duration_s: seconds }),
    ...(distance ? { distance: { value: distance.high, unit: distance.unit as DistanceUnit } } : {}),
  }
}

/** The bar in the lifter's hands weighs what he said of it. */
function withBar({ machine, entry }: Situation): Machine | undefined {
  if (!entry?.bar) return machine
  const base_kg = loadOf({ id: '', order: '', load: entry.bar })
  return { v: 1, exercise: entry.exercise, name: '', ...machine, base_kg }
}

/** What the plan asks for; null without one that names reps, because then the lifter's own habit speaks. */
function wantedOf(entry: Entry): Wanted | null {
  const plan = planOf(entry)
  if (plan?.reps_low === undefined) return null
  const sets = plan.sets ?? USUAL.sets
  return {
    // The sets of a deload slot are halved already: the engine halves the full number again.
    sets: plan.deload ? sets * 2 : sets, reps_low: plan.reps_low, reps_high: plan.reps_high ?? plan.reps_low,
    rir: plan.rir ?? (entry.slot === undefined ? USUAL.rir : PROGRAM_RIR),
    deload: plan.deload ?? false, load_kg: null, rir_stated: plan.rir !== undefined,
  }
}

/**
 * What a set was meant to be: the plan's reps where there is one, whatever the day made of them. Undefined
 * where no repetition counts.
 */
export function targetOf(advised: Advised, unit: MassUnit): Target | undefined {
  if (!advised.solved) return undefined
  const { reps_low, reps_high, rir } = advised.solved.given.wanted ?? advised.solved.answer
  const load = advised.load === null ? {} : { load: { value: advised.load, unit } }
  return { ...load, reps_low, reps_high, rir }
}

/**
 * Keep the advice that a set followed, or did not: every number that was shown. Returns how to remove it
 * again.
 */
export async function keepWith(
  { solved, measured, message }: Advised, set: WorkoutSet,
): Promise<() => Promise<void>> {
  if (measured) return keepMeasured(measured, message, set.id)
  if (!solved || solved.answer.load_kg === null) return async () => undefined
  const { given, performed, answer } = solved
  return keepAdvice(given, performed, { answer, message }, set.id)
}
