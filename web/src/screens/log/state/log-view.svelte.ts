/** What the log screen shows: live queries of the workout, and what follows from them for the next set. */

import { USUAL_REST_S } from '../../../core/generated/tables'
import { withoutNumbers, type Draft } from '../../../core/logic/draft'
import { distanceUnit } from '../../../core/logic/fields'
import { STEP } from '../../../core/logic/strips'
import { dropped } from '../../../core/logic/warm-up'
import { wantedOfTargets } from '../../../core/rules/programs/wanted'
import { lengthM, loadIn, massKg, shown } from '../../../core/rules/loads/units'
import {
  inOrder, type Entry, type Gym, type Machine, type MassUnit, type SetKind, type Settings, type Target,
  type Workout, type WorkoutSet,
} from '../../../core/values/documents'
import type { Merged } from '../../../core/rules/exercises/merged'
import { gymNamed } from '../../../data/journal/gyms'
import { entryNames, type EntryName } from '../../../data/reading/entry-names'
import { carriedSets, lastTime, type LastTime } from '../../../data/reading/last-time'
import { exercises, factsOf } from '../../../data/reading/names.svelte'
import { besides, live, ofKinds, type Live } from '../../../data/store/live.svelte'
import { merges, runningWorkout, read, shownSettings, type Doc } from '../../../data/store/store'
import { createMarks } from './all-time.svelte'
import { comingOf, type Coming } from './coming'
import type { LogState } from './events'
import {
  createHand, createTaken, entryOf, NO_SETS, NOTHING, placeOf, type Hand, type Place, type Taken,
} from './hand'
import { createAdvice } from './next-advice.svelte'
import { nextExercise, restSeconds } from './next-set'
import { restAfterTarget } from './program-targets'
import { createProgrammed } from './programmed.svelte'
import { START } from './reducer'

/** What was read, with what it was read for. */
interface Of<T> { readonly of: string | undefined; readonly value: T }

/** Create it while the screen is set up. */
export class LogView {
  protected state: LogState = $state.raw(START)
  private readonly takenOf = createTaken()
  private readonly handOf = createHand()
  /** The entry that was in hand when the app was left, and what was chosen for it, has been read. */
  protected isRestored = $state(false)
  private readonly doc: Live<Doc<Workout> | undefined>
  private readonly chosen: Live<Settings>
  private readonly merged: Live<Merged>
  private readonly machineDoc: Live<Of<Machine | undefined>>
  private readonly gymDoc: Live<Of<Gym | undefined>>
  private readonly carried: Live<Of<WorkoutSet[]>>
  private readonly lastSets: Live<Of<LastTime | null>>
  private readonly content: ReturnType<typeof factsOf>
  private readonly advising: ReturnType<typeof createAdvice>
  private readonly marks: ReturnType<typeof createMarks>
  private readonly program: ReturnType<typeof createProgrammed>
  private readonly names: Live<EntryName>
  readonly catalog = exercises()

  /** @param wanted a workout's id, or undefined for the running one */
  constructor(wanted: () => string | undefined) {
    this.doc = live(() => {
      const id = wanted()
      return () => (id === undefined ? runningWorkout() : read('workout', id))
    }, ofKinds(['workout']))
    this.chosen = live(() => shownSettings, ofKinds(['settings']))
    this.merged = live(() => merges, ofKinds(['exercise']))
    this.content = factsOf(() => this.exerciseId)
    this.machineDoc = live(() => {
      const id = this.machineId
      return async () => ({
        of: id, value: id === undefined ? undefined : (await read('machine', id))?.body,
      })
    }, ofKinds(['machine']))
    const others = besides(() => this.id)
    this.gymDoc = live(() => {
      const name = this.gymName
      return async () => ({ of: name, value: await gymNamed(name) })
    }, others)
    this.carried = live(() => {
      const [exercise, machine, id] = [this.exerciseId, this.machineId, this.id]
      return async () => ({
        of: exercise,
        value: exercise === undefined || id === undefined ? [] : await carriedSets(exercise, machine, id),
      })
    }, others)
    this.lastSets = this.readLastSets()
    this.advising = createAdvice(() => {
      const [{ entry, touched, proposed }, { workout }] = [this.hand, this.stored]
      return {
        workout: this.id, start: workout?.start, offset: workout?.offset,
        open: workout !== undefined && workout.end === undefined, entry,
        draft: proposed && {
          side: touched.side ?? proposed.side, setup: touched.setup ?? proposed.setup,
        },
        machine: this.machine, gym: this.gym, unit: this.unit, ready: this.isRead,
      }
    })
    this.names = this.readNames()
    this.program = createProgrammed(() => ({
      id: this.id, workout: this.stored.workout, entry: this.hand.entry, before: this.before,
    }))
    this.marks = this.createMarks()
  }

  private createMarks(): ReturnType<typeof createMarks> {
    return createMarks(() => {
      const [{ entry, line, meaning }, { draft }] = [this.hand, this.coming]
      return {
        isOpening: this.isOpening, workout: this.id, start: this.stored.workout?.start, entry, line, meaning,
        unit: this.unit, distanceUnit: this.distanceUnit,
        metres: draft?.distance ? lengthM(draft.distance.value, draft.distance.unit) : 0,
        loadKg: draft?.load ? shown(massKg(draft.load.value, draft.load.unit)) : 0,
      }
    })
  }

  private readNames(): Live<EntryName> {
    return live(() => {
      const run = this.workout?.run?.id
      return () => entryNames(run)
    }, ofKinds(['run']))
  }

  private readLastSets(): Live<Of<LastTime | null>> {
    return live(() => {
      const [line, id, start, exercise, splitting] = [
        this.line, this.id, this.start, this.exerciseId, this.splitting,
      ]
      const offset = this.workout?.offset
      return async () => ({
        of: line,
        value: exercise === undefined || id === undefined || start === undefined
          ? null
          : await lastTime(line, exercise, splitting, { id, start, offset }),
      })
    }, besides(() => this.id))
  }

  /** What an exercise of the workout is called: as its program calls it, where it follows one. */
  nameOf(entry: Entry): string {
    const { name } = this.catalog.find(entry.exercise)
    return this.names.value?.(entry, name) ?? name
  }
  get ready(): boolean { return this.doc.ready }
  get readonly(): boolean { return this.doc.value?.readonly ?? false }
  private readonly stored = $derived.by(() => {
    const workout = this.doc.value?.body
    const entries = inOrder(
      (workout?.entries ?? []).map((entry) => this.merged.value?.entry(entry) ?? entry),
    )
    return { workout, entries }
  })
  /** As it is stored: entries are not yet read as what they count as. */
  get workout(): Workout | undefined { return this.stored.workout }
  /** Entries read as what they count as; writing finds the stored one by its id. */
  get entries(): Entry[] { return this.stored.entries }
  /** The same value as before where only the state of a tap has changed. */
  private readonly taken: Taken = $derived.by(() => this.takenOf(this.state))
  readonly entry: Entry | undefined = $derived.by(() =>
    entryOf(this.taken, this.stored.workout, this.stored.entries),
  )
  private readonly place: Place = $derived.by(() =>
    placeOf(this.entry, this.taken, this.before, this.splitting),
  )
  private readonly hand: Hand = $derived.by(() => this.handOf({
    place: this.place, settings: this.chosen.value, machine: this.machine, gym: this.gym, unit: this.unit,
    before: this.before, last: this.last, file: this.file, find: this.catalog.find,
  }))
  readonly exercise = $derived.by(() => this.hand.exercise)
  readonly meaning = $derived.by(() => this.hand.meaning)

  // Plain values of their own: a set that is logged changes none of them, so it starts none of the queries
  // again.
  readonly id: string | undefined = $derived.by(() => this.doc.value?.id)
  private readonly start = $derived.by(() => this.workout?.start)
  private readonly gymName = $derived.by(() => this.machine?.gym || this.workout?.gym)
  private readonly exerciseId = $derived.by(() => this.entry?.exercise)
  private readonly machineId = $derived.by(() => this.entry?.machine?.id)
  private readonly line = $derived.by(() => this.place.line)

  get file() { return this.content.file }
  readonly variables = $derived.by(() => this.file?.variables ?? [])
  private readonly splitting = $derived.by(() =>
    this.variables.filter((variable) => variable.splits).map((variable) => variable.id),
  )
  get machine(): Machine | undefined { return this.machineDoc.value?.value }
  /** The document of the gym where the machine stands, else of the workout's; where it was described. */
  get gym(): Gym | undefined { return this.gymDoc.value?.value }
  readonly unit: MassUnit = $derived.by(
    () => this.machine?.unit ?? this.gym?.unit ?? this.chosen.value?.unit ?? 'kg',
  )
  protected readonly before: readonly WorkoutSet[] = $derived.by(() => this.carried.value?.value ?? NO_SETS)
  get last(): LastTime | null | undefined { return this.lastSets.value?.value }
  get aim() { return this.hand.aim }
  /** What a set of the exercise records, and how its load is called. */
  get fields() { return this.hand.fields }
  readonly rack = $derived.by(() => this.hand.rack)
  protected get proposed(): Draft | undefined { return this.hand.proposed }
  /** What a running program asks of the next set; null outside of one. */
  get programmed() { return this.program.value }
  get slotWords() { return this.program.words }
  /** Exercises that the program names for the slot besides the one in hand. */
  get alternatives(): readonly string[] {
    const slot = this.programmed?.slot
    const named = slot ? [...(slot.instead === null ? [] : [slot.instead]), ...slot.alternatives] : []
    return named.filter((exercise) => exercise !== this.entry?.exercise)
  }
  /** The chance of the program's heaviest set in words; '' before it is known, and once sets are done. */
  readonly programChance: string = $derived.by(() => {
    const { programmed } = this
    const wanted = programmed?.at === 0 ? wantedOfTargets(programmed, programmed.unit) : null
    return wanted?.load_kg == null ? '' : (this.advising.value?.chanceOf(wanted) ?? '')
  })
  private readonly coming: Coming = $derived.by(() => comingOf(this.hand, {
    programmed: this.programmed, advised: this.advising.value, isLate: this.advising.isLate,
    unit: this.unit, before: this.before, splitting: this.splitting,
  }))
  readonly late = $derived.by(() => this.coming.late)
  readonly draft = $derived.by(() => this.coming.draft)
  protected readonly advisedNow = $derived.by(() => this.coming.advisedNow)
  /** What the engine advises for the next set; null where it has nothing to say. */
  readonly advice = $derived.by(() => this.coming.advisedNow?.advice ?? null)
  /** The question about a load and reps on the card far outside what is known; null for ordinary ones. */
  readonly doubt: string | null = $derived.by(() => {
    const [{ load, reps, kind } = {}, advised] = [this.coming.draft, this.advising.value]
    return advised && kind === 'working' && load && reps !== undefined ? advised.doubt(load, reps) : null
  })
  readonly advised = $derived.by(() => this.coming.advised)
  protected get target(): Target | undefined { return this.coming.target }
  readonly planned = $derived.by(() => this.coming.planned)
  readonly usualDay = $derived.by(() => this.coming.usualDay)
  readonly full = $derived.by(() => this.coming.full)
  readonly rows = $derived.by(() => this.coming.rows)
  readonly ramps = $derived.by(() => this.coming.ramps)
  readonly from = $derived.by(() => this.coming.from)
  readonly upNext: Entry | undefined = $derived.by(() => nextExercise(this.entries, this.hand.entry))
  get distanceUnit() {
    return (
      this.draft?.distance?.unit ??
      distanceUnit(this.exercise ?? NOTHING, this.unit, this.exercise?.equipment ?? '')
    )
  }
  /** What stays with the exercise and with the machine. */
  get sticky() {
    return {
      exercise: (this.entry && this.chosen.value?.notes?.[this.entry.exercise]) ?? '',
      machine: this.machine?.note ?? '',
    }
  }
  /** Today's sets that are records of their line. */
  get beaten() { return this.marks.records }
  /** The record to beat at this load, in words; empty until it is read and where there is none. */
  get toBeat() { return this.marks.words }
  get dropTo(): number | undefined {
    const newest = this.entry && inOrder(this.entry.sets).at(-1)
    return newest?.load
      ? dropped(shown(loadIn(newest.load, this.unit)), this.rack, STEP[this.unit])
      : undefined
  }
  /** Shortly after a tap, and until the numbers are final: the button that logs takes no tap. */
  get settling(): boolean { return this.state.settling || this.isPending }
  /** The numbers of the next set are not final: they or the advice are awaited, for 0.1 s at most. */
  get isPending(): boolean { return this.advising.isPending || this.program.isPending }
  /** The entry whose numbers have been final once. */
  private settledEntry: string | undefined
  /** The entry was just taken in hand, and nothing is known of its numbers yet: the card shows none. */
  readonly isOpening: boolean = $derived.by(() => {
    const id = this.hand.entry?.id
    if (!this.isPending) this.settledEntry = id
    return this.settledEntry !== id
  })
  /** The coming set as the screen shows it. */
  readonly shown: Draft | undefined = $derived.by(() =>
    this.coming.draft && this.isOpening ? withoutNumbers(this.coming.draft) : this.coming.draft,
  )
  /** What the numbers on the card depend on has been read. */
  private get isRead(): boolean {
    // Not what was read for another exercise or line, which stands there until the new one comes. What could
    // not be read is not waited for.
    const isOf = ({ value, error }: Live<Of<unknown>>, of: string | undefined) =>
      error !== undefined || value?.of === of
    const [{ entry, line }, machine] = [this.hand, this.machine]
    return this.isRestored && this.catalog.ready && this.content.of === entry?.exercise &&
      isOf(this.carried, entry?.exercise) && isOf(this.lastSets, line) &&
      isOf(this.machineDoc, entry?.machine?.id) &&
      isOf(this.gymDoc, machine?.gym || this.stored.workout?.gym) &&
      [this.chosen, this.merged].every(({ ready }) => ready)
  }
  get stuck() { return this.state.stuck }
  /** Rest after a set of the kind that is next. */
  get restSeconds(): number { return this.restAt() }
  /** The same at a local time, which an EMOM needs to know. */
  protected restAt(now?: string): number {
    const [asked, entry] = [this.programmed, this.entry]
    return asked && entry && this.coming.isAsked
      ? restAfterTarget(asked, entry, (kind) => this.restAfter(kind), now)
      : this.restAfter(this.draft?.kind ?? 'working')
  }
  /** Rest after a set of a kind [s]; 0 is none. */
  restAfter(kind: SetKind): number {
    return this.entry ? restSeconds(this.entry, this.chosen.value, kind) : USUAL_REST_S
  }
}
