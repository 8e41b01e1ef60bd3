/**
 * The log as its screen uses it: what is shown (`LogView`) and what may be done. The rules of doing are in
 * `reducer.ts`.
 */

import type { Touched } from '../../../core/logic/draft'
import type { Entry, Load, Measure, WorkoutSet } from '../../../core/values/documents'
import { intervals } from '../../../data/phone/interval-timer.svelte'
import { rest } from '../../../data/phone/rest.svelte'
import { wallTimeIn } from '../../../core/values/moments'
import { newId } from '../../../data/store/ids'
import { getMeta } from '../../../data/store/meta'
import { createEffects } from './effects'
import type { LogEvent, View } from './events'
import { step } from './reducer'
import { areLoadsSaid } from './loading'
import { LogView } from './log-view.svelte'
import { missingIn } from './next-set'

/** Create it while the screen is set up. */
export class Log extends LogView {
  private readonly effects = createEffects(
    (id) => void this.send({ type: 'undo', id }), (at) => void this.send({ type: 'settled', at }))

  /**
   * Grows with everything that the lifter does to the exercise in hand. What comes late, as the exercise of
   * an address does, looks whether it grew meanwhile: a tap wins.
   */
  taps = 0

  constructor(wanted: () => string | undefined) {
    super(wanted)
    void getMeta('draft').then((stored) => {
      if (stored) void this.send({ type: 'restored', entry: stored.entry, choices: stored.choices ?? {} })
    }).finally(() => { this.isRestored = true })
    void rest.load()
  }

  /** What the lifter has to choose before the next set can be logged; null when nothing is missing. */
  readonly missing: Measure | null = $derived.by(() =>
    this.shown ? missingIn(this.fields, this.shown) : null,
  )

  /** Somebody described the plates, the stack or the dumbbells at hand. */
  get areLoadsSaid(): boolean {
    const { machine, gym, unit } = this
    return areLoadsSaid({ machine, gym, meaning: this.exercise?.load_meaning ?? 'none', unit })
  }

  /** The one tap; `at` is the time stamp of its event [ms]. */
  async logNow(at: number): Promise<void> {
    // Numbers that are not final yet are nobody's choice, and a load that is not known is not nothing.
    if (this.isPending || this.missing !== null) return
    this.taps += 1
    await this.send({ type: 'log', at, id: newId(), time: this.wallTime() })
  }

  /** Several sets at once, from the quick line. False when nothing was written. */
  logMany(wishes: readonly Touched[], at: number): Promise<boolean> {
    return this.send({ type: 'log-many', at, wishes, ids: wishes.map(() => newId()), time: this.wallTime() })
  }

  /** Wall time in the zone where the workout began. */
  private wallTime(): string { return wallTimeIn(new Date(), this.workout?.offset) }

  /** The dock's button for the next exercise. */
  goOn(entry: string, at: number): void {
    this.taps += 1
    void this.send({ type: 'next', entry, at })
  }
  select(entry: string): void {
    this.taps += 1
    void this.send({ type: 'select', entry })
  }
  touch(change: Touched): void { void this.send({ type: 'touch', change }) }
  /** Put the advice that came late on the card. */
  takeLate(): void {
    if (!this.late) return
    const { load, reps, duration_s, distance } = this.late
    this.touch({
      ...(load ? { load } : {}), ...(reps === undefined ? {} : { reps }),
      ...(duration_s === undefined ? {} : { duration_s }), ...(distance ? { distance } : {}),
    })
  }
  untouch(): void { void this.send({ type: 'untouch' }) }
  follow(kind: 'drop' | 'rest-pause'): void { void this.send({ type: 'follow', kind }) }
  change(entry: Entry, before: WorkoutSet, after: WorkoutSet): void {
    void this.send({ type: 'change', entry, before, after })
  }
  remove(entry: Entry, set: WorkoutSet): void { void this.send({ type: 'remove', entry, set }) }
  retry(entry: Entry, set: WorkoutSet): void { void this.send({ type: 'retry', entry, set }) }
  async swap(exercise: string): Promise<void> {
    const slot = this.alternatives.includes(exercise) ? this.entry?.slot : undefined
    const name = this.catalog.find(exercise).name
    await this.send({ type: 'swap', exercise, name, slot })
  }

  setBar(bar: Load): void { void this.send({ type: 'bar', bar }) }

  /** One event through the machine and its effects in order. True when something was written. */
  private async send(event: LogEvent): Promise<boolean> {
    const { state, effects } = step(this.state, event, this.now())
    // The write begins in the task of the tap: what is drawn for it comes after. A step has one at most.
    const write = effects.find((effect) => effect.type === 'write')
    const writing = write && this.effects.write(write.write)
    this.state = state
    for (const effect of effects) if (effect.type !== 'write') this.effects.run(effect)
    if (!write || !writing) return false
    const result = await writing
    await this.send({ type: 'written', write: write.write, reason: write.reason, ...result })
    return result.ok
  }

  private now(): View {
    const { id, workout, entries, entry, before, proposed, draft, target, ramps, rack, unit } = this
    return {
      id, workout, entries, entry, before, proposed, draft, target, ramps, rack, unit,
      // A running interval timer is the rest.
      restSeconds: intervals.plan ? 0 : this.restAt(this.wallTime()),
      advised: this.advisedNow, rest: rest.running,
    }
  }
}
