/**
 * Volume: what a week of sets counts. The twin of `src/iron/training/history/volume.py`.
 *
 * A hard set ends at 4 reps in reserve or less, or at an unknown effort; warm-ups are out. Direct work counts
 * 1, indirect the exercise's credit, each with its band. Cases: `spec/volume.json`.
 */
import { FEET_MOVE, HARD_RIR, HIP_MUSCLES, ONE_SIDE_COUNTS, PRESSES } from '../../generated/tables'
import { inTime } from './lines'
import { counts, type Credit, type Facts, type Performed } from './performed'
import { shown } from '../loads/units'

export type WeekStart = 'monday' | 'saturday' | 'sunday'

const FIRST_WEEKDAY: Readonly<Record<WeekStart, number>> = { monday: 1, saturday: 6, sunday: 0 }
const DAY_MS = 86_400_000
/** Fractional sets of one muscle in one week, with the band of its credits. */
export interface MuscleWeek {
  readonly muscle: string
  readonly week: string
  readonly sets: number
  readonly low: number
  readonly high: number
  readonly most_in_session: number
}

/**
 * The first day of the week in which a day lies; days are `YYYY-MM-DD`. A start of the week that a newer Iron
 * knows counts as Monday.
 */
export function weekOf(day: string, weekStart: WeekStart = 'monday'): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  const firstWeekday = (FIRST_WEEKDAY as Partial<typeof FIRST_WEEKDAY>)[weekStart] ?? FIRST_WEEKDAY.monday
  const back = (new Date(at).getUTCDay() - firstWeekday + 7) % 7
  return new Date(at - back * DAY_MS).toISOString().slice(0, 10)
}

/** Whether a set counts for growth: no warm-up, something done, RIR at most 4 or unknown. */
function isHard(set: Performed): boolean {
  const performed = set.reps === undefined ? (set.raw.duration_s ?? 0) > 0 : set.reps > 0
  return set.kind !== 'warm-up' && performed && (set.rir === undefined || set.rir <= HARD_RIR)
}

/** How many hard sets a set is: 1, a half for one side, 0 when it is not hard. */
export function setCount(set: Performed): number {
  if (!isHard(set)) return 0
  return set.side === 'both' ? 1 : ONE_SIDE_COUNTS
}

/**
 * The credit of a muscle for a set, moved inside its band by where the feet stood on a leg press; the band
 * never moves.
 */
export function creditOf(set: Pick<Performed, 'exercise' | 'setup'>, credit: Credit): number {
  if (!PRESSES.includes(set.exercise) || !HIP_MUSCLES.includes(credit.id)) return credit.credit
  const feet = set.setup['foot_height']
  const end = feet === 'high' ? credit.high : feet === 'low' ? credit.low : credit.credit
  return credit.credit + FEET_MOVE * (end - credit.credit)
}

/**
 * Counted load × implements × reps, summed over all sets but warm-ups [kg]; assistance and flagged sets count
 * nothing.
 */
export function volumeLoadKg(sets: Iterable<Performed>, factsOf: (exercise: string) => Facts): number {
  let total = 0
  for (const set of sets) {
    const facts = factsOf(set.exercise)
    if (counts(set) && facts.loadMeaning !== 'assistance')
      total += set.loadKg * facts.implements * (set.reps ?? 0)
  }
  return shown(total)
}

/** Fractional sets for each week and muscle, by week, then muscle id. */
export function muscleWeeks(
  sets: Iterable<Performed>, factsOf: (exercise: string) => Facts, weekStart: WeekStart = 'monday',
): MuscleWeek[] {
  const sums = new Map<string, { sets: number; low: number; high: number; sessions: Map<string, number> }>()
  for (const set of inTime(sets)) {
    const count = setCount(set)
    if (count === 0) continue
    for (const credit of factsOf(set.exercise).muscles) {
      const key = `${weekOf(set.start.slice(0, 10), weekStart)}|${credit.id}`
      const sum = sums.get(key) ?? { sets: 0, low: 0, high: 0, sessions: new Map<string, number>() }
      const share = count * creditOf(set, credit)
      sum.sets += share
      sum.low += count * credit.low
      sum.high += count * credit.high
      sum.sessions.set(set.workout, (sum.sessions.get(set.workout) ?? 0) + share)
      sums.set(key, sum)
    }
  }
  return [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sum]) => ({
      muscle: key.slice(11),
      week: key.slice(0, 10),
      sets: shown(sum.sets),
      low: shown(sum.low),
      high: shown(sum.high),
      most_in_session: shown(Math.max(...sum.sessions.values())),
    }))
}
