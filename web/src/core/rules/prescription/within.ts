/**
 * The next set of a running workout: the same belief and the same laws, after the sets of the day. The twin
 * of
 * `iron.training.prescription.within`.
 */

import {
  BUILD_SHARE, DROP_MOST, FATIGUE_MEAN, LEAST_CHANCE, RAMP_SHARE, RECENT_DAYS, SHORT_RIR, SHORT_WIDTH,
  SILENT_RIR, SPARE_REPS, TRUSTED_RIR,
} from '../../generated/tables'
import { afterSet, fatigueShare, forToday, type LineBelief } from '../strength/belief'
import { atLeast, outlookToday, trusted, type Outlook } from './chance'
import { doubtOf } from './doubt'
import { movedMass, isOtherUnit, onBody, stepsOf, type Case, type Lift, type Prescription } from './model'
import { daysBetween, least, sixDigits } from '../../values/numbers'
import { patternSets, type PatternSets } from './pattern-sets'
import { prescribe } from './prescribe'
import { isReserveMissed, keepsReserve, lighterForReserve } from './reserve'
import { isSafe, stepLimit } from './progress'
import { shown } from '../loads/units'
import {
  askedAbout, heaviestWithin, lighterWithin, nearestLoad, settle, type Choice, type Scene,
} from './settle'
import { implied, shapeOf } from './shape'
import { cutShare } from './special'
import { rangeNear } from './target'

const SAME_LOAD = 1e-9
/** Loads around today's heaviest: down to this share of it, and so many steps above it (guesses). */
const TODAY_SHARE = 0.5
const STEPS_ABOVE = 4

/**
 * Load and reps of the next set after today's working sets on the line, in order. `given` is the case before
 * the workout: its belief and sessions know nothing of today. Without sets it is the answer of `prescribe`,
 * or
 * the first set of a day that builds up to it. A set that looks like a typing error is asked about and steers
 * nothing.
 */
export function nextSet(given: Case, lifts: readonly Lift[]): Prescription {
  const opening = prescribe(given)
  const pattern = patternSets(given, opening)
  const about = (lift: Lift) => doubtOf(given.sessions, given.k, given.on, lift)
  const believed = lifts.filter((lift) => about(lift) === null)
  const works = worksOf(given, opening, pattern, believed).map((lift) => asEffort(lift, opening.reps_low))
  const last = works.at(-1)
  const answer = last ? afterLast(given, opening, pattern, works, last) : first(given, opening, pattern)
  const doubtful = lifts.findLast((lift) => about(lift) !== null)
  if (!doubtful) return answer
  return { ...answer, question: askedAbout({ ...given, doubt: about(doubtful) }) }
}

const MEANT = { isOwn: false, isPlanned: false, rangeLow: 1 }

/**
 * The first set: of a day that builds up to its top load the lightest, else the opening itself. The sets of a
 * day with back-offs are counted whole, as they are after the first of them.
 */
function first(given: Case, opening: Prescription, pattern: PatternSets | null): Prescription {
  const [load, reps] = pattern?.sets[0] ?? []
  if (pattern === null || load === undefined || reps === undefined) return opening
  const sets = pattern.sets.length
  const rest = pattern.sets.slice(1)
  if (load === opening.load_kg) return { ...opening, sets, rest }
  const target = { ...MEANT, sets, low: reps, high: reps, rir: opening.rir }
  const answer = settle(
    { given, track: null, target, outlook: outlookToday(given), beforeKg: null },
    { reason: 'set-first', loadKg: load, values: { planned: sets, top: opening.load_kg } },
  )
  return { ...answer, rest }
}

/** The case with today's loads, and some around the heaviest where its grid ends below it. */
function withTodaysLoads(before: Case, works: readonly Lift[]): Case {
  const loads = works.map((lift) => lift.load_kg)
  const top = Math.max(...loads)
  const others = loads.filter((load) => isOtherUnit(before, load))
  const grid = [...new Set([...before.grid, ...others])].sort((a, b) => a - b)
  const given = { ...before, grid }
  const [last, end] = grid.slice(-2)
  if (onBody(given) || last === undefined || end === undefined || top <= end) return given
  const step = end - last
  const below = Math.ceil((top - Math.max(end, top * TODAY_SHARE)) / step)
  const added = Array.from({ length: below + STEPS_ABOVE + 1 }, (_, at) => shown(top + (at - below) * step))
  return { ...given, grid: [...grid, ...added.filter((load) => load > end)] }
}

function afterLast(
  before: Case, opening: Prescription, pattern: PatternSets | null, works: readonly Lift[], last: Lift,
): Prescription {
  const given = withTodaysLoads(before, works)
  const { rir } = opening
  const [low, high] = rangeToday(given, opening, last)
  const target = { ...MEANT, sets: pattern?.sets.length ?? opening.sets, low, high, rir }
  const scene: Scene = {
    given, track: null, target, outlook: todayOf(given, works, last, low), beforeKg: last.load_kg,
  }
  const answer = settle(scene, choose(scene, pattern, works, last))
  const short = answer.reps_low < low && pattern === null
  return {
    ...answer, rule: answer.rule.replace('-too-heavy', '-set-hard'),
    reps_high: short
      ? Math.max(answer.reps_low, Math.min(high, answer.reps_low + SHORT_WIDTH))
      : answer.reps_high,
    values: { ...answer.values, from: last.load_kg, done: last.reps, number: works.length + 1 },
    rest: pattern === null || works.length >= target.sets
      ? []
      : ahead(given, pattern, works, last).slice(1),
  }
}

/** Ends of the range of reps: on the first day of a line the lifter who does more of them goes on so. */
function rangeToday(given: Case, opening: Prescription, last: Lift): readonly [number, number] {
  const isNew = given.wanted === null && given.sessions.length === 0
  if (!isNew || last.reps <= opening.reps_high || last.cut) return [opening.reps_low, opening.reps_high]
  const [low, high] = rangeNear(given, last.reps, last.load_kg)
  return [low, high]
}

/** A set with the reserve that it says, or that a set which fell short must have had. */
function asEffort(lift: Lift, low: number): Lift {
  return lift.rir === null && lift.reps < low && !lift.cut ? { ...lift, rir: SHORT_RIR } : lift
}

/** What is believed about the line today, after the sets done; null without a belief. */
function todayBelief(given: Case, lifts: readonly Lift[]): LineBelief | null {
  if (given.belief === null) return null
  return lifts.reduce(
    (today, lift, position) =>
      lift.moved_kg <= 0 || lift.reps < 1 || lift.cut
        ? today
        : afterSet(today, {
          movedKg: lift.moved_kg, reps: lift.reps, rir: lift.rir, position, failed: lift.failed,
        }),
    forToday(given.belief),
  )
}

/** Today's sets without a leading ramp: light sets far from failure that nobody marked. */
function worksOf(
  given: Case, opening: Prescription, pattern: PatternSets | null, lifts: readonly Lift[],
): Lift[] {
  const works = lifts.filter((lift) => lift.moved_kg > 0)
  const first = pattern?.sets[0]?.[0] ?? opening.load_kg
  const moved = first === null ? 0 : movedMass(given, first)
  if (first === null || moved <= 0) return works
  const wanted = implied(
    {
      load_kg: first, moved_kg: moved, reps: opening.reps_low, rir: null, cut: false, failed: false,
      sure: false,
    },
    given.k,
  )
  const from = works.findIndex((lift) => !prepares(lift, given, moved, wanted))
  return from < 0 ? [] : works.slice(from)
}

function prepares(lift: Lift, given: Case, firstKg: number, wanted: number): boolean {
  const hard = lift.rir !== null && lift.rir <= TRUSTED_RIR
  const light = lift.moved_kg < BUILD_SHARE * firstKg && implied(lift, given.k) < wanted - RAMP_SHARE
  return light && !hard && !lift.cut
}

function todayOf(given: Case, works: readonly Lift[], last: Lift, low: number): Outlook {
  const belief = todayBelief(given, works)
  const fatigue = belief?.fatigue ?? FATIGUE_MEAN
  const tired = fatigueShare(works.length, null)
  const level =
    implied(trusted(last, belief?.bias ?? 0), given.k, last.failed ? 0 : SILENT_RIR) -
    (tired - fatigueShare(works.length - 1, null)) * fatigue
  // Short of the low end: the day speaks, not what was believed before it.
  if (last.reps < low && last.reps + (last.rir ?? 0) < low && !last.cut)
    return { belief: null, evidence: level, k: given.k, record: null, tired }
  return {
    belief, evidence: last.cut ? null : level, k: given.k,
    record: recordOfRepeats(given, works.length, last), tired,
  }
}

/**
 * How often the set after so many kept load and reps of the one before it: Laplace's rule of succession over
 * the sessions of the last weeks; null where none had so many sets.
 */
function recordOfRepeats(given: Case, count: number, last: Lift): Outlook['record'] {
  let [made, tried] = [0, 0]
  for (const session of given.sessions) {
    if (session.deload || session.cause !== null || daysBetween(session.day, given.on) > RECENT_DAYS) continue
    const work = shapeOf(session, given.k)?.work ?? []
    const [before, after] = [work[count - 1], work[count]]
    if (!before || !after || after.moved_kg < before.moved_kg * (1 - SAME_LOAD)) continue
    tried += 1
    if (after.reps >= before.reps) made += 1
  }
  return tried === 0 ? null : [last.moved_kg, last.reps, (made + 1) / (tried + 2)]
}

function choose(scene: Scene, pattern: PatternSets | null, works: readonly Lift[], last: Lift): Choice {
  const { given, target, outlook } = scene
  if (last.cut && stepsOf(given).length > 0) {
    const share = cutShare(outlook.belief?.cut ?? null)
    return { reason: 'set-cut', loadKg: heaviestWithin(given, last.moved_kg * (1 - share)) }
  }
  if (works.length >= target.sets) return enough(works.length, last)
  if (pattern !== null) return ofPattern(given, pattern, works, last)
  const chance = atLeast(outlook, last.moved_kg, target.low)
  if (chance !== null && chance < LEAST_CHANCE && last.reps < target.high) {
    const load = lighter(scene, last)
    if (load !== null) return { reason: last.reps < target.low ? 'set-short' : 'set-hard', loadKg: load }
  }
  if (isReserveMissed(given, [last])) {
    const load = lighterForReserve(given, outlook, last.moved_kg, DROP_MOST)
    if (load !== null)
      return { reason: 'set-reserve', loadKg: load, values: { spare: last.rir, rir: target.rir } }
  }
  const load = isEasy(scene, last) ? harder(scene, last) : null
  if (load !== null) return { reason: 'set-easy', loadKg: load, values: { spare: last.rir } }
  return { reason: 'set-same', loadKg: last.load_kg }
}

function enough(count: number, last: Lift): Choice {
  return { reason: 'set-enough', loadKg: last.load_kg, values: { count } }
}

/** The set after the one that today's last set was. */
function ofPattern(given: Case, pattern: PatternSets, works: readonly Lift[], last: Lift): Choice {
  const [next] = ahead(given, pattern, works, last)
  if (!next) return enough(works.length, last)
  const [loadKg, reps] = next
  return { reason: 'set-pattern', loadKg, low: reps, high: reps, values: { planned: pattern.sets.length } }
}

/**
 * The sets after the one that today's last set was; lighter ones in proportion to that set. Until the top
 * load was lifted, a lighter set is the next one in order: a lighter top is usual, a top left out is not.
 */
function ahead(
  given: Case, { sets }: PatternSets, works: readonly Lift[], last: Lift,
): PatternSets['sets'] {
  const start = Math.min(works.length, sets.length) - 1
  const heaviest = Math.max(...sets.map(([load]) => load))
  const top = sets.findIndex(([load]) => load === heaviest)
  const isReached = Math.max(...works.map(({ load_kg }) => load_kg)) >= heaviest - SAME_LOAD
  const end = isReached ? sets.length : Math.max(start, top) + 1
  const apart = (at: number) => sixDigits(Math.abs(movedMass(given, sets[at]?.[0] ?? 0) - last.moved_kg))
  const rest = Array.from({ length: end - start }, (_, at) => start + at)
  const place = least(rest, (at) => [apart(at), at]) ?? start
  const planned = movedMass(given, sets[place]?.[0] ?? 0)
  const ratio = last.moved_kg / planned
  const isOther = Math.abs(ratio - 1) > SAME_LOAD
  return sets.slice(place + 1).map(([load, reps]) => [
    isOther && movedMass(given, load) < Math.max(last.moved_kg, planned)
      ? nearestLoad(given, movedMass(given, load) * ratio)
      : load,
    reps,
  ])
}

/** The hardest load below that is safe again, at most a tenth less; the lightest of these where none is. */
function lighter({ given, target, outlook }: Scene, last: Lift): number | null {
  const steps = lighterWithin(given, last.moved_kg, DROP_MOST)
  const isSound = (moved: number) =>
    isSafe(outlook, moved, target.low) && keepsReserve(given, outlook, moved)
  return steps.findLast((load) => isSound(movedMass(given, load))) ?? steps[0] ?? null
}

function isEasy({ given, target }: Scene, last: Lift): boolean {
  if (last.rir === null || given.wanted?.deload) return false
  return last.reps + last.rir - target.high - target.rir >= SPARE_REPS
}

function harder({ given, target, outlook }: Scene, last: Lift): number | null {
  const now = last.moved_kg
  // Kilos are never invented for who hangs none.
  const bare = given.sessions.every((session) => session.sets.every((lift) => lift.load_kg === 0))
  if (onBody(given) && bare) return null
  const above = stepsOf(given).filter((load) => movedMass(given, load) > now * (1 + 1e-6))
  const [smallest] = above
  if (smallest === undefined) return null
  const limit = stepLimit(given, last, movedMass(given, smallest))
  const fits = (load: number) => movedMass(given, load) <= limit + 1e-9
  return (
    above.findLast((load) => fits(load) && isSafe(outlook, movedMass(given, load), target.low)) ?? null
  )
}
