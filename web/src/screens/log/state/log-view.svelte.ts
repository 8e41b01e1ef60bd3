/** What the log screen shows: live queries of the workout, and what follows from them for the next set. */

import { nextDraft, patternOf, withoutNumbers, type Draft } from '../../../core/logic/draft'
import { distanceUnit, fieldsOf, type Counted } from '../../../core/logic/fields'
import { sideNext } from '../../../core/logic/sides'
import { setRows, type SetRow } from '../../../core/logic/log/set-rows'
import { besideToday } from '../../../core/logic/log/unmarked-warm-ups'
import { rackFor, STEP } from '../../../core/logic/strips'
import { dropped } from '../../../core/logic/warm-up'
import { newestEntry } from '../../../core/logic/workout'
import { lineOf } from '../../../core/rules/history/lines'
import { wantedOfTargets } from '../../../core/rules/programs/wanted'
import { loggedAs } from '../../../core/rules/programs/targets'
import { lengthM, loadIn, massKg, shown } from '../../../core/rules/loads/units'
import { DEFAULT_K } from '../../../core/generated/tables'
import {
  inOrder, sideOf, type Entry, type Gym, type Machine, type MassUnit, type SetKind, type Settings, type Side,
  type Target, type Workout, type WorkoutSet,
} from '../../../core/values/documents'
import type { Merged } from '../../../core/rules/exercises/merged'
import { gymNamed } from '../../../data/journal/gyms'
import { entryNames, type EntryName } from '../../../data/reading/entry-names'
import { carriedSets, lastTime, type LastTime } from '../../../data/reading/last-time'
import { exercises, factsOf } from '../../../data/reading/names.svelte'
import { besides, live, ofKinds, type Live } from '../../../data/store/live.svelte'
import { merges, runningWorkout, read, shownSettings, type Doc } from '../../../data/store/store'
import { createAdvice, targetOf, type Advised, type AdviceShown } from './next-advice.svelte'
import { comingSet, lateSet, type Known } from './with-advice'
import { allTouched, chosen, NO_CHOICE } from './choices'
import type { Choice, LogState } from './events'
import { fitted, onMark, rackInput } from './loading'
import { createMarks } from './all-time.svelte'
import { createProgrammed } from './programmed.svelte'
import { programTarget, restAfterTarget, writtenWarmUps } from './program-targets'
import {
  aimOf, allSetsDone, lineOfNext, nextExercise, plannedSets, plannedTarget, REST_S, restSeconds,
  sourceOf, warmUpSteps, type Source,
} from './next-set'
import { START } from './reducer'

const NOTHING: Counted = { log: [], load_meaning: 'none' }
const NO_SETS: readonly WorkoutSet[] = []

/** What was read, with what it was read for. */
interface Of<T> { readonly of: string | undefined; readonly value: T }

/** Create it while the screen is set up. */
export class LogView {
  protected state: LogState = $state.raw(START)
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
    this.advising = createAdvice(() => ({
      workout: this.id, start: this.start, offset: this.workout?.offset,
      open: this.workout !== undefined && this.workout.end === undefined,
      entry: this.entry,
      draft: this.proposed && {
        side: this.touched.side ?? this.proposed.side,
        setup: this.touched.setup ?? this.proposed.setup,
      },
      machine: this.machine, gym: this.gym, unit: this.unit, ready: this.isRead,
    }))
    this.names = this.readNames()
    this.program = createProgrammed(() => ({
      id: this.id, workout: this.workout, entry: this.entry, before: this.before,
    }))
    this.marks = createMarks(() => ({
      isOpening: this.isOpening, workout: this.id, start: this.start, entry: this.entry, line: this.line,
      unit: this.unit, distanceUnit: this.distanceUnit, meaning: this.meaning,
      metres: this.draft?.distance ? lengthM(this.draft.distance.value, this.draft.distance.unit) : 0,
      loadKg: this.draft?.load ? shown(massKg(this.draft.load.value, this.draft.load.unit)) : 0,
    }))
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
  /** As it is stored: entries are not yet read as what they count as. */
  readonly workout: Workout | undefined = $derived.by(() => this.doc.value?.body)
  /** Entries read as what they count as; writing finds the stored one by its id. */
  readonly entries: Entry[] = $derived.by(() =>
    inOrder((this.workout?.entries ?? []).map((entry) => this.merged.value?.entry(entry) ?? entry)),
  )
  readonly entry: Entry | undefined = $derived.by(
    () => this.entries.find((entry) => entry.id === this.state.entryId) ??
      // A past workout is read from its beginning.
      (this.workout?.end === undefined ? newestEntry(this.entries) : this.entries[0]),
  )
  readonly exercise = $derived.by(() => this.entry && this.catalog.find(this.entry.exercise))
  private readonly choice: Choice = $derived.by(() => this.state.choices[this.entry?.id ?? ''] ?? NO_CHOICE)
  private readonly touched = $derived.by(() => allTouched(this.choice))

  // Plain values of their own: a set that is logged changes none of them, so it starts none of the queries
  // again.
  readonly id: string | undefined = $derived.by(() => this.doc.value?.id)
  private readonly start = $derived.by(() => this.workout?.start)
  private readonly gymName = $derived.by(() => this.machine?.gym || this.workout?.gym)
  private readonly exerciseId = $derived.by(() => this.entry?.exercise)
  private readonly machineId = $derived.by(() => this.entry?.machine?.id)

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
  readonly meaning = $derived.by(() => this.exercise?.load_meaning ?? 'none')

  protected readonly before: readonly WorkoutSet[] = $derived.by(() => this.carried.value?.value ?? NO_SETS)
  get last(): LastTime | null | undefined { return this.lastSets.value?.value }
  private readonly lastWorking: readonly WorkoutSet[] = $derived.by(() =>
    besideToday(this.last?.sets ?? NO_SETS, inOrder(this.entry?.sets ?? NO_SETS), {
      meaning: this.meaning, curveK: this.file?.curve_k ?? DEFAULT_K,
      baseKg: this.entry?.machine?.base_kg ?? this.file?.machine?.base_kg ?? 0,
    }),
  )
  /** Which side comes next in one-sided work. */
  private readonly side: Side = $derived.by(
    () => this.touched.side ?? (this.entry ? sideNext(this.entry.sets, this.before) : 'both'),
  )
  private readonly line = $derived.by(() =>
    this.entry
      ? lineOfNext(this.entry, this.before, this.side, this.touched.setup, this.splitting)
      : '',
  )
  readonly aim = $derived.by(() => aimOf(this.entry, this.chosen.value))
  /** What a set of the exercise records, and how its load is called. */
  readonly fields = $derived.by(() => {
    const sets = this.last?.sets ?? this.before
    return fieldsOf(this.exercise ?? NOTHING, sets.some((set) => (set.load?.value ?? 0) > 0))
  })
  readonly rack = $derived.by(() =>
    rackFor(
      this.meaning,
      rackInput({
        machine: this.machine, gym: this.gym, entry: this.entry, usual: this.file?.machine,
        meaning: this.meaning, unit: this.unit,
      }),
      this.unit,
    ),
  )

  /** The next set as history alone proposes it. */
  protected readonly proposed: Draft | undefined = $derived.by(() => {
    const next =
      this.entry && nextDraft(this.entry, this.lastWorking, this.before.at(-1), this.aim, this.side)
    return next?.load ? { ...next, load: fitted(next.load, this.rack, this.unit) } : next
  })
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
    const wanted = this.programmed?.at === 0 ? wantedOfTargets(this.programmed, this.programmed.unit) : null
    return wanted?.load_kg == null ? '' : (this.advising.value?.chanceOf(wanted) ?? '')
  })
  private get known(): Known {
    return {
      advised: this.advisedFor(this.programmed), isLate: this.advising.isLate, unit: this.unit,
      isRepeated: !!this.entry && patternOf(this.entry, this.lastWorking, this.side).from === 'last-time',
      marked: (load) => this.marked(load),
    }
  }
  /** The coming working set before the lifter changes it. */
  private readonly coming: Draft | undefined = $derived.by(
    () => this.proposed && comingSet(this.proposed, this.programmed, this.known),
  )
  /** The coming set as advice has it that came after the numbers of the card. */
  readonly late: Draft | null = $derived.by(() =>
    this.proposed && this.draft && this.advisedNow ? lateSet(this.proposed, this.draft, this.known) : null,
  )
  readonly draft: Draft | undefined = $derived.by(() => this.coming && chosen(this.coming, this.choice))

  protected readonly advisedNow = $derived.by(() =>
    this.draft?.kind === 'working' && this.programmed?.target.load == null
      ? this.advisedFor(this.programmed)
      : null,
  )
  /** A program's own hold or carry stands; a load that it leaves open is the engine's. */
  private advisedFor(asked: unknown): Advised | null {
    const advised = this.advising.value
    return asked && !advised?.solved ? null : advised
  }
  /** Advice that came before the numbers were final: what the one tap does rests on no other. */
  private get inTime(): Advised | null { return this.advising.isLate ? null : this.advising.value }
  /** What the engine advises for the next set; null where it has nothing to say. */
  readonly advice = $derived.by(() => this.advisedNow?.advice ?? null)
  /** The question about a load and reps on the card far outside what is known; null for ordinary ones. */
  readonly doubt: string | null = $derived.by(() => {
    const [{ load, reps, kind } = {}, advised] = [this.draft, this.advising.value]
    return advised && kind === 'working' && load && reps !== undefined ? advised.doubt(load, reps) : null
  })
  /** The advised load as the plates or the stack make it; undefined without one. */
  readonly advised: number | undefined = $derived.by(() => {
    const load = this.advisedNow?.load
    return load == null ? undefined : this.marked(load)
  })
  /** What the next set is meant to be: as advised, else as planned. */
  protected readonly target: Target | undefined = $derived.by(() => {
    if (this.programmed && this.isAsked) return programTarget(this.programmed)
    if (!this.advisedNow)
      return this.aim && this.draft?.kind === 'working' ? plannedTarget(this.aim) : undefined
    const target = targetOf(this.advisedNow, this.unit)
    if (!target?.load) return target
    return { ...target, load: { ...target.load, value: this.marked(target.load.value) } }
  })

  /** Working sets that the exercise in hand is meant to have, per side; undefined where nobody knows. */
  readonly planned: number | undefined = $derived.by(() =>
    plannedSets(this.entry, this.lastWorking, {
      ...(this.programmed ? { program: this.programmed.count } : {}),
      ...(this.inTime ? { advice: this.inTime.advice.sets } : {}),
    }),
  )
  /** The sets of the usual day where they differ in load; null where a program says what to do. */
  readonly usualDay: AdviceShown['day'] = $derived.by(() =>
    this.programmed ? null : (this.inTime?.advice.day ?? null),
  )
  /** As many working sets as planned are done. */
  readonly full: boolean = $derived.by(
    () => !this.programmed && allSetsDone(this.entry, this.planned, this.before),
  )
  /** The sets of the exercise in hand beside those of last time. */
  readonly rows: readonly SetRow[] = $derived.by(() => {
    const [entry, draft] = [this.entry, this.draft]
    if (!entry) return []
    const asked = this.programmed
    const coming = draft
      ? {
          kind: draft.kind, side: draft.side, planned: this.planned,
          ...(asked ? { asked: { kinds: asked.sets.map(loggedAs), at: asked.at } } : {}),
        }
      : null
    const isComparable = (set: WorkoutSet) =>
      sideOf(set) !== this.side || lineOf(entry, set, this.splitting) === this.line
    return setRows(entry, this.lastWorking, coming, isComparable)
  })
  readonly upNext: Entry | undefined = $derived.by(() => nextExercise(this.entries, this.entry))
  /** The warm-up sets that are still ahead of the first working set. */
  readonly ramps = $derived.by(() => {
    const written = this.programmed && this.entry && writtenWarmUps(this.programmed, this.entry)
    if (written) return written
    const working = this.choice.touched.load ?? this.coming?.load
    return warmUpSteps(
      this.entry, working, this.meaning, this.fields.measures.includes('reps'), this.rack, this.unit,
    )
  })
  /** Where the numbers on the card come from. */
  readonly from: Source = $derived.by(() =>
    sourceOf(this.entry, this.touched, this.lastWorking, this.draft),
  )
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
    if (!this.isPending) this.settledEntry = this.entry?.id
    return this.settledEntry !== this.entry?.id
  })
  /** The coming set as the screen shows it. */
  readonly shown: Draft | undefined = $derived.by(() =>
    this.draft && this.isOpening ? withoutNumbers(this.draft) : this.draft,
  )
  /** What the numbers on the card depend on has been read. */
  private get isRead(): boolean {
    // Not what was read for another exercise or line, which stands there until the new one comes. What could
    // not be read is not waited for.
    const isOf = ({ value, error }: Live<Of<unknown>>, of: string | undefined) =>
      error !== undefined || value?.of === of
    return this.isRestored && this.catalog.ready && this.content.of === this.exerciseId &&
      isOf(this.carried, this.exerciseId) && isOf(this.lastSets, this.line) &&
      isOf(this.machineDoc, this.machineId) && isOf(this.gymDoc, this.gymName) &&
      [this.chosen, this.merged].every(({ ready }) => ready)
  }
  get stuck() { return this.state.stuck }
  /** Rest after a set of the kind that is next. */
  get restSeconds(): number { return this.restAt() }
  /** The same at a local time, which an EMOM needs to know. */
  protected restAt(now?: string): number {
    const [asked, entry] = [this.programmed, this.entry]
    return asked && entry && this.isAsked
      ? restAfterTarget(asked, entry, (kind) => this.restAfter(kind), now)
      : this.restAfter(this.draft?.kind ?? 'working')
  }
  /** The next set is the one that the program asks for, and none that the lifter puts in before it. */
  private get isAsked(): boolean {
    return this.programmed !== null && this.choice.detour === null && this.draft !== undefined
  }
  /** Rest after a set of a kind [s]; 0 is none. */
  restAfter(kind: SetKind): number {
    return this.entry ? restSeconds(this.entry, this.chosen.value, kind) : REST_S
  }

  /** Kilograms from the engine as the mark of the plates or the stack that they mean. */
  private marked(value: number): number { return onMark(value, this.rack, this.unit) }
}
