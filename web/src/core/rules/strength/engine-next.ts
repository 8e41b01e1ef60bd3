/**
 * The next set of a running workout, solved again after every set, without signal. The twin of
 * `src/iron/training/advice/next_set.py`; cases: `spec/engine.json`.
 */

import { CUT_LEAST, CUT_MOST, DROP_SHARE, SAFE, STEP_SHARE, told } from './engine-advice'
import { afterSet, chances, fatigueShare, forToday, type LineBelief } from './engine-belief'
import { atMost, moved, short, stepsOf, toDo, type Advice, type Did, type Question } from './engine-question'

const LIKELY = 0.5
const EASY_REPS = 3

/** Load and reps of the next set after today's working sets on the line, at least one. */
export function nextSet(question: Question, done: readonly Did[]): Advice {
  const last = done.at(-1)
  if (!last) throw new RangeError('The next set follows a set: give at least one.')
  const today = todayBelief(question, done)
  const tired = fatigueShare(done.length, null)
  const answer = (rule: string, load: number | null, text: string) =>
    told(question, rule, load, today, tired, text)
  const same = () =>
    answer(
      'same', last.load_kg,
      `Stay at ${short(last.load_kg)} kg: ${short(last.reps)} reps, aim for ${question.reps_low}–${question.reps_high} again.`,
    )
  if (done.length >= toDo(question))
    return answer('planned-done', null, 'That was the last set planned here.')
  const now = moved(question, last.load_kg)
  const steps = stepsOf(question)
  if (last.cut) {
    const share = Math.min(CUT_MOST, Math.max(CUT_LEAST, today === null ? 0.25 : 1 - Math.exp(-today.cut)))
    const load = atMost(question, now * (1 - share))
    return answer(
      'cut', load, `${short(load)} kg to full depth: the last set was cut short, and cut kilos do not count.`,
    )
  }
  if (today === null) {
    const below = steps.findLast((step) => step.moved < now - 1e-9)
    if (last.reps >= question.reps_low || !below) return same()
    return answer(
      'lighter', below.load,
      `${short(below.load)} kg: ${short(last.reps)} reps were short of ${question.reps_low}.`,
    )
  }
  const reach = (mass: number) => chances(today, mass, [question.reps_low], tired)[0] ?? 0
  if (reach(now) < LIKELY && last.reps < question.reps_high) {
    const down = lighter(steps, now)
    const chosen = down.findLast((step) => reach(step.moved) >= SAFE) ?? down[0]
    if (!chosen) return same()
    return answer(
      'lighter', chosen.load,
      `${short(chosen.load)} kg: after ${short(last.reps)} with ${short(last.load_kg)} kg, ${question.reps_low} more would be a grind.`,
    )
  }
  if (!wasEasy(question, last)) return same()
  const chosen = heavier(steps, now).findLast((step) => reach(step.moved) >= SAFE)
  if (!chosen) return same()
  return answer(
    'heavier', chosen.load,
    `${short(chosen.load)} kg: ${short(last.reps)} reps with ${short(last.rir)} left is more than ${question.reps_high} asks for.`,
  )
}

function wasEasy(question: Question, last: Did): last is Did & { rir: number } {
  const spare = last.reps + (last.rir ?? 0) - question.reps_high - question.rir
  return last.rir !== null && spare >= EASY_REPS && !question.deload
}

/** The loads below this one that a single step may reach. */
function lighter<T extends { moved: number }>(steps: readonly T[], now: number): T[] {
  return steps.filter((step) => (1 - DROP_SHARE) * now - 1e-9 <= step.moved && step.moved < now - 1e-9)
}

/** The loads above this one that a single step may reach; the next mark at least. */
function heavier<T extends { moved: number }>(steps: readonly T[], now: number): T[] {
  const up = steps.filter((step) => step.moved > now + 1e-9)
  const limit = Math.max(now * (1 + STEP_SHARE), up[0]?.moved ?? now)
  return up.filter((step) => step.moved <= limit + 1e-9)
}

/** What is believed about the line today, after the sets done; null without a belief. */
function todayBelief(question: Question, done: readonly Did[]): LineBelief | null {
  if (question.belief === null) return null
  return done.reduce((today, one, position) => {
    const movedKg = moved(question, one.load_kg)
    if (movedKg <= 0 || one.reps < 1 || one.cut) return today
    return afterSet(today, { movedKg, reps: one.reps, rir: one.rir, position })
  }, forToday(question.belief))
}
