/** What of an import plan is new on this phone. The server plans without knowing a guest's documents. */

export interface Planned {
  readonly kind: string
  readonly id: string
  readonly body: Record<string, unknown>
}

export interface Fresh {
  /** What to write in one transaction, the import document last; empty when nothing is new. */
  readonly documents: readonly Planned[]
  readonly workouts: number
  readonly sets: number
  /** Workouts that are here already, and such that were deleted by hand and stay deleted. */
  readonly unchanged: number
  readonly stayDeleted: number
}

/**
 * @param planned documents of the plan, the import document last
 * @param there `kind|id` of documents that exist here
 * @param deleted `kind|id` of documents that the lifter deleted by hand (not by taking an import back)
 */
export function fresh(
  planned: readonly Planned[], there: ReadonlySet<string>, deleted: ReadonlySet<string>,
): Fresh {
  const workouts = planned.filter((document) => document.kind === 'workout')
  const unchanged = workouts.filter((workout) => there.has(keyOf(workout))).length
  const stayDeleted = workouts
    .filter((workout) => !there.has(keyOf(workout)) && deleted.has(keyOf(workout))).length
  const report = planned.find((document) => document.kind === 'import')
  const updated = new Set(Object.keys((report?.body['updated'] ?? {}) as Record<string, string>))
  const bring = planned.filter((document) => {
    // A name that now means another exercise takes the place of the one that is here.
    if (document.kind === 'alias' && updated.has(document.id)) return true
    if (document.kind === 'import' || there.has(keyOf(document))) return false
    // A workout deleted by hand stays deleted; a machine or a name that new workouts need comes again.
    return document.kind !== 'workout' || !deleted.has(keyOf(document))
  })
  const brought = bring.filter((document) => document.kind === 'workout')
  if (brought.length === 0) return { documents: [], workouts: 0, sets: 0, unchanged, stayDeleted }
  const used = new Set(brought.flatMap(usedBy))
  const needed = bring.filter(
    (document) => document.kind === 'workout' || document.kind === 'alias' || used.has(document.id)
  )
  const sets = brought.reduce((sum, workout) => sum + setsOf(workout), 0)
  const added = needed.filter((document) => !updated.has(document.id))
  return {
    documents: report ? [...needed, listing(report, added, brought.length, sets)] : needed,
    workouts: brought.length, sets, unchanged, stayDeleted,
  }
}

/**
 * The import document lists exactly what it added, so that taking it back takes no more: what it only brought
 * up to date belongs to the import that added it.
 */
function listing(report: Planned, brought: readonly Planned[], workouts: number, sets: number): Planned {
  const ids = new Set(brought.map((workout) => workout.id))
  const digests = Object.entries((report.body['digests'] ?? {}) as Record<string, string>).filter(([id]) =>
    ids.has(id),
  )
  const documents = brought.map((document) => [document.kind, document.id])
  return {
    ...report, body: { ...report.body, documents, digests: Object.fromEntries(digests), workouts, sets },
  }
}

interface Entries { entries?: { exercise: string; machine?: { id: string }; sets?: unknown[] }[] }

function usedBy({ body }: Planned): string[] {
  return ((body as Entries).entries ?? []).flatMap((entry) => [
    entry.exercise, ...(entry.machine ? [entry.machine.id] : []),
  ])
}

function setsOf({ body }: Planned): number {
  return ((body as Entries).entries ?? []).reduce((sum, entry) => sum + (entry.sets?.length ?? 0), 0)
}

function keyOf({ kind, id }: Planned): string {
  return `${kind}|${id}`
}
