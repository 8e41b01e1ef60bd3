/** The state of the log screen: what is on the disk, what is chosen for the next set, and what may be done. */

import { inOrder, kindOf, sideOf, type Entry, type EntryPlan, type Load, type MassUnit, type Side, type WorkoutSet } from '../../../core/values/documents'
import { nextDraft, patternOf, withTouched, type Touched } from '../../../core/logic/draft'
import { distanceUnit, fieldsOf, type Counted } from '../../../core/logic/fields'
import { lineKey } from '../../../core/rules/history/lines'
import { unfilled } from '../../../core/rules/exercises/merged'
import { setsWanted } from '../../../core/logic/routine'
import { pairOpen, rounds, sideNext } from '../../../core/logic/sides'
import { dropped, ramp } from '../../../core/logic/warm-up'
import { changeEntry, putSet, removeSet, turnAfter } from '../../../core/logic/workout'
import { loadIn, massIn, massKg, shown } from '../../../core/rules/loads/units'
import { rackFor, STEP } from '../../../core/logic/strips'
import { forgetUnwritten, rememberUnwritten } from '../../../data/copies/unwritten'
import { gymNamed } from '../../../data/journal/gyms'
import { keep } from '../../../data/phone/keep'
import { carriedSets, lastTime } from '../../../data/reading/last-time'
import { besides, live, ofKinds } from '../../../data/store/live.svelte'
import { changeSet, deleteSet, keepTouched, makeSet, swapExercise } from '../../../data/journal/log'
import { getMeta } from '../../../data/store/meta'
import { exercises, factsOf } from '../../../data/reading/names.svelte'
import { rest } from '../../../data/phone/rest.svelte'
import { edit, merges, openWorkout, read, settings, write } from '../../../data/store/store'
import { buzz } from '../../../ui/device/buzz'
import { toast } from '../../../ui/toast.svelte'
import { plural } from '../../../ui/text/words'
import { createAdvice, keepWith, targetOf, withAdvice } from './advice.svelte'
import { fitted, onMark, rackInput } from './machine'
import { createMarks } from './marks.svelte'

/** Rest when nobody set one [s]; a guess between the usual two and three minutes. */
const REST_S = 150

export type Log = ReturnType<typeof createLog>

/** Call while the screen is set up. `wanted`: a workout's id, or undefined for the running one. */
export function createLog(wanted: () => string | undefined) {
  const doc = live(() => {
    const id = wanted()
    return () => (id === undefined ? openWorkout() : read('workout', id))
  }, ofKinds(['workout']))
  const chosen = live(() => settings, ofKinds(['settings']))
  const catalog = exercises()
  let entryId = $state<string | null>(null)
  let touched = $state.raw<Touched>({})
  let busy = $state(false)
  let stuck = $state.raw<readonly { entry: string; set: WorkoutSet }[]>([])

  const workout = $derived(doc.value?.body)
  const merged = live(() => merges, ofKinds(['exercise']))
  // Entries read as what they count as; writing finds the stored one by its id.
  const entries = $derived(workout ? inOrder(workout.entries.map((one) => merged.value?.entry(one) ?? one)) : [])
  const entry = $derived(entries.find((candidate) => candidate.id === entryId) ?? atHand(entries))
  const exercise = $derived(entry && catalog.find(entry.exercise))
  // Plain values of their own: a set that is logged changes none of them, so it starts none of the queries below again.
  const here = $derived(doc.value?.id)
  const start = $derived(workout?.start)
  const lifting = $derived(entry?.exercise)
  const machineId = $derived(entry?.machine?.id)
  const gymName = $derived(workout?.gym)
  const content = factsOf(() => lifting)
  const variables = $derived(content.file?.variables ?? [])
  const machine = live(() => {
    const id = machineId
    return async () => (id === undefined ? undefined : (await read('machine', id))?.body)
  }, ofKinds(['machine']))
  const gym = live(() => {
    const name = gymName
    return () => gymNamed(name)
  }, besides(() => here))
  const unit: MassUnit = $derived(machine.value?.unit ?? gym.value?.unit ?? chosen.value?.unit ?? 'kg')
  const carried = live(() => {
    const [id, on, now] = [lifting, machineId, here]
    return async () => (id === undefined || now === undefined ? [] : carriedSets(id, on, now))
  }, besides(() => here))
  const before = $derived(carried.value ?? [])
  /** Whose turn it is in one-sided work. */
  const side: Side = $derived(touched.side ?? (entry ? sideNext(entry.sets, before) : 'both'))

  const lineNow = $derived.by(() => {
    if (!entry) return ''
    const from = inOrder(entry.sets).at(-1) ?? before.at(-1)
    const splitting = variables.filter((variable) => variable.splits).map((variable) => variable.id)
    // The plan's setup holds until the entry has a set of its own.
    const setup = entry.sets.length > 0 ? from?.setup : { ...from?.setup, ...entry.plan?.setup }
    return lineKey(entry.exercise, entry.machine?.id ?? null, side, touched.setup ?? setup ?? {}, splitting)
  })
  const last = live(() => {
    const [key, id, since, of] = [lineNow, here, start, lifting]
    const splitting = variables.filter((variable) => variable.splits).map((variable) => variable.id)
    return async () => (of === undefined || id === undefined || since === undefined ? null : lastTime(key, of, splitting, { id, start: since }))
  }, besides(() => here))
  const aim = $derived.by((): EntryPlan | undefined => {
    const usual = entry && chosen.value?.reps_by_exercise?.[entry.exercise]
    return entry?.plan ?? (usual ? { reps_low: usual[0], reps_high: usual[1] } : undefined)
  })
  const meaning = $derived(exercise?.load_meaning ?? 'none')
  const fields = $derived(fieldsOf(exercise ?? NOTHING, (last.value?.sets ?? before).some((set) => (set.load?.value ?? 0) > 0)))
  const rackNow = $derived(rackFor(meaning, rackInput({ machine: machine.value, gym: gym.value, entry, usual: content.file?.machine, meaning, unit }), unit))
  const proposed = $derived.by(() => {
    const next = entry && nextDraft(entry, last.value?.sets ?? [], before.at(-1), aim, side)
    return next?.load ? { ...next, load: fitted(next.load, rackNow, unit) } : next
  })

  const workingSets = (of: Entry) => of.sets.filter((set) => kindOf(set) === 'working')
  const working = (of: Entry) => rounds(workingSets(of))
  /** Working sets this entry wants; undefined when nobody knows. */
  const planned = $derived(entry && setsWanted(entry, last.value?.sets ?? []))
  const full = $derived(entry !== undefined && planned !== undefined && working(entry) >= planned && !pairOpen(entry.sets, before))
  /** The next exercise that has not begun, after this one first. */
  const upNext = $derived.by(() => {
    const at = entries.findIndex((other) => other.id === entry?.id)
    return [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))].find((other) => other.sets.length === 0)
  })
  const advice = createAdvice(() => ({
    workout: doc.value?.id, start: workout?.start, open: workout !== undefined && workout.end === undefined, entry,
    draft: proposed && { side: touched.side ?? proposed.side, setup: touched.setup ?? proposed.setup }, rack: rackNow, unit, last: last.value?.sets ?? [],
  }))
  /** The coming working set before the lifter changes it. */
  const coming = $derived.by(() => {
    const next = proposed && withAdvice(proposed, advice.value, unit)
    return next?.load ? { ...next, load: { ...next.load, value: onMark(next.load.value, rackNow, unit) } } : next
  })
  const draft = $derived(coming && withTouched(coming, touched))
  /** The warm-up sets that are still ahead of the first working set. */
  const ramps = $derived.by(() => {
    if (!entry || working(entry) > 0 || !entry.sets.every((set) => kindOf(set) === 'warm-up') || NO_RAMP.has(meaning) || !fields.measures.includes('reps')) return []
    const first = touched.kind === undefined && touched.load ? touched.load : coming?.load
    const done = Math.max(-1, ...entry.sets.map((set) => (set.load ? loadIn(set.load, unit) : 0)))
    return first ? ramp(shown(loadIn(first, unit)), rackNow, STEP[unit]).filter((step) => step.load > done) : []
  })

  const from = $derived.by(() => {
    if (touched.load !== undefined || touched.reps !== undefined) return 'changed by you'
    const where = entry && patternOf(entry, last.value?.sets ?? [], side).from
    return where === 'last-time' ? 'as last time' : where === 'today' ? 'as the set before' : ''
  })

  const beat = createMarks(() => ({
    workout: doc.value?.id, start: workout?.start, entry, line: lineNow, unit, meaning, loadKg: draft?.load ? shown(massKg(draft.load.value, draft.load.unit)) : 0,
  }))

  void getMeta('draft').then((kept) => {
    if (!kept) return
    entryId = kept.entry
    touched = kept.touched
  })
  void rest.load()

  function touch(change: Touched): void {
    touched = { ...touched, ...change }
    if (entry) void keepTouched(entry.id, touched).catch(() => undefined) // the next set's wishes, not training
  }

  function select(id: string): void {
    if (id === entry?.id) return
    entryId = id
    touched = {}
    void keepTouched(id, {}).catch(() => undefined)
  }

  function restSeconds(of: Entry): number {
    return of.rest_s ?? chosen.value?.rest_by_exercise?.[of.exercise] ?? chosen.value?.rest_s ?? REST_S
  }

  async function store(into: Entry, set: WorkoutSet): Promise<boolean> {
    const id = doc.value?.id
    if (id === undefined) return false
    const kept = await keep(() => changeSet(id, into.id, set))
    const others = stuck.filter((other) => other.set.id !== set.id)
    stuck = kept ? others : [...others, { entry: into.id, set }]
    if (kept) forgetUnwritten(set.id)
    else rememberUnwritten(set.id, { workout: id, entry: into.id, set })
    return kept
  }

  /** The one tap. On the disk first, then everything else. */
  async function logNow(): Promise<void> {
    if (!entry || !draft || busy) return
    busy = true
    try {
      const into = entry
      const advised = draft.kind === 'working' ? advice.value : null
      const meant = advised && targetOf(advised, unit)
      const aimed = meant ? { target: meant.load ? { ...meant, load: { ...meant.load, value: onMark(meant.load.value, rackNow, unit) } } : meant } : aim && draft.kind === 'working' ? { target: target(aim) } : {}
      const set: WorkoutSet = { ...makeSet(into, draft, workout?.end !== undefined), ...aimed }
      const climbing = set.kind === 'warm-up' ? ramps.find((step) => step.load > (set.load ? loadIn(set.load, unit) : 0)) : undefined
      // The other side comes first, then the partner of a superset.
      const halfway = pairOpen([...into.sets, set], before)
      const turn = !halfway && kindOf(set) === 'working' ? turnAfter(entries, into, (other) => wants(other, into)) : null
      const was = { touched, rest: rest.running }
      entryId = into.id
      const kept = await store(into, set)
      touched = {}
      void keepTouched(into.id, {}).catch(() => undefined)
      if (climbing) touch({ kind: 'warm-up', load: { value: climbing.load, unit }, reps: climbing.reps, rir: null, failure: null })
      if (doc.value?.body.end === undefined) {
        // A superset has one rest, after its round; a pair of sides too.
        if (halfway || turn?.rest === false) rest.stop()
        else rest.start(restSeconds(into))
      }
      if (kept && turn && turn.entry.id !== into.id) select(turn.entry.id)
      if (kept && advised) void keep(() => keepWith(advised, set))
      if (kept) buzz('set')
      if (kept) toast.show('Set logged.', { label: 'Undo', run: () => void undoLog(into, set, was) })
    } finally {
      busy = false
    }
  }

  /** Whether a partner of a superset still wants sets, `done` having one more than the screen knows. */
  function wants(other: Entry, done: Entry): boolean {
    const most = other.plan?.sets
    if (most !== undefined) return working(other) < most
    return working(other) <= working(done) + 1
  }

  /** Several sets at once, from the quick line: one write, one undo. False when nothing was written. */
  async function logMany(wishes: readonly Touched[]): Promise<boolean> {
    const [id, into, from] = [doc.value?.id, entry, proposed]
    if (id === undefined || !into || !from || busy) return false
    busy = true
    try {
      const made: WorkoutSet[] = []
      for (const wish of wishes) {
        const of = { ...into, sets: [...into.sets, ...made] }
        const turn = wish.side === undefined ? { side: sideNext(of.sets, before) } : {}
        made.push(makeSet(of, withTouched(from, { ...turn, ...wish }), workout?.end !== undefined))
      }
      const was = { touched, rest: rest.running }
      if (!(await keep(() => edit('workout', id, (now) => made.reduce((grown, set) => putSet(grown, into.id, set), now))))) return false
      touched = {}
      void keepTouched(into.id, {}).catch(() => undefined)
      if (workout?.end === undefined) rest.start(restSeconds(into))
      toast.show(`${plural(made.length, 'set')} logged.`, { label: 'Undo', run: () => void undoMany(id, into, made, was) })
      return true
    } finally {
      busy = false
    }
  }

  async function undoMany(id: string, into: Entry, made: readonly WorkoutSet[], was: { touched: Touched; rest: typeof rest.running }): Promise<void> {
    if (!(await keep(() => edit('workout', id, (now) => made.reduce((less, set) => removeSet(less, into.id, set.id), now))))) return
    rest.restore(was.rest)
    touched = was.touched
  }

  /** A lighter set at once, or a few more reps after a breath: no rest between. */
  function follow(kind: 'drop' | 'rest-pause'): void {
    const newest = entry && inOrder(entry.sets).at(-1)
    if (!newest) return
    const load = newest.load && kind === 'drop' ? { value: dropped(shown(loadIn(newest.load, unit)), rackNow, STEP[unit]), unit } : newest.load
    touch({
      kind, side: sideOf(newest), ...(load ? { load } : {}), rir: null, failure: null,
      ...(newest.reps === undefined ? {} : { reps: kind === 'drop' ? newest.reps : Math.max(1, Math.round(newest.reps / 3)) }),
    })
    rest.stop()
  }

  /** The machine is taken: another exercise here, both keep their histories. */
  async function swap(exercise: string): Promise<void> {
    const [id, before, old] = [doc.value?.id, doc.value?.body, entry]
    if (id === undefined || !before || !old) return
    let made = ''
    if (!(await keep(async () => { made = await swapExercise(id, old.id, exercise) }))) return
    select(made)
    toast.show(`${catalog.find(exercise).name} instead.`, { label: 'Undo', run: () => void keep(() => write('workout', id, before)).then(() => select(old.id)) })
  }

  /** Another bar in hand: the load stays, other plates go on. */
  async function setBar(bar: Load): Promise<void> {
    const [id, of] = [doc.value?.id, entry]
    if (id !== undefined && of) await keep(() => edit('workout', id, (now) => changeEntry(now, of.id, (one) => ({ ...one, bar }))))
  }

  /** Everything as it was before the tap: the set, the numbers on the card, the rest. */
  async function undoLog(from: Entry, set: WorkoutSet, before: { touched: Touched; rest: typeof rest.running }): Promise<void> {
    const id = doc.value?.id
    if (id === undefined || !(await keep(() => deleteSet(id, from.id, set.id)))) return
    rest.restore(before.rest)
    entryId = from.id
    touched = {}
    touch(before.touched)
  }

  /** A changed set without what a merge adds on reading: that is never written. */
  function bare(of: Entry, before: WorkoutSet, after: WorkoutSet): WorkoutSet {
    const stored = workout?.entries.find((one) => one.id === of.id)?.sets.find((one) => one.id === before.id)
    return stored ? unfilled(stored, before, after) : after
  }

  async function change(of: Entry, before: WorkoutSet, after: WorkoutSet): Promise<void> {
    const old = bare(of, before, before)
    if (!(await store(of, bare(of, before, after)))) return
    toast.show('Set changed.', { label: 'Undo', run: () => void store(of, old) })
  }

  async function removeNow(from: Entry, set: WorkoutSet): Promise<void> {
    const id = doc.value?.id
    const stored = bare(from, set, set)
    if (id === undefined || !(await keep(() => deleteSet(id, from.id, set.id)))) return
    toast.show('Set removed.', { label: 'Undo', run: () => void store(from, stored) })
  }

  return {
    get ready() { return doc.ready },
    get id() { return doc.value?.id },
    get readonly() { return doc.value?.readonly ?? false },
    get workout() { return workout },
    get entries() { return entries },
    get entry() { return entry },
    get exercise() { return exercise },
    get file() { return content.file },
    get variables() { return variables },
    get machine() { return machine.value },
    get unit() { return unit },
    /** The gym's own document, where the lifter described it; the workout names it. */
    get gym() { return gym.value },
    /** What a set of the exercise records, and how its load is called. */
    get fields() { return fields },
    get distanceUnit() { return draft?.distance?.unit ?? distanceUnit(exercise ?? NOTHING, unit, exercise?.equipment ?? '') },
    /** What stays with the exercise and with the machine. */
    get sticky() { return { exercise: (entry && chosen.value?.notes?.[entry.exercise]) ?? '', machine: machine.value?.note ?? '' } },
    /** Today's sets that are records of their line. */
    get beaten() { return beat.records },
    /** The record to beat at this load, in words; empty until it is read and where there is none. */
    get toBeat() { return beat.words },
    get rack() { return rackNow },
    get last() { return last.value },
    get draft() { return draft },
    /** What the engine advises for the next set; null where it has nothing to say. */
    get advice() { return draft?.kind === 'working' ? (advice.value?.advice ?? null) : null },
    /** Where the numbers on the card come from, in words. */
    get from() { return from },
    get aim() { return aim },
    /** The advised load as the plates or the stack make it; undefined without one. */
    get advised() {
      const kg = draft?.kind === 'working' ? advice.value?.advice.load_kg : null
      return kg == null ? undefined : onMark(shown(massIn(kg, unit)), rackNow, unit)
    },
    /** As many working sets as planned are done. */
    get full() { return full },
    get upNext() { return upNext },
    get ramps() { return ramps },
    get dropTo() {
      const newest = entry && inOrder(entry.sets).at(-1)
      return newest?.load ? dropped(shown(loadIn(newest.load, unit)), rackNow, STEP[unit]) : undefined
    },
    get busy() { return busy },
    get stuck() { return stuck },
    get catalog() { return catalog },
    get restSeconds() { return entry ? restSeconds(entry) : REST_S },
    touch, select, logNow, logMany, follow, swap, setBar, change, removeNow, store,
    untouch: () => { touched = {}; if (entry) void keepTouched(entry.id, {}).catch(() => undefined) },
  }
}

const NOTHING: Counted = { log: [], load_meaning: 'none' }
/** Ways of counting that no ramp leads up to. */
const NO_RAMP: ReadonlySet<string> = new Set(['none', 'assistance', 'band', 'added'])

function target({ reps_low, reps_high, rir }: EntryPlan): NonNullable<WorkoutSet['target']> {
  return { ...(reps_low === undefined ? {} : { reps_low }), ...(reps_high === undefined ? {} : { reps_high }), ...(rir === undefined ? {} : { rir }) }
}

/** The entry the lifter is at: the one with the newest set; before the first set, the first. */
function atHand(entries: readonly Entry[]): Entry | undefined {
  const newest = (entry: Entry) => entry.sets.map((set) => set.done_at ?? '').sort().at(-1) ?? ''
  return [...entries].sort((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0))[0]
}
