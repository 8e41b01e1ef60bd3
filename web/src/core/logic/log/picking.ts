/** Which exercises a picker offers: by muscle, by equipment, and by what stands in the gym. */

export interface Pickable {
  readonly id: string
  readonly primary: readonly string[]
  /** Kind of its equipment: free, machine, cable, body, cardio, other. */
  readonly place?: string
  readonly movement?: string
  readonly rank?: number
}

export interface PickFilter {
  /** A group of `MUSCLE_GROUPS`; empty for all. */
  muscle: string
  /** A kind of equipment; empty for all. */
  place: string
  /** Only what can be done in the gym of the workout. */
  here: boolean
}

export const NO_FILTER: PickFilter = { muscle: '', place: '', here: false }

/** Muscles as lifters group them. */
export const MUSCLE_GROUPS = [
  { id: 'chest', muscles: ['chest', 'upper_chest', 'serratus'] },
  { id: 'back', muscles: ['lats', 'upper_back', 'traps', 'spinal_erectors'] },
  { id: 'quads', muscles: ['quads', 'rectus_femoris'] },
  { id: 'hamstrings', muscles: ['hamstrings'] },
  { id: 'glutes', muscles: ['glutes', 'abductors'] },
  { id: 'shoulders', muscles: ['front_delts', 'side_delts', 'rear_delts', 'rotator_cuff'] },
  { id: 'biceps', muscles: ['biceps'] },
  { id: 'triceps', muscles: ['triceps'] },
  { id: 'calves', muscles: ['gastrocnemius', 'soleus', 'tibialis'] },
  { id: 'abs', muscles: ['abs', 'obliques', 'hip_flexors'] },
  { id: 'forearms', muscles: ['forearms'] },
  { id: 'adductors', muscles: ['adductors'] },
] as const

export const PLACES = ['free', 'machine', 'cable', 'body', 'cardio'] as const

/**
 * Whether an exercise passes the filter.
 *
 * @param inGym exercises that have a machine in the gym or were done there; null where nothing is known of it
 */
export function passes(row: Pickable, filter: PickFilter, inGym: ReadonlySet<string> | null): boolean {
  if (filter.muscle !== '') {
    const group: readonly string[] = MUSCLE_GROUPS.find(({ id }) => id === filter.muscle)?.muscles ?? []
    if (!row.primary.some((muscle) => group.includes(muscle))) return false
  }
  if (filter.place !== '' && row.place !== filter.place) return false
  // Weights, the floor and one's own body are everywhere; a machine is where it stands.
  if (!filter.here || inGym === null) return true
  return !['machine', 'cable', 'cardio'].includes(row.place ?? '') || inGym.has(row.id)
}

/**
 * Exercises for the same first muscle that can stand in for one, the nearest first: the same movement, then
 * what the lifter trained last, the same kind of equipment, and the more common.
 *
 * @param trained exercises that were trained, the latest first
 */
export function nearestFirst<T extends Pickable>(
  replaced: Pickable, rows: readonly T[], trained: readonly string[],
): T[] {
  const first = replaced.primary[0]
  const distance = (row: T): number[] => [
    Number(row.movement !== replaced.movement),
    trained.includes(row.id) ? trained.indexOf(row.id) : trained.length,
    Number(row.place !== replaced.place),
    row.rank ?? NOT_COMMON,
  ]
  return rows
    .filter((row) => first !== undefined && row.primary[0] === first && row.id !== replaced.id)
    .map((row) => ({ row, distance: distance(row) }))
    .sort((a, b) => firstDifference(a.distance, b.distance))
    .map(({ row }) => row)
}

const NOT_COMMON = 1e6

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, at) => value - (b[at] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/** The exercises that most lifters do, the most common first. */
export function commonFirst<T extends Pickable>(rows: readonly T[], most: number): T[] {
  return rows
    .filter((row) => row.rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, most)
}
