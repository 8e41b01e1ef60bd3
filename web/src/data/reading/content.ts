/**
 * What Iron knows: the files that `iron build-content` writes. Missing files are no exercises, never a crash.
 */

import type { Measure, SetupValue } from '../../core/values/documents'

export interface IndexRow {
  id: string
  name: string
  aliases: string[]
  equipment: string
  movement: string
  primary: string[]
  log: Measure[]
  load_meaning: string
  implements?: number
  bodyweight_share?: number
  unilateral?: boolean
  /** Splitting variables in the order of the exercise's file. */
  splitting?: string[]
  credits?: Record<string, number>
  guide: boolean
  /** Words for its muscles; they come with the other names. */
  tags?: readonly string[]
  /** Its place among the common exercises, from 0. */
  rank?: number
}

export interface ContentIndex {
  v: number
  built: string
  exercises: IndexRow[]
  /** Ids of the exercises that lifters log most, the most common first. */
  common?: string[]
  muscles: Record<string, { name: string; region: string }>
  equipment?: Record<string, { name: string; kind: string }>
  variables: Record<string, unknown>
}

export interface Variable {
  id: string
  name: string
  short?: string
  type: 'choice' | 'number'
  unit?: string
  values?: { id: string; name: string }[]
  default?: SetupValue
  splits: boolean
  measure?: string
  step?: number
  min?: number
  max?: number
}

export interface Fault { id: string; name: string; cause: string; cure: string }
export interface Claim { grade: string; text: string; sources: string[]; note?: string }
export interface Source {
  authors: string
  year: number
  title: string
  journal?: string
  doi?: string
  url?: string
  sample?: string
  read: string
}

/** What the log needs of an exercise: its file without the guide. */
export interface ExerciseFacts extends IndexRow {
  muscles: { id: string; credit: number; low: number; high: number; note?: string }[]
  variables: Variable[]
  faults: Fault[]
  rep_ranges: { name: string; low: number; high: number; rir_low?: number; rir_high?: number }[]
  depth?: {
    how: 'knee_angle' | 'stop' | 'judged'
    unit?: string
    default?: number
    measure?: string
    values?: number[]
  }
  machine?: {
    base_kg?: number
    base_low?: number
    base_high?: number
    angle_deg?: number
    plates?: number[]
    sides?: number
  }
  curve_k?: number
  family?: string
}

export interface ExerciseFile extends ExerciseFacts {
  sections: { id: string; title: string; html: string }[]
  /** What the guide stands on, in one line. */
  basis?: string
  claims: Record<string, Claim>
  sources: Record<string, Source>
  questions: { q: string; html: string }[]
  /** Two positions of the movement as line drawings, and the movement in words. */
  figure?: { svg: string; says: string }
}

const EMPTY: ContentIndex = { v: 1, built: '', exercises: [], muscles: {}, variables: {} }
const cache = new Map<string, Promise<unknown>>()

/** The index of all library exercises; empty when the content was not built or cannot be reached. */
export function contentIndex(): Promise<ContentIndex> {
  return fetched<ContentIndex>('index').then((index) => {
    if (!index) return EMPTY
    naming ??= addAliases(index)
    return index
  })
}

let naming: Promise<void> | undefined

/** The index with the other names of its exercises in place, for whoever compares names. */
export async function namedIndex(): Promise<ContentIndex> {
  const index = await contentIndex()
  await naming
  return index
}

/**
 * Other names are four fifths of the bytes and only search wants them: they come after the rows, in place.
 */
async function addAliases(index: ContentIndex): Promise<void> {
  const fresh = index.exercises.filter((row) => (row.aliases as string[] | undefined) === undefined)
  const ranks = new Map((index.common ?? []).map((id, at) => [id, at]))
  for (const row of fresh) {
    row.aliases = []
    row.tags = muscleWords(row.primary)
    const rank = ranks.get(row.id)
    if (rank !== undefined) row.rank = rank
  }
  if (fresh.length === 0) return
  const named = await fetched<Naming>('aliases')
  for (const row of fresh) row.aliases.push(...(named?.aliases[row.id] ?? []))
  wordsByMuscle = named?.muscles ?? {}
  for (const [muscles, words] of tags) words.push(...wordsFor(muscles))
}

interface Naming { aliases: Record<string, string[]>; muscles?: Record<string, string[]> }

/** Words by muscles; exercises for the same muscles share a list. It is filled when the other names come. */
const tags = new Map<string, string[]>()

/** What lifters type to find exercises for these muscles: empty until the other names are here. */
export function muscleWords(muscles: readonly string[]): readonly string[] {
  const key = muscles.join(' ')
  const words = tags.get(key) ?? wordsFor(key)
  tags.set(key, words)
  return words
}

let wordsByMuscle: Record<string, string[]> = {}

function wordsFor(muscles: string): string[] {
  return muscles.split(' ').flatMap((muscle) => wordsByMuscle[muscle] ?? [])
}

/**
 * One exercise with its guide; undefined when it is not a library exercise or was never opened with signal.
 */
export function exerciseFile(id: string): Promise<ExerciseFile | undefined> {
  return fetched<ExerciseFile>(id)
}

/**
 * So long a set waits for the facts of its exercise over a weak signal; then it is logged as without signal,
 * and the next look has them if they came [ms]; a guess.
 */
const WEAK_SIGNAL_MS = 2000

/** The facts of an exercise: a small file of their own where there is a guide. */
export async function exerciseFacts(id: string): Promise<ExerciseFacts | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => { resolve(undefined) }, WEAK_SIGNAL_MS)
  })
  const facts = await Promise.race([factsFile(id), late])
  clearTimeout(timer)
  return facts
}

async function factsFile(id: string): Promise<ExerciseFacts | undefined> {
  // “Keep all offline” keeps whole files, which hold the facts too. Without a guide there is no other file.
  return (await fetched<ExerciseFacts>(`${id}.facts`)) ?? fetched<ExerciseFacts>(id)
}

/**
 * A file that `iron build-content` wrote, by its name without `.json`; undefined without signal before it was
 * kept.
 */
export function fetched<T>(name: string): Promise<T | undefined> {
  const known = cache.get(name)
  if (known) return known as Promise<T | undefined> // one type per name, see the callers
  const answer = load<T>(name)
  cache.set(name, answer)
  // A failure is not remembered: signal may be back on the next look.
  void answer.then((value) => value ?? cache.delete(name))
  return answer
}

/** A signal that carries nothing ends the wait, and the next look asks again [ms]; a guess. */
const LONGEST_MS = 60_000

async function load<T>(name: string): Promise<T | undefined> {
  try {
    const address = `${import.meta.env.BASE_URL}content/${encodeURIComponent(name)}.json`
    const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST_MS) })
    // Without the file a dev server answers with its page.
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return response.ok && isJson ? ((await response.json()) as T) : undefined
  } catch {
    return undefined
  }
}
