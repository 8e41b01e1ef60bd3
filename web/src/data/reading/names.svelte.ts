/**
 * Names and facts of exercises for screens: library and the lifter's own, without waiting for the network.
 */

import { ownExercise } from '../../core/generated/messages-ui'
import type { Measure } from '../../core/values/documents'
import { contentIndex, exerciseFacts, muscleWords, type ExerciseFacts, type IndexRow } from './content'
import { live, ofKinds, type Live } from '../store/live.svelte'
import { ownFile, primaryOf } from './own-facts'
import { all, countedAs, merges, read } from '../store/store'

/** What every screen may ask of an exercise, library or own. */
export interface ExerciseRow {
  id: string
  name: string
  aliases: string[]
  log: Measure[]
  load_meaning: string
  equipment: string
  primary: string[]
  guide: boolean
  own: boolean
  /** The lifter said how the load of his own exercise counts. */
  said?: boolean
  implements?: number
  unilateral?: boolean
  /** Kind of its equipment: free, machine, cable, body, cardio, other. */
  place?: string
  movement?: string
  /** Words for its muscles. */
  tags?: readonly string[]
  /** Its place among the common exercises, from 0. */
  rank?: number
  /** Counts as another exercise: not to be picked any more. */
  merged?: string
}

/** Own exercises have UUIDs, library exercises have words. */
const OWN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/

let library = $state.raw<readonly IndexRow[]>([])
let equipment = $state.raw<Readonly<Record<string, { name: string; kind: string }>>>({})
let asked = false
/** The index was read, or could not be. */
let answered = $state(false)

/** The index is fetched when a name is first wanted, not before: a first visit to an empty log needs none. */
function askOnce(): void {
  if (asked) return
  asked = true
  void contentIndex().then((index) => {
    library = index.exercises
    equipment = index.equipment ?? {}
    asked = index.exercises.length > 0
    answered = true
  })
}

/** The exercises to choose from: own ones first, then the library. Call while a component is set up. */
export function exercises(): {
  readonly rows: ExerciseRow[]
  find: (id: string) => ExerciseRow
  /** Library and own exercises have been read: what is not found now is not known here. */
  readonly ready: boolean
} {
  const own: Live<ExerciseRow[]> = live(() => ownRows, ofKinds(['exercise']))
  const rows = $derived([
    ...(own.value ?? [])
      .filter((row) => row.merged === undefined)
      .map((row) => ({
        ...row, equipment: equipment[row.equipment]?.name ?? '', place: equipment[row.equipment]?.kind ?? '',
        tags: muscleWords(row.primary),
      })),
    ...library.map((row) => ({
      ...row, equipment: equipment[row.equipment]?.name ?? '', place: equipment[row.equipment]?.kind ?? '',
      own: false,
    })),
  ])
  // Who types the name of a merged exercise means what it counts as.
  const searched = $derived.by(() => {
    const merged = (own.value ?? []).filter((row) => row.merged !== undefined)
    if (merged.length === 0) return rows
    return rows.map((row) => {
      const further = merged
        .filter((other) => other.merged === row.id)
        .flatMap((other) => [other.name, ...other.aliases])
      // The library's other names come after its rows, in place.
      return further.length === 0 ? row : { ...row, get aliases() { return [...row.aliases, ...further] } }
    })
  })
  const byId = $derived.by(() => {
    const rows = new Map<string, ExerciseRow>(searched.map((row) => [row.id, row]))
    for (const { id, merged } of own.value ?? [])
      if (merged !== undefined) rows.set(id, rows.get(merged) ?? unknown(merged))
    return rows
  })
  return {
    get rows() {
      askOnce()
      return searched
    },
    find: (id) => {
      askOnce()
      return byId.get(id) ?? unknown(id)
    },
    get ready() { return answered && own.ready },
  }
}

async function ownRows(): Promise<ExerciseRow[]> {
  const [docs, merged] = await Promise.all([all('exercise'), merges()])
  return docs.map(({ id, body }) => {
    const to = merged.target(id).exercise
    return {
      id, name: body.name,
      aliases: [...(body.names ?? []), ...(body.imported_name ? [body.imported_name] : [])],
      log: body.log ?? ['load', 'reps'],
      load_meaning: body.load_meaning ?? 'none', equipment: body.equipment ?? '', primary: primaryOf(body),
      guide: false, own: true,
      ...(body.implements === undefined ? {} : { implements: body.implements }),
      ...(body.unilateral === undefined ? {} : { unilateral: body.unilateral }),
      ...(body.load_meaning === undefined ? {} : { said: true }), ...(to === id ? {} : { merged: to }),
    }
  })
}

/** A name for an id that is not (yet) known here: `leg-press-45` reads “Leg press 45”. */
function unknown(id: string): ExerciseRow {
  const words = OWN_ID.test(id) ? ownExercise : id.replaceAll('-', ' ')
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  return {
    id, name, aliases: [], log: ['load', 'reps'], load_meaning: 'none', equipment: '', primary: [],
    guide: false, own: false,
  }
}

/**
 * An exercise's facts: of the library where they are on this phone or reachable, or what the lifter said of
 * his own.
 */
export function factsOf(id: () => string | undefined): {
  readonly file: ExerciseFacts | undefined
  /** The exercise that they were looked up for, found or not; undefined while they are on their way. */
  readonly of: string | undefined
} {
  let facts = $state.raw<{ of: string; file: ExerciseFacts | undefined } | undefined>(undefined)
  const chosen = $derived(id())
  $effect.pre(() => {
    const wanted = chosen
    let current = true
    facts = undefined
    if (wanted === undefined) return
    const tell = (file: ExerciseFacts | undefined) => { if (current) facts = { of: wanted, file } }
    void known(wanted).then(tell, () => { tell(undefined) })
    return () => { current = false }
  })
  return { get file() { return facts?.file }, get of() { return facts?.of } }
}

async function known(asked: string): Promise<ExerciseFacts | undefined> {
  if (!OWN_ID.test(asked)) return exerciseFacts(asked)
  const id = await countedAs(asked)
  const own = await read('exercise', id)
  return own ? ownFile(id, own.body) : exerciseFacts(id)
}
