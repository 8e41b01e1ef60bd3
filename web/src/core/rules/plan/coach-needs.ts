/**
 * What a coach should look at in a log that is shared with him. The twin of
 * `iron.training.plan.coach_needs`; cases: `spec/needs.json`. Who calls it reads the documents, and finds
 * stalls, records and the dates of programs by the rules of the lifter's own screens.
 */

import { COACH_DAYS, MISSED_DAYS } from '../../generated/tables'
import type { Comment, Workout } from '../../values/documents'
import { isAfter } from '../../values/moments'
import { addDays } from '../../values/numbers'
import type { Block } from './block'
import { comingDays, isCurrent, isPaused, pastDaysOf, plannedWork } from './next-day'

/** What a coach can read of a log. */
export interface Seen {
  /** The coach's day. */
  today: string
  /** Id of the coach's account; null for a link. */
  account: string | null
  /** Who does not see the training did not miss what is not seen. */
  sees_training: boolean
  workouts: readonly Workout[]
  blocks: readonly (readonly [id: string, body: Block])[]
  /** Sessions that are still to be done, of running programs on weekdays. */
  sessions: readonly { day: string; date: string }[]
  /** In the order of their ids. */
  comments: readonly Comment[]
  /** The stall that has the most to gain. */
  stall: Needs['stall']
  records: readonly { exercise: string; name: string; date: string }[]
}

/** What needs a look. */
export interface Needs {
  /** Days since the last workout, at least 0; null where there is none. */
  days: number | null
  /** A training week or more without a workout, and no planned day that was missed. */
  is_away: boolean
  /** The newest planned day of the last six that was not done. */
  missed: { day: string; date: string } | null
  /** The plan is paused for pain since a day. */
  pain_since: string | null
  stall: { exercise: string; name: string; sentence: string } | null
  /**
   * Answers of the lifter that are newer than the coach's last word on the same workout, the one that waits
   * longest first.
   */
  questions: { workout: string; text: string; at: string }[]
  /** Exercises with a new record in the last week, the newest first. */
  records: { exercise: string; name: string }[]
}

/** How many things need a look. */
export function countNeeds({ is_away, missed, pain_since, stall, questions, records }: Needs): number {
  const single = [is_away, missed, pain_since, stall, records.length > 0].filter(Boolean)
  return single.length + questions.length
}

export function coachNeeds(seen: Seen): Needs {
  const days = daysSince(seen)
  const plan = planNeeds(seen)
  const missed = seen.sees_training ? newestMissed(seen, plan.missed) : null
  return {
    days, is_away: days !== null && days >= COACH_DAYS && missed === null, missed,
    pain_since: plan.pain_since, stall: seen.sees_training ? seen.stall : null,
    questions: waitingAnswers(seen.comments, seen.account), records: recentRecords(seen),
  }
}

/** The first day whose records are new. */
export function recordsSince(today: string): string {
  return addDays(today, 1 - COACH_DAYS)
}

/** A lifter in a zone to the east may have trained on the coach's tomorrow: that is today. */
function daysSince({ workouts, today }: Seen): number | null {
  if (workouts.length === 0) return null
  const last = workouts.reduce((newest, { start }) => (start > newest ? start : newest), '').slice(0, 10)
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(last)) / 86_400_000))
}

/** The newest missed day of the block that is current, and since when it is paused for pain. */
function planNeeds({ blocks, workouts, today }: Seen): Pick<Needs, 'missed' | 'pain_since'> {
  const works = workouts.flatMap((body) => plannedWork(body) ?? [])
  const newestFirst = blocks
    .filter(([, { weeks }]) => weeks.length > 0)
    .sort(([idA, a], [idB, b]) => byText(b.start, a.start) || byText(idB, idA))
  for (const [id, body] of newestFirst) {
    const past = pastDaysOf(id, body, works)
    if (!isCurrent(body, past, today)) continue
    const day = comingDays(body, past, today).findLast(({ when }) => when === 'missed')?.day
    const pause = isPaused(body) ? body.pauses?.at(-1) : undefined
    return {
      missed: day ? { day: day.name, date: day.date } : null,
      pain_since: pause?.cause === 'pain' ? pause.from : null,
    }
  }
  return { missed: null, pain_since: null }
}

/** The newest day that was missed: of the block, or of a program; of one date that of the block. */
function newestMissed({ sessions, today }: Seen, planned: Needs['missed']): Needs['missed'] {
  const since = addDays(today, -MISSED_DAYS)
  const missed = [
    ...(planned ? [planned] : []), ...sessions.filter(({ date }) => since <= date && date < today),
  ]
  const [first = null, ...others] = missed
  return others.reduce((newest, row) => (newest && row.date <= newest.date ? newest : row), first)
}

/** On workouts that the coach commented on: what the lifter said after his last word, one a workout. */
export function waitingAnswers(comments: readonly Comment[], account: string | null): Needs['questions'] {
  const newest = new Map<string, { own?: Comment; answer?: Comment }>()
  for (const body of comments) {
    if (body.by !== undefined && body.by !== account) continue
    const about = newest.get(body.workout) ?? {}
    newest.set(body.workout, about)
    const side = body.by === undefined ? 'answer' : 'own'
    const before = about[side]
    if (!before || isAfter(body, before)) about[side] = body
  }
  return [...newest.values()]
    .flatMap(({ own, answer }) => {
      if (!answer || !own || !isAfter(answer, own)) return []
      const { workout, text, at } = answer
      return [{ workout, text, at }]
    })
    .sort((a, b) => byText(a.at, b.at) || byText(a.workout, b.workout))
}

/** One an exercise: the newest first, those of one day by name. */
function recentRecords({ records, today }: Seen): Needs['records'] {
  const since = recordsSince(today)
  const newest = new Map<string, Seen['records'][number]>()
  for (const row of records) {
    const before = newest.get(row.exercise)
    if (row.date >= since && (!before || row.date > before.date)) newest.set(row.exercise, row)
  }
  return [...newest.values()]
    .sort((a, b) => byText(b.date, a.date) || byText(a.name, b.name) || byText(a.exercise, b.exercise))
    .map(({ exercise, name }) => ({ exercise, name }))
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
