/** What the phone computes after a set, for benchmarks/next_set.py to measure in Chromium. */

import { caseOf } from '../web/src/core/rules/prescription/case'
import type { Case, Lift } from '../web/src/core/rules/prescription/model'
import { nextSet } from '../web/src/core/rules/prescription/within'
import { chances, type LineBelief } from '../web/src/core/rules/strength/belief'
import { fromWorkout, noFacts } from '../web/src/core/rules/history/performed'

const LINE = 'leg-press-45|-|both|foot_height=low|stance=shoulder'
const facts = {
  ...noFacts('leg-press-45'), splitting: ['foot_height', 'stance'], loadMeaning: 'plates',
  curveK: 45, baseKg: 55,
}
/** As many workouts as the log reads back, four sets each. */
const WORKOUTS = 60
const grid = Array.from({ length: 161 }, (_, i) => i * 2.5)

const sets = Array.from({ length: WORKOUTS }, (_, n) => {
  const day = new Date(Date.UTC(2026, 0, 5 + n * 4)).toISOString().slice(0, 10)
  const load = { value: 180 + (n % 9) * 2.5, unit: 'kg' as const }
  const setup = { foot_height: 'low', stance: 'shoulder' }
  const setAt = (at: number) => ({ id: `${n}.${at}`, order: `a${at}`, load, reps: 12 - at, rir: 1, setup })
  const entry = { id: `e${n}`, order: 'a0', exercise: 'leg-press-45', sets: [0, 1, 2, 3].map(setAt) }
  return fromWorkout(`w${n}`, { v: 1, start: `${day}T18:00:00`, entries: [entry] }, () => facts)
}).flat()

function caseWith(belief: LineBelief, i: number): Case {
  return caseOf(
    {
      facts, family: 'leg_press', curveK: 45, sets, ranges: [], reference: null, bodyMassKg: null,
      cause: () => null,
    },
    {
      line: LINE, on: `2026-11-${String(10 + (i % 15))}`, unit: 'kg', belief, grid: () => grid,
      daysAway: null,
      wanted: { sets: 4, reps_low: 8, reps_high: 12, rir: 2, deload: false, load_kg: null },
    },
  )
}

const BELIEF = {
  k: [30, 35, 40, 45, 50, 55, 60], weight: [0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05],
  mean: Array.from({ length: 7 }, () => 5.541), sd: Array.from({ length: 7 }, () => 0.04),
  low: null, soft: 0, fatigue: 0.068, bias: 0.95, bias_sd: 0.7, cut: 0.288,
}

/** From a logged set to the numbers on the card: the case is built again, then the next set is solved. */
function afterSet(i: number): number {
  const done: Lift[] = Array.from({ length: 1 + (i % 3) }, (_, at) => ({
    load_kg: 190, moved_kg: 245, reps: 11 - at - (i % 5), rir: 1, cut: false, failed: false, sure: false,
  }))
  return nextSet(caseWith({ ...BELIEF, bias: 0.9 + 0.001 * (i % 50) }, i), done).load_kg ?? 0
}

function beforeFirst(i: number): number {
  return nextSet(caseWith({ ...BELIEF, bias: 0.9 + 0.001 * (i % 50) }, i), []).load_kg ?? 0
}

/** A floor of the same run: the chances of sixty numbers of reps at one load, part of every answer. */
function floor(i: number): number {
  return chances({ ...BELIEF, bias: 0.9 + 0.001 * (i % 50) }, 235 + (i % 20), NUMBERS)[7] ?? 0
}
const NUMBERS = Array.from({ length: 60 }, (_, i) => i + 1)

function median(of: (i: number) => number, times: number): number {
  const taken: number[] = []
  let sum = 0
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    // Ten at once: the clock of a page is coarse.
    for (let n = 0; n < 10; n++) sum += of(i * 10 + n)
    taken.push((performance.now() - start) / 10)
  }
  if (!Number.isFinite(sum)) throw new Error('the next set gave no number')
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Infinity
}

declare global { interface Window { nextSet: { after_ms: number; before_ms: number; floor_ms: number } } }
window.nextSet = {
  after_ms: median(afterSet, 60), before_ms: median(beforeFirst, 60), floor_ms: median(floor, 60),
}
