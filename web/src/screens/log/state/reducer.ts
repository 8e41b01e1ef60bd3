/**
 * The log screen as a state machine: a state, an event and what the screen shows give the next state and a
 * list of effects. Nothing here reads a clock, writes or draws; `log.svelte.ts` carries the effects out and
 * reports each write with `written`.
 *
 * - The set is written first; rest, messages and the next numbers follow when it is on the disk.
 * - Two taps within `TAP_MS` on the button that logs count as one.
 * - Undo takes back what the last tap did: the sets, the numbers on the card, the exercise in hand, the rest
 *   and the kept advice.
 */

import * as messages from '../../../core/generated/messages-log'
import { withTouched, type Touched } from '../../../core/logic/draft'
import { pairOpen, sideNext } from '../../../core/logic/sides'
import { STEP } from '../../../core/logic/strips'
import { dropped } from '../../../core/logic/warm-up'
import { entryOf, turnAfter } from '../../../core/logic/workout'
import { unfilled } from '../../../core/logic/log/unfilled'
import { loadIn, shown } from '../../../core/rules/loads/units'
import { inOrder, kindOf, sideOf, type Entry, type WorkoutSet } from '../../../core/values/documents'
import { sameJson } from '../../../core/values/json'
import { detourTo, NO_CHOICE, resumeWorking, withChange } from './choices'
import type {
  Before, Choice, Effect, LogEvent, LogState, Next, Reason, Step, Undo, View, Write,
} from './events'
import { setOf, stepAfter, wantsSet, warmUpChoice } from './next-set'

/** A second tap sooner than this is the same tap [ms]: fingers bounce and gloves slip (a guess). */
export const TAP_MS = 400

export const START: LogState = {
  entryId: null, choices: {}, writing: false, stuck: [], tapped: null, settling: false, undo: null, undos: 0,
}

type Handler<T extends LogEvent['type']> = (
  state: LogState, event: Extract<LogEvent, { type: T }>, view: View,
) => Step

const HANDLERS: { readonly [T in LogEvent['type']]: Handler<T> } = {
  log: logOne,
  'log-many': logMany,
  next: (state, { at, entry }, view) =>
    bounced(state, at) ? same(state) : tapped(select(state, entry, view), at),
  settled: (state, { at }) => same(at === state.tapped ? { ...state, settling: false } : state),
  select: (state, { entry }, view) => select(state, entry, view),
  touch: (state, { change }, view) => touch(state, change, view.entry?.id),
  untouch: (state, _event, view) =>
    view.entry ? choose(state, resumeWorking(choiceOf(state, view.entry.id)), view.entry.id) : same(state),
  follow,
  change: changeOne,
  remove: removeOne,
  retry: (state, { entry, set }, view) =>
    view.id === undefined
      ? same(state)
      : {
          state,
          effects: [
            {
              type: 'write', write: put(view.id, entry.id, [set]),
              reason: { type: 'retry', entry: entry.id, set },
            },
          ],
        },
  swap,
  undo: startUndo,
  bar: (state, { bar }, { id, entry }) =>
    id === undefined || !entry
      ? same(state)
      : {
          state,
          effects: [
            {
              type: 'write', write: { type: 'bar', workout: id, entry: entry.id, bar },
              reason: { type: 'bar' },
            },
          ],
        },
  restored: (state, { entry, choices }) =>
    state.entryId === null && !state.writing && Object.keys(state.choices).length === 0
      ? same({ ...state, entryId: entry, choices })
      : same(state),
  written,
}

/** The next state and what is to be done, in order. */
export function step(state: LogState, event: LogEvent, view: View): Step {
  return (HANDLERS[event.type] as Handler<LogEvent['type']>)(state, event, view)
}

const same = (state: LogState): Step => ({ state, effects: [] })

function bounced(state: LogState, at: number): boolean {
  return state.tapped !== null && at - state.tapped < TAP_MS
}

/** From now on the same finger is not heard for a while. */
function tapped({ state, effects }: Step, at: number): Step {
  return {
    state: { ...state, tapped: at, settling: true },
    effects: [{ type: 'settle', at, ms: TAP_MS }, ...effects],
  }
}

function put(workout: string, entry: string, sets: readonly WorkoutSet[]): Write {
  return { type: 'put', workout, entry, sets }
}

function choiceOf(state: LogState, entry: string): Choice {
  return state.choices[entry] ?? NO_CHOICE
}

/** The entry in hand, with what is chosen for its coming sets. */
function choose(state: LogState, choice: Choice, entry: string): Step {
  const { [entry]: _, ...others } = state.choices
  const isEmpty = choice.detour === null && Object.keys(choice.touched).length === 0
  const choices = isEmpty ? others : { ...others, [entry]: choice }
  return {
    state: { ...state, choices, entryId: entry }, effects: [{ type: 'remember', entry, choices }],
  }
}

function touch(state: LogState, change: Touched, entry: string | undefined): Step {
  return entry === undefined
    ? same(state)
    : choose(state, withChange(choiceOf(state, entry), change), entry)
}

function select(state: LogState, entry: string, view: View): Step {
  if (entry === view.entry?.id) return same(state)
  return choose(state, choiceOf(state, entry), entry)
}

/** The one tap. */
function logOne(state: LogState, { at, id, time }: Extract<LogEvent, { type: 'log' }>, view: View): Step {
  const { entry: into, draft } = view
  if (view.id === undefined || !into || !draft || state.writing || bounced(state, at)) return same(state)
  const past = view.workout?.end !== undefined
  const set = {
    ...setOf(into, draft, id, past ? undefined : time), ...(view.target ? { target: view.target } : {}),
  }
  const climbed = set.load ? loadIn(set.load, view.unit) : 0
  const step = set.kind === 'warm-up' ? stepAfter(view.ramps, climbed) : undefined
  // The other side comes first, then the partner of a superset.
  const halfway = pairOpen([...into.sets, set], view.before)
  const turn =
    !halfway && kindOf(set) === 'working'
      ? turnAfter(view.entries, into, (other) => wantsSet(other, into))
      : null
  const next: Next = {
    // A superset has one rest, after its round; a pair of sides too.
    rest: past ? 'unchanged' : halfway || turn?.rest === false ? 'none' : view.restSeconds,
    ...(step ? { climb: warmUpChoice(step, view.unit) } : {}),
    ...(turn && turn.entry.id !== into.id ? { select: turn.entry.id } : {}),
    ...(view.advised && draft.kind === 'working' ? { advised: view.advised } : {}),
    many: false,
  }
  return startLog(state, at, into, [set], next, view)
}

/** Several sets at once, from the quick line: one write, one undo. */
function logMany(
  state: LogState, { at, ids, time, wishes }: Extract<LogEvent, { type: 'log-many' }>, view: View,
): Step {
  const { entry: into, proposed } = view
  if (view.id === undefined || !into || !proposed || state.writing || bounced(state, at)) return same(state)
  const past = view.workout?.end !== undefined
  const sets: WorkoutSet[] = []
  for (const [place, wish] of wishes.entries()) {
    const grown = { ...into, sets: [...into.sets, ...sets] }
    const turn = wish.side === undefined ? { side: sideNext(grown.sets, view.before) } : {}
    const wished = withTouched(proposed, { ...turn, ...wish })
    sets.push(setOf(grown, wished, ids[place] ?? '', past ? undefined : time))
  }
  return startLog(state, at, into, sets, { rest: past ? 'unchanged' : view.restSeconds, many: true }, view)
}

function startLog(
  state: LogState, at: number, into: Entry, sets: readonly WorkoutSet[], next: Next, view: View,
): Step {
  const before = { entryId: into.id, choice: choiceOf(state, into.id), rest: view.rest }
  const reason: Reason = { type: 'log', into, sets, before, next }
  const write: Effect = { type: 'write', write: put(view.id ?? '', into.id, sets), reason }
  return tapped({ state: { ...state, entryId: into.id, writing: true }, effects: [write] }, at)
}

/** A lighter set at once, or a few more reps after a pause: no rest between. */
function follow(state: LogState, { kind }: Extract<LogEvent, { type: 'follow' }>, view: View): Step {
  const { entry, unit } = view
  const newest = entry && inOrder(entry.sets).at(-1)
  if (!newest) return same(state)
  const load = newest.load && kind === 'drop'
    ? { value: dropped(shown(loadIn(newest.load, unit)), view.rack, STEP[unit]), unit } : newest.load
  const reps =
    newest.reps === undefined || kind === 'drop' ? newest.reps : Math.max(1, Math.round(newest.reps / 3))
  const change: Touched = {
    kind, side: sideOf(newest), ...(load ? { load } : {}), rir: null, failure: null,
    ...(reps === undefined ? {} : { reps }),
  }
  const chosen = choose(state, detourTo(choiceOf(state, entry.id), change), entry.id)
  return { state: chosen.state, effects: [...chosen.effects, { type: 'end-rest' }] }
}

/** A changed set without what a merge adds on reading: that is never written. */
function bare(view: View, entry: string, before: WorkoutSet, after: WorkoutSet): WorkoutSet {
  const stored = view.workout && entryOf(view.workout, entry)?.sets.find((set) => set.id === before.id)
  return stored ? unfilled(stored, before, after) : after
}

function changeOne(
  state: LogState, { entry, before, after }: Extract<LogEvent, { type: 'change' }>, view: View,
): Step {
  if (view.id === undefined) return same(state)
  const [old, made] = [bare(view, entry.id, before, before), bare(view, entry.id, before, after)]
  const reason: Reason = { type: 'change', entry: entry.id, old, made }
  return { state, effects: [{ type: 'write', write: put(view.id, entry.id, [made]), reason }] }
}

function removeOne(state: LogState, { entry, set }: Extract<LogEvent, { type: 'remove' }>, view: View): Step {
  if (view.id === undefined) return same(state)
  const last = state.undo?.action
  // The set that the last tap logged: what the tap did besides is taken back with it.
  const logged =
    last?.type === 'logged' && last.sets.length === 1 && last.sets[0] === set.id ? last.before : null
  const reason: Reason = { type: 'remove', entry: entry.id, set: bare(view, entry.id, set, set), logged }
  return {
    state,
    effects: [
      { type: 'write', write: { type: 'remove', workout: view.id, entry: entry.id, sets: [set.id] }, reason },
    ],
  }
}

/** The machine is taken: another exercise here, both keep their histories. */
function swap(state: LogState, event: Extract<LogEvent, { type: 'swap' }>, view: View): Step {
  const old = view.workout && view.entry && entryOf(view.workout, view.entry.id)
  if (view.id === undefined || !old) return same(state)
  const { exercise, name, slot } = event
  const write: Write = { type: 'swap', workout: view.id, entry: old.id, exercise, slot }
  return { state, effects: [{ type: 'write', write, reason: { type: 'swap', old, name } }] }
}

/** Once for each message: a second tap on the same Undo does nothing. */
function startUndo(state: LogState, { id }: Extract<LogEvent, { type: 'undo' }>, view: View): Step {
  if (state.undo?.id !== id) return same(state)
  const { action } = state.undo
  return {
    state: { ...state, undo: null, tapped: null, settling: false },
    effects: [{ type: 'write', write: undoWrite(action, view), reason: { type: 'undo', action } }],
  }
}

function undoWrite(action: Undo, view: View): Write {
  const { workout } = action
  switch (action.type) {
    case 'logged': return { type: 'remove', workout, entry: action.entry, sets: action.sets }
    case 'removed': return put(workout, action.entry, [action.set])
    case 'changed': return put(workout, action.entry, [withoutChange(action, view)])
    case 'swapped': return { type: 'swap-back', workout, old: action.old, made: action.made }
  }
}

/** The set as it is now, with the keys that the change touched as they were before it. */
function withoutChange(
  { workout, entry, old, made }: Extract<Undo, { type: 'changed' }>, view: View,
): WorkoutSet {
  const stored =
    view.id === workout && view.workout
      ? entryOf(view.workout, entry)?.sets.find((set) => set.id === old.id)
      : undefined
  if (!stored) return old
  const [was, became] = [
    new Map<string, unknown>(Object.entries(old)), new Map<string, unknown>(Object.entries(made)),
  ]
  const changed = new Set(
    [...was.keys(), ...became.keys()].filter((key) => !sameJson(was.get(key), became.get(key))),
  )
  const unchanged = Object.entries(stored).filter(([key]) => !changed.has(key))
  const back = [...was].filter(([key]) => changed.has(key))
  // the keys of one set and of an earlier state of it
  return Object.fromEntries([...unchanged, ...back]) as unknown as WorkoutSet
}

function written(state: LogState, event: Extract<LogEvent, { type: 'written' }>, view: View): Step {
  const { write, reason, ok } = event
  switch (reason.type) {
    case 'log': return afterLog(state, reason, write.workout, ok)
    case 'change':
      return afterPut(state, write.workout, reason.entry, reason.made, ok, (next) =>
        offerUndo(next, messages.setChanged, {
          type: 'changed', workout: write.workout, entry: reason.entry, old: reason.old, made: reason.made,
        }),
      )
    case 'retry': return afterPut(state, write.workout, reason.entry, reason.set, ok)
    case 'remove': return ok ? afterRemove(state, reason, write.workout, view) : same(state)
    case 'swap':
      return ok && event.made !== undefined
        ? afterSwap(state, reason, write.workout, event.made)
        : same(state)
    case 'undo': return afterUndo(state, reason.action, ok)
    case 'bar': return same(state)
  }
}

function offerUndo(state: LogState, text: string, action: Undo, isBrief = false): Step {
  const undo = state.undos + 1
  const effects: Effect[] = [{ type: 'message', text, undo, isBrief }]
  return { state: { ...state, undos: undo, undo: { id: undo, action } }, effects }
}

/** A refused set stays on the screen, with a way to try again. */
function afterPut(
  state: LogState, workout: string, entry: string, set: WorkoutSet, ok: boolean,
  then: (state: LogState) => Step = same,
): Step {
  const others = state.stuck.filter((other) => other.set.id !== set.id)
  if (!ok)
    return {
      state: { ...state, stuck: [...others, { entry, set }] },
      effects: [{ type: 'unwritten', workout, entry, set }],
    }
  const next = then({ ...state, stuck: others })
  return { state: next.state, effects: [{ type: 'is-written', set: set.id }, ...next.effects] }
}

function afterLog(
  state: LogState, reason: Extract<Reason, { type: 'log' }>, workout: string, ok: boolean,
): Step {
  const { into, sets, next } = reason
  const [set] = sets
  if (!set || (next.many && !ok)) return same({ ...state, writing: false })
  const stored = next.many ? same(state) : afterPut(state, workout, into.id, set, ok)
  const entry = ok ? (next.select ?? into.id) : into.id
  // A working set used up what was chosen for it; a set before it used up only the detour.
  const { touched, detour } = choiceOf(state, into.id)
  const waiting = detour !== null && kindOf(set) !== 'working' ? touched : {}
  const rest = { touched: waiting, detour: next.climb ?? null }
  const left = choose({ ...stored.state, writing: false }, rest, into.id).state
  const chosen = choose(left, choiceOf(left, entry), entry)
  const effects: Effect[] = [...stored.effects, ...chosen.effects]
  if (typeof next.rest === 'number')
    effects.push(next.rest > 0 ? { type: 'rest', seconds: next.rest } : { type: 'end-rest' })
  else if (next.rest === 'none') effects.push({ type: 'end-rest' })
  if (!ok) return { state: chosen.state, effects }
  if (next.advised) effects.push({ type: 'keep-advice', advised: next.advised, set })
  if (!next.many) effects.push({ type: 'buzz' })
  const text = next.many ? messages.setsLogged({ count: sets.length }) : messages.setLogged
  const offer = offerUndo(chosen.state, text, {
    type: 'logged', workout, entry: into.id, sets: sets.map(({ id }) => id), before: reason.before,
  }, entry === into.id && !next.many)
  return { state: offer.state, effects: [...effects, ...offer.effects] }
}

function afterRemove(
  state: LogState, reason: Extract<Reason, { type: 'remove' }>, workout: string, view: View,
): Step {
  const { entry, set, logged } = reason
  const before = logged && { entryId: entry, choice: choiceOf(state, entry), rest: view.rest }
  const back = logged ? restore(state, logged) : same(state)
  const offer = offerUndo(back.state, messages.setRemoved, { type: 'removed', workout, entry, set, before })
  const forget: Effect[] = logged ? [{ type: 'forget-advice', set: set.id }] : []
  return { state: offer.state, effects: [...back.effects, ...forget, ...offer.effects] }
}

function afterSwap(
  state: LogState, { old, name }: Extract<Reason, { type: 'swap' }>, workout: string, made: string,
): Step {
  const chosen = choose(state, NO_CHOICE, made)
  const offer = offerUndo(chosen.state, messages.swapped({ name }), { type: 'swapped', workout, old, made })
  return { state: offer.state, effects: [...chosen.effects, ...offer.effects] }
}

/** Numbers on the card, exercise in hand and rest as they were. */
function restore(state: LogState, before: Before): Step {
  const chosen = choose(state, before.choice, before.entryId)
  return { state: chosen.state, effects: [{ type: 'restore-rest', rest: before.rest }, ...chosen.effects] }
}

function afterUndo(earlier: LogState, action: Undo, ok: boolean): Step {
  // What the disk refused may be tried again, as long as nothing else was done.
  const state = ok || earlier.undo ? earlier : { ...earlier, undo: { id: earlier.undos, action } }
  switch (action.type) {
    case 'logged': {
      if (!ok) return same(state)
      const back = restore(state, action.before)
      return {
        state: back.state,
        effects: [...back.effects, ...action.sets.map((set): Effect => ({ type: 'forget-advice', set }))],
      }
    }
    case 'removed': {
      const { before } = action
      return afterPut(state, action.workout, action.entry, action.set, ok, (next) =>
        before ? restore(next, before) : same(next),
      )
    }
    case 'changed': return ok ? { state, effects: [{ type: 'is-written', set: action.old.id }] } : same(state)
    case 'swapped': return ok ? choose(state, NO_CHOICE, action.old.id) : same(state)
  }
}
