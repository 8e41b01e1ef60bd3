/** Runs of programs on this phone: the shelf, starting one, and the session that comes next. */

import { keyBetween } from '../../core/rules/records/order'
import { readProgram } from '../../core/rules/programs/compiling'
import type { Change } from '../../core/rules/programs/changes'
import type { Fold } from '../../core/rules/programs/fold'
import { FORMAT, type Place, type ProgramBody } from '../../core/rules/programs/model'
import { datedSessions, type Dated } from '../../core/rules/programs/days'
import { foldRun, type Surroundings } from '../../core/rules/programs/run'
import { loggedAs, type SlotTargets } from '../../core/rules/programs/targets'
import { isActive } from '../../core/logic/programs/active'
import { withAlternative } from '../../core/logic/programs/alternative'
import { upcoming, type Upcoming } from '../../core/logic/programs/upcoming'
import type { MassUnit } from '../../core/rules/loads/units'
import type { Entry, Gym, Machine, OwnExercise, Run, Workout } from '../../core/values/documents'
import { contentIndex } from '../reading/content'
import { lastEntry } from '../reading/last-time'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { all, merges, read, workouts, workoutsFrom, write, type Doc } from '../store/store'
import { NO_FILTER, passes } from '../../core/logic/log/picking'
import { doneIn } from '../reading/picker'
import { usualGym } from './gyms'
import { sameGym } from '../../core/logic/log/gym-names'
import { currentWorkout, placed } from './log-edits'

const EVER = '9999'

/** A program on the shelf: what one must know to choose it. */
export interface Shelved {
  id: string
  name: string
  note?: string
  goal?: string
  level?: string
  evidence?: string
  equipment?: string[]
  unknown?: string[]
  /** One of the lifter's own. */
  own?: boolean
  days: number
  minutes: number
  asks: { lift: string; exercise: string; ask: string; name: string; optional: boolean }[]
}

/** Programs of format 2: the lifter's own first, then those that come with Iron (none before a signal). */
export async function shelf(): Promise<Shelved[]> {
  const [own, comes] = await Promise.all([ownPrograms(), fetched<Shelved[]>('programs/shelf.json')])
  return [...own.map(({ id, body }) => shelved(id, body)), ...(comes ?? [])]
}

async function ownPrograms(): Promise<{ id: string; body: ProgramBody }[]> {
  // Bodies of kind program with a format have this shape (docs/programs.md).
  const programs = (await all('program')) as unknown as { id: string; body: ProgramBody }[]
  return programs.filter(({ body }) => body['format'] === FORMAT)
}

function shelved(id: string, body: ProgramBody): Shelved {
  const program = readProgram(body)
  const lifts = [...program.lifts.values()].filter(({ keeps }) => keeps !== '')
  return {
    id,
    name: program.name,
    own: true,
    days: program.daysPerWeek,
    minutes: 0,
    ...(typeof body['note'] === 'string' ? { note: body['note'] } : {}),
    asks: lifts.map(({ id: lift, exercise, ask, name, keeps, start }) => ({
      lift,
      exercise,
      ask,
      name,
      optional: keeps === 'load' || start !== null,
    })),
  }
}

export async function shelvedProgram(id: string): Promise<ProgramBody | undefined> {
  const own = (await ownPrograms()).find((program) => program.id === id)
  return own ? own.body : fetched<ProgramBody>(`programs/${encodeURIComponent(id)}.json`)
}

async function fetched<T>(path: string): Promise<T | undefined> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}content/${path}`)
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return answer.ok && isJson ? ((await answer.json()) as T) : undefined
  } catch {
    return undefined
  }
}

/** Runs that are not over and that this Iron can read, the newest start first. */
export async function activeRuns(): Promise<Doc<Run>[]> {
  const runs = await all('run')
  return runs
    .filter(({ body }) => isActive(body))
    .sort((a, b) => (a.body.start < b.body.start || (a.body.start === b.body.start && a.id < b.id) ? 1 : -1))
}

/** A running program whose text only a newer Iron can read, with its last session. */
export interface NewerRun {
  id: string
  name: string
  last: { id: string; title: string; start: string } | null
}

/** Running programs that a newer Iron wrote. */
export async function newerRuns(): Promise<NewerRun[]> {
  const runs = (await all('run')).filter(
    ({ body }) => body.ended === undefined && Number(body.text['format']) > FORMAT,
  )
  return Promise.all(
    runs.map(async ({ id, body: { name, start } }) => {
      const last = (await workoutsFrom(start, EVER)).find(({ body }) => body.run?.id === id)
      if (!last) return { id, name, last: null }
      const { title, start: on } = last.body
      return { id, name, last: { id: last.id, title: title ?? name, start: on.slice(0, 10) } }
    }),
  )
}

/** Start a program with the numbers that the lifter typed; returns the id of the run. */
export async function startRun(
  program: string,
  text: ProgramBody,
  asked: Record<string, number>,
  unit: MassUnit,
  gym?: string,
): Promise<string> {
  const id = newId()
  const body: Run = {
    v: 1,
    name: text.name,
    program,
    text,
    start: wallTime().slice(0, 10),
    unit,
    ...(Object.keys(asked).length > 0 ? { asked } : {}),
    ...(gym === undefined ? {} : { gym }),
  }
  await write('run', id, body)
  return id
}

export async function endRun({ id, body }: Doc<Run>): Promise<void> {
  await write('run', id, { ...body, ended: wallTime().slice(0, 10) })
}

/** A number typed after the start counts from now on. */
export async function typeNumber({ id, body }: Doc<Run>, lift: string, value: number): Promise<void> {
  const at = new Date()
  const typed = [
    ...(body.typed ?? []),
    { id: newId(), at: wallTime(at), offset: zoneOffset(at), lift, value },
  ]
  await write('run', id, { ...body, typed })
}

/** A run with its state today; `gym` is where the next session will be, `dated` its days on weekdays. */
export interface Standing {
  doc: Doc<Run>
  fold: Fold
  place: Place | null
  targets: SlotTargets[]
  dated: Dated[]
  gym: string | undefined
}

export async function standing(doc: Doc<Run>): Promise<Standing> {
  const fold = await foldOf(doc)
  const gym = doc.body.gym ?? usualGym(await workouts({ limit: 1 }))
  return {
    doc, fold, place: fold.place, gym,
    targets: fold.place ? await offered(fold.targets(fold.place), gym) : [],
    dated: datedSessions(fold, doc.body.start, wallTime().slice(0, 10)),
  }
}

/** The targets with the first exercise that can be done in a gym; the program's own where none can. */
async function offered(slots: SlotTargets[], gym: string | undefined): Promise<SlotTargets[]> {
  if (slots.every(({ alternatives }) => alternatives.length === 0)) return slots
  const [index, inGym] = await Promise.all([contentIndex(), doneIn(gym)])
  const isAtHand = (exercise: string): boolean => {
    const row = index.exercises.find(({ id }) => id === exercise)
    const place = row && index.equipment?.[row.equipment]?.kind
    return !row || passes({ id: row.id, primary: row.primary, ...(place ? { place } : {}) }, HERE, inGym)
  }
  return slots.map((slot) => {
    const other = isAtHand(slot.exercise) ? undefined : slot.alternatives.find(isAtHand)
    return other === undefined ? slot : withAlternative(slot, other)
  })
}

const HERE = { ...NO_FILTER, here: true }

/**
 * The sessions of a run in which its slots come next, by slot, with the targets they have when every session
 * before is done as asked; empty when the run is over.
 */
export async function comingSlots(run: string): Promise<ReadonlyMap<string, Upcoming>> {
  const doc = (await activeRuns()).find(({ id }) => id === run)
  const coming = new Map<string, Upcoming>()
  if (!doc) return coming
  const fold = await foldOf(doc)
  for (const session of upcoming(fold, oneRound(fold)))
    for (const { slot } of session.slots) if (!coming.has(slot)) coming.set(slot, session)
  return coming
}

/** So many sessions that every day of the program comes once. */
export const oneRound = ({ program }: Fold): number => Math.max(program.daysPerWeek, program.days.length)

/** The run that Today offers: the newest one that has not ended and still has a session. */
export async function runningNow(): Promise<Standing | null> {
  for (const doc of await activeRuns()) {
    const state = await standing(doc)
    if (state.place) return state
  }
  return null
}

/** The fold before a workout, for its targets while it runs. */
export async function foldBefore(workout: string, run: string): Promise<Fold | null> {
  const doc = await read('run', run)
  return doc ? foldOf(doc, workout) : null
}

async function foldOf(doc: Doc<Run>, without?: string): Promise<Fold> {
  const [rows, around] = await Promise.all([workoutsFrom(doc.body.start, EVER), surroundings()])
  return foldRun(
    doc.id,
    doc.body,
    rows.filter(({ id }) => id !== without).map(({ id, body }) => [id, body] as const),
    around,
  )
}

/** The exercises, machines and gyms of this phone. */
export async function surroundings(): Promise<Surroundings> {
  const [index, own, machines, gyms] = await Promise.all([
    contentIndex(),
    all('exercise'),
    all('machine'),
    all('gym'),
  ])
  return surroundingsFrom(index, own, machines, gyms)
}

type Known<B> = readonly { readonly id: string; readonly body: B }[]

/** The same from documents that were read. */
export function surroundingsFrom(
  index: Awaited<ReturnType<typeof contentIndex>>, own: Known<OwnExercise>, machines: Known<Machine>,
  gyms: Known<Gym>,
): Surroundings {
  const meanings = new Map([
    ...index.exercises.map((row) => [row.id, row.load_meaning] as const),
    ...own.map(({ id, body }) => [id, body.load_meaning ?? 'barbell'] as const),
  ])
  return {
    meaning: (exercise) => meanings.get(exercise) ?? 'barbell',
    machines: new Map(machines.map(({ id, body }) => [id, body])),
    gymOf: (name) => gyms.find(({ body }) => sameGym(body.name, name))?.body,
  }
}

/** Start a session of a run, the next one unless another is named, or go on with the running workout. */
export async function startSession(running: Standing, at: Place | null = running.place): Promise<void> {
  const { doc, fold, gym } = running
  const place = at
  const day = place && fold.program.days[place.day]
  if (!place || !day || (await currentWorkout())) return
  const counted = (await merges()).entry
  const entries: Entry[] = []
  for (const slot of await offered(fold.targets(place), gym))
    entries.push(counted(await placed(await entryOf(slot, entries[entries.length - 1]?.order ?? null), gym)))
  const now = new Date()
  const body: Workout = {
    v: 1,
    start: wallTime(now),
    offset: zoneOffset(now),
    title: day.name,
    ...(gym === undefined ? {} : { gym }),
    run: { id: doc.id, cycle: place.cycle, week: place.week, day: place.day },
    entries,
  }
  await write('workout', newId(), body)
}

async function entryOf(slot: SlotTargets, before: string | null): Promise<Entry> {
  const first = slot.sets[0]
  const machine = (await lastEntry(slot.exercise))?.machine
  return {
    id: newId(),
    order: keyBetween(before, null),
    exercise: slot.exercise,
    slot: slot.slot,
    ...(machine ? { machine } : {}),
    ...(slot.group === null ? {} : { group: slot.group }),
    ...(slot.rest === null ? {} : { rest_s: slot.rest }),
    plan: {
      sets: slot.sets.filter((target) => loggedAs(target) === 'working').length,
      ...(first && !first.timed ? { reps_low: first.repsLow, reps_high: first.repsHigh } : {}),
      ...(first?.rir == null ? {} : { rir: first.rir }),
      ...(slot.setup ? { setup: slot.setup } : {}),
    },
    sets: [],
  }
}

/** What the program of a run asks, by the text that holds today. */
export function questionsOf(run: Run): { id: string; words: string; answers: string[] }[] {
  const text = run.revised?.at(-1)?.text ?? run.text
  // The checker took the text: questions have an id, words and answers.
  return (text['questions'] ?? []) as { id: string; words: string; answers: string[] }[]
}

/** What a finished workout changed in its run. */
export async function changesOf(workout: string, run: string): Promise<Change[]> {
  const doc = await read('run', run)
  if (!doc) return []
  const [fold, before] = await Promise.all([foldOf(doc), foldOf(doc, workout)])
  const known = new Set(before.changes.map((change) => JSON.stringify(change)))
  return fold.changes.filter((change) => !known.has(JSON.stringify(change)))
}
