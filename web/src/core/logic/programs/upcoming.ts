/** The sessions that come next under a text of a program, and what another text changes in them. */
import type { Fold } from '../../rules/programs/fold'
import type { Place, Program } from '../../rules/programs/model'
import type { SlotTargets } from '../../rules/programs/targets'

const WEEKS = 3

/** A session to come, with the targets that it has when every session before it is done as asked. */
export interface Upcoming {
  readonly place: Place
  readonly day: string
  /** Weeks of a cycle of the program. */
  readonly weeks: number
  readonly slots: readonly SlotTargets[]
}

/** So many sessions to come; fewer when the program ends before. */
export function upcoming(fold: Fold, count = WEEKS * fold.program.daysPerWeek): Upcoming[] {
  const copy = fold.copy()
  const rows: Upcoming[] = []
  for (let place = copy.place; place && rows.length < count; place = copy.place) {
    const slots = copy.targets(place)
    rows.push({ place, day: copy.program.days[place.day]?.name ?? '', weeks: copy.program.weeks, slots })
    copy.session({ id: 'upcoming', place, results: asAsked(slots), answers: {}, grids: new Map() })
  }
  return rows
}

/** Every set with the reps asked: the low end of a range, the floor of an AMRAP set. */
export function asAsked(slots: readonly SlotTargets[]) {
  return new Map(
    slots.map((slot) => [
      slot.slot,
      slot.sets.map(({ repsLow }) => ({ reps: repsLow, load: null, rir: null, velocityLoss: null, id: '' })),
    ]),
  )
}

/** A line of the sessions to come that another text changes; an empty side was not, or is no longer there. */
export interface Difference {
  readonly number: number
  readonly day: string
  readonly lines: readonly { name: string; before: string; after: string }[]
}

/**
 * What changes in the next three weeks when a running program goes on with another text.
 *
 * `words` says a slot on one line and `name` who it is.
 */
export function differences(
  fold: Fold,
  program: Program,
  words: (slot: SlotTargets) => string,
  name: (slot: SlotTargets) => string,
): Difference[] {
  const revised = fold.copy()
  revised.revise(program)
  const [before, after] = [upcoming(fold), upcoming(revised)]
  const rows: Difference[] = []
  for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
    const [old, now] = [before[at], after[at]]
    const slots = [...new Set([...(old?.slots ?? []), ...(now?.slots ?? [])].map(({ slot }) => slot))]
    const lines = slots.flatMap((id) => {
      const [was, is] = [old, now].map((row) => row?.slots.find(({ slot }) => slot === id))
      const [from, to] = [was ? words(was) : '', is ? words(is) : '']
      const about = is ?? was
      return from === to || !about ? [] : [{ name: name(about), before: from, after: to }]
    })
    const day = now?.day ?? old?.day ?? ''
    if (lines.length > 0 || old?.day !== now?.day)
      rows.push({ number: at + 1, day: old && now && old.day !== day ? `${old.day} → ${day}` : day, lines })
  }
  return rows
}
