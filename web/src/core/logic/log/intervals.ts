/** Interval timers: rounds of work and rest. Pure: the seconds since the start give the phase. */

export interface IntervalPlan {
  kind: 'emom' | 'tabata' | 'work-rest'
  /** Seconds of work in a round; for EMOM the whole round. */
  work_s: number
  /** Seconds of rest after the work; 0 for EMOM. The last round has none. */
  rest_s: number
  rounds: number
}

export interface IntervalMoment {
  phase: 'ready' | 'work' | 'rest' | 'over'
  /** From 1; 0 before the first. */
  round: number
  /** Seconds left in the phase, and its length. */
  left_s: number
  phase_s: number
}

/** Time to get to the bar before the first round [s]; a guess. */
export const READY_S = 10

/** What goes by the name of Tabata in gyms: 20 s of work, 10 s of rest, 8 rounds. */
export const TABATA: IntervalPlan = { kind: 'tabata', work_s: 20, rest_s: 10, rounds: 8 }
/** Every minute on the minute. */
export const EMOM: IntervalPlan = { kind: 'emom', work_s: 60, rest_s: 0, rounds: 10 }
export const WORK_REST: IntervalPlan = { kind: 'work-rest', work_s: 40, rest_s: 20, rounds: 6 }

/** How long a plan lasts, the time to get ready included [s]. */
export function lengthOf({ work_s, rest_s, rounds }: IntervalPlan): number {
  return READY_S + rounds * work_s + Math.max(0, rounds - 1) * rest_s
}

/** What is on so many seconds after the start. */
export function momentAt(plan: IntervalPlan, seconds: number): IntervalMoment {
  if (seconds < READY_S) return { phase: 'ready', round: 0, left_s: READY_S - seconds, phase_s: READY_S }
  const since = seconds - READY_S
  const round = plan.work_s + plan.rest_s
  const at = Math.min(plan.rounds - 1, Math.floor(since / round))
  const within = since - at * round
  if (within < plan.work_s)
    return { phase: 'work', round: at + 1, left_s: plan.work_s - within, phase_s: plan.work_s }
  if (at + 1 < plan.rounds)
    return { phase: 'rest', round: at + 1, left_s: round - within, phase_s: plan.rest_s }
  return { phase: 'over', round: plan.rounds, left_s: 0, phase_s: 0 }
}
