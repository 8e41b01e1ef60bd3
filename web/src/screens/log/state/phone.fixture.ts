/**
 * A phone in small for the tests of the log: it carries effects out and remembers what the lifter saw and
 * felt.
 */

import { nextDraft } from '../../../core/logic/draft'
import { allTouched, chosen, NO_CHOICE } from './choices'
import { sideNext } from '../../../core/logic/sides'
import { changeEntry, newestEntry, putSet, removeSet, swapBack, swapIn } from '../../../core/logic/workout'
import {
  inOrder, type Entry, type Target, type Workout, type WorkoutSet,
} from '../../../core/values/documents'
import type { Effect, LogEvent, LogState, Rest, View, Write } from './events'
import { restSeconds, warmUpSteps } from './next-set'
import { START, step } from './reducer'

export const REST = 150
export const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id, order: id === 'b' ? 'a1' : 'a0', exercise: id, sets: [], ...more,
})
export const kg = (value: number) => ({ value, unit: 'kg' as const })
export const lifted = (
  id: string, load: number, reps: number, more: Partial<WorkoutSet> = {},
): WorkoutSet => ({
  id, order: id, load: kg(load), reps, done_at: `2026-11-22T18:0${id.slice(-1)}:00`, ...more,
})

export class Phone {
  state: LogState = START
  rest: Rest | null = null
  readonly messages: { text: string; undo: number; isBrief: boolean }[] = []
  readonly advice = new Set<string>()
  readonly onlyOnScreen = new Set<string>()
  readonly settles: number[] = []
  buzzes = 0
  remembered: { entry: string; choices: object } | null = null
  full = false
  advised: object | null = null
  target: Target | undefined
  /** Writes wait here while `slow`. */
  readonly waiting: LogEvent[] = []
  slow = false
  private ids = 0

  constructor(
    public workout: Workout, readonly last: readonly WorkoutSet[] = [],
    readonly before: readonly WorkoutSet[] = [],
  ) {}

  static at(...entries: Entry[]): Phone {
    return new Phone({ v: 1, start: '2026-11-22T18:00:00', entries })
  }

  /** What is chosen for the entry in hand. */
  get choice() {
    const entries = inOrder(this.workout.entries)
    const at = entries.find(({ id }) => id === this.state.entryId) ?? newestEntry(entries)
    return this.state.choices[at?.id ?? ''] ?? NO_CHOICE
  }

  /** What the lifter changed for the next set. */
  get touched() { return allTouched(this.choice) }

  view(): View {
    const entries = inOrder(this.workout.entries)
    const at = entries.find(({ id }) => id === this.state.entryId) ?? newestEntry(entries)
    const choice = this.choice
    const side = allTouched(choice).side ?? (at ? sideNext(at.sets, this.before) : 'both')
    const proposed = at && nextDraft(at, this.last, this.before.at(-1), at.plan, side)
    const draft = proposed && chosen(proposed, choice)
    return {
      id: 'w', workout: this.workout, entries, entry: at, before: this.before, proposed, draft,
      target: this.target, advised: this.advised,
      ramps: warmUpSteps(at, choice.touched.load ?? proposed?.load, 'plates', true, null, 'kg'),
      rack: null, unit: 'kg',
      rest: this.rest, restSeconds: at ? restSeconds(at, undefined, draft?.kind) : REST,
    }
  }

  send(event: LogEvent): void {
    const { state, effects } = step(this.state, event, this.view())
    this.state = state
    for (const effect of effects) this.perform(effect)
  }

  private perform(effect: Effect): void {
    switch (effect.type) {
      case 'write': {
        const made = this.full ? undefined : this.write(effect.write)
        const event: LogEvent = {
          type: 'written', write: effect.write, reason: effect.reason, ok: !this.full,
          ...(made ? { made } : {}),
        }
        if (this.slow) this.waiting.push(event)
        else this.send(event)
        break
      }
      case 'settle': this.settles.push(effect.at); break
      case 'remember': this.remembered = { entry: effect.entry, choices: effect.choices }; break
      case 'rest': this.rest = { end: effect.seconds, total_s: effect.seconds }; break
      case 'end-rest': this.rest = null; break
      case 'restore-rest': this.rest = effect.rest; break
      case 'buzz': this.buzzes += 1; break
      case 'message': this.messages.push(effect); break
      case 'keep-advice': this.advice.add(effect.set.id); break
      case 'forget-advice': this.advice.delete(effect.set); break
      case 'unwritten': this.onlyOnScreen.add(effect.set.id); break
      case 'is-written': this.onlyOnScreen.delete(effect.set); break
    }
  }

  private write(write: Write): string | undefined {
    switch (write.type) {
      case 'put':
        this.workout = write.sets.reduce((grown, set) => putSet(grown, write.entry, set), this.workout)
        return undefined
      case 'remove':
        this.workout = write.sets.reduce((less, id) => removeSet(less, write.entry, id), this.workout)
        return undefined
      case 'swap':
        this.workout = swapIn(this.workout, write.entry, entry('made', { exercise: write.exercise }))
        return 'made'
      case 'swap-back': this.workout = swapBack(this.workout, write.old, write.made); return undefined
      case 'bar':
        this.workout = changeEntry(this.workout, write.entry, (stored) => ({ ...stored, bar: write.bar }))
        return undefined
    }
  }

  tap(at: number): void {
    this.ids += 1
    this.send({ type: 'log', at, id: `s${this.ids}`, time: `2026-11-22T18:0${this.ids}:00` })
  }

  undo(): void { this.send({ type: 'undo', id: this.messages.at(-1)?.undo ?? -1 }) }

  sets(id: string): string[] {
    const sets = inOrder(this.workout.entries.find((each) => each.id === id)?.sets ?? [])
    return sets.map((set) => `${set.load?.value ?? '-'} × ${set.reps ?? '-'}`)
  }
}

export function press(): Phone {
  const phone = Phone.at(entry('press'))
  phone.send({ type: 'touch', change: { load: kg(180), reps: 12 } })
  return phone
}
