/** The next set before it is logged: what was done last, ready for one tap. */

import {
  inOrder, kindOf, sideOf, type Depth, type Distance, type Entry, type Load, type SetKind, type Setup,
  type Side, type WorkoutSet,
} from '../values/documents'

/** What the screen shows as the next set. Undefined = not recorded, and will not be. */
export interface Draft {
  kind: SetKind
  side: Side
  setup: Setup
  load?: Load
  reps?: number
  duration_s?: number
  distance?: Distance
  rir?: number
  failure?: boolean
  depth?: Depth
  tempo?: string
}

/** The set while its numbers are being worked out. */
export function withoutNumbers({ kind, side, setup }: Draft): Draft {
  return { kind, side, setup }
}

/** What the lifter changed for the coming set; null = not recorded after all. */
export type Touched = { [K in keyof Draft]?: Draft[K] | null }

export function withTouched(draft: Draft, touched: Touched): Draft {
  const filled = Object.entries({ ...draft, ...touched }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return Object.fromEntries(filled) as unknown as Draft // kind, side and setup are never null
}

/**
 * The next set of an entry.
 *
 * The first set repeats the first working set of last time. Later ones repeat last time's set of the same
 * number as long as today's load follows last time's; else they repeat today's last set. The setup always
 * follows the last set. How hard the repeated set was is repeated with its own numbers only, and not where
 * another day's effort is not what the plan asks for.
 *
 * @param last last time's sets on the line, in order
 * @param plan the aim of the entry: its fewest reps stand in where nothing was done yet, reps of another day
 *   are brought into its range, its setup holds for the first set
 * @param carried the newest earlier set of the exercise: its setup holds until the entry has a set of its own
 * @param side whose turn it is; the numbers are those of that side
 */
export function nextDraft(
  entry: Entry, last: readonly WorkoutSet[], carried?: WorkoutSet,
  plan?: { reps_low?: number; reps_high?: number; rir?: number; setup?: Setup }, side?: Side,
): Draft {
  const latest = inOrder(entry.sets).at(-1)
  const { set, from } = patternOf(entry, last, side)
  const pattern = set ?? latest
  const aim = plan?.reps_low === undefined ? {} : { reps: plan.reps_low }
  const { reps, ...values } = pick(pattern, ['load', 'reps', 'duration_s', 'distance'])
  const isOther = reps !== undefined && within(reps, plan) !== reps
  const isAgainstPlan = from === 'last-time' && plan?.rir !== undefined && plan.rir !== pattern?.rir
  const setupFrom = latest ?? carried ?? last.find((set) => kindOf(set) === 'working')
  return {
    kind: 'working',
    side: side ?? setupFrom?.side ?? 'both',
    setup: latest ? (latest.setup ?? {}) : { ...setupFrom?.setup, ...plan?.setup },
    ...aim,
    ...values,
    ...(reps === undefined ? {} : { reps: within(reps, plan) }),
    ...(isOther || isAgainstPlan ? {} : pick(pattern, ['rir', 'failure'])),
    ...pick(setupFrom, ['depth', 'tempo']),
  }
}

/** The set that the next one repeats, and where it comes from. */
export function patternOf(
  entry: Entry, last: readonly WorkoutSet[], side?: Side,
): { set: WorkoutSet | undefined; from: 'last-time' | 'today' | 'nowhere' } {
  const today = inOrder(entry.sets).filter((set) => kindOf(set) === 'working')
  const own = today.filter((set) => side === undefined || sideOf(set) === side)
  // The second side begins with the numbers of the first, where it has none of its own.
  const working = own.length === 0 && last.length === 0 ? today.slice(-1) : own
  const then = last.filter((set) => kindOf(set) === 'working')
  const before = working.at(-1)
  const follows = before === undefined || sameLoad(before.load, then[working.length - 1]?.load)
  const same = follows ? then[working.length] : undefined
  if (same) return { set: same, from: 'last-time' }
  if (before) return { set: before, from: 'today' }
  return { set: then.at(-1), from: then.length ? 'last-time' : 'nowhere' }
}

/** The set that a draft becomes; what is the default is not written down. */
export function setFrom(draft: Draft, given: { id: string; order: string; done_at?: string }): WorkoutSet {
  const { kind, side, setup, ...values } = draft
  return {
    ...given,
    ...values,
    ...(kind === 'working' ? {} : { kind }),
    ...(side === 'both' ? {} : { side }),
    ...(Object.keys(setup).length === 0 ? {} : { setup }),
  }
}

/** Reps of another day, as many as the plan asks for. */
function within(reps: number, plan: { reps_low?: number; reps_high?: number } | undefined): number {
  return Math.max(plan?.reps_low ?? reps, Math.min(plan?.reps_high ?? reps, reps))
}

function sameLoad(a: Load | undefined, b: Load | undefined): boolean {
  return (a?.value ?? 0) === (b?.value ?? 0) && (a?.unit ?? b?.unit) === (b?.unit ?? a?.unit)
}

function pick<K extends keyof WorkoutSet>(
  set: WorkoutSet | undefined, keys: readonly K[],
): Pick<WorkoutSet, K> {
  const values = keys.filter((key) => set?.[key] !== undefined).map((key) => [key, set?.[key]])
  return Object.fromEntries(values) as Pick<WorkoutSet, K> // these keys of this set
}
