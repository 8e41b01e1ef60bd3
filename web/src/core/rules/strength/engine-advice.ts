/**
 * Advice: load and reps of the next session on a line, with rule, chance and one sentence. The twin of
 * `src/iron/training/advice/advice.py`, where every number has its source; cases: `spec/engine.json`.
 */

import { chances as chancesOf, forToday, loadFor, loadShare, repsLost } from './engine-belief'
import {
  atMost, kg, kOf, moved, percent, short, stepsOf, toDo, whole, type Advice, type Question, type Step,
} from './engine-question'

export const SAFE = 0.8
const FAR_SHORT = 0.05
export const STEP_SHARE = 0.05
const LEG_PRESS_STEP_KG = 10
const RAISE_DAYS = 6
const BEST_SHARE = 1.05
export const DROP_SHARE = 0.1
const GAP_DAYS = 14
const GAP_PER_WEEK = 0.025
const GAP_MOST = 0.15
export const CUT_LEAST = 0.2
export const CUT_MOST = 0.3
const NEW_LINE_SHARE = 0.2
const DELOAD_SHARE = 0.1

type Rule = (question: Question) => Advice | null

/** The advice for the next session, by the first rule that applies. */
export function advise(question: Question): Advice {
  for (const rule of [refusal, depth, deload, gap, newLine, fromCurve, double]) {
    const found = rule(question)
    if (found) return found
  }
  return unknown(question)
}

const refusal: Rule = (question) => {
  const { reps_low: low, reps_high: high, sets, rir } = question
  if (!(low >= 1 && low <= high && high <= 100 && sets >= 1 && rir >= 0 && rir <= 10)) {
    return answer(
      question, 'bad-slot', null, 'This slot asks for reps or sets that make no sense: edit it in the plan.',
    )
  }
  if (stepsOf(question).length > 0) return null
  return answer(
    question, 'no-loads', null, 'I do not know which loads this machine has: enter its plates or its stack.',
  )
}

function unknown(question: Question): Advice {
  const sentence = `I do not know yet: take a weight you would do for about ${question.reps_low + 4}, stop at ${question.reps_low} and log what you had left.`
  return answer(question, 'unknown', null, sentence)
}

/** Depth was cut last time: 20-30 % less moved mass, by what this lifter's cuts are worth. */
const depth: Rule = (question) => {
  const cut = question.last.filter((one) => one.cut)
  const [first] = cut
  if (!first || question.elsewhere) return null
  const told = question.belief ? 1 - Math.exp(-question.belief.cut) : 0.25
  const share = Math.min(CUT_MOST, Math.max(CUT_LEAST, told))
  const top = cut.reduce(
    (best, one) => (moved(question, one.load_kg) > moved(question, best.load_kg) ? one : best), first,
  )
  const load = atMost(question, moved(question, top.load_kg) * (1 - share))
  return answer(
    question, 'depth', load,
    `${kg(load)} to full depth: last time ${kg(top.load_kg)} was cut short, and cut kilos do not count.`,
  )
}

const deload: Rule = (question) => {
  if (!question.deload || question.last.length === 0 || question.elsewhere) return null
  const load = atMost(question, topOf(question) * (1 - DELOAD_SHARE))
  return answer(
    question, 'deload', load,
    `${kg(load)} and half the sets: this drops fatigue; it is not known to add muscle.`,
  )
}

const gap: Rule = (question) => {
  if (
    question.days_since === null ||
    question.days_since <= GAP_DAYS ||
    question.last.length === 0 ||
    question.elsewhere
  )
    return null
  const share = Math.min(GAP_MOST, (GAP_PER_WEEK * question.days_since) / 7)
  const load = atMost(question, topOf(question) * (1 - share))
  const weeks = whole(question.days_since / 7)
  return answer(
    question, 'gap', load,
    `${kg(load)} after ${weeks} weeks away: ${percent(share)} less to start, and you will be back soon.`,
  )
}

/** First session of a position or machine: a load done on eight days of ten. */
const newLine: Rule = (question) => {
  if (question.known || question.belief === null) return null
  const wanted = question.reps_high + question.rir
  const load = atMost(question, loadFor(forToday(question.belief), wanted, NEW_LINE_SHARE))
  const sentence = `I do not know yet: first time with this setup. Start at ${kg(load)}, a weight you would do for ${question.reps_high} on 8 days of 10.`
  return answer(question, 'new-line', load, sentence)
}

/** No session near this rep range: the other ranges speak through the curve. */
const fromCurve: Rule = (question) => {
  const { reps_low: low, reps_high: high } = question
  const near = question.last.some((one) => low - 3 <= one.reps && one.reps <= high + 3)
  if (question.last.length === 0 || (near && !question.elsewhere)) return null
  if (question.belief === null) return question.elsewhere ? byCurve(question) : null
  const best = question.best_kg === null ? Infinity : BEST_SHARE * moved(question, question.best_kg)
  const load = likeliest(question, stepsOf(question).filter((step) => step.moved <= best + 1e-9))
  if (load === null) return question.elsewhere ? byCurve(question) : null
  return fromOther(question, load)
}

/** What the weakest full set of another rep range is worth at the top of this one, the reserve kept. */
function byCurve(question: Question): Advice | null {
  const full = question.last.filter((one) => !one.cut && one.reps >= 1)
  if (full.length === 0) return null
  const told = full.map(
    (one) => moved(question, one.load_kg) / loadShare(one.reps + (one.rir ?? 0), kOf(question)),
  )
  return fromOther(
    question,
    atMost(question, Math.min(...told) * loadShare(question.reps_high + question.rir, kOf(question))),
  )
}

function fromOther(question: Question, load: number): Advice {
  const { reps_low: low, reps_high: high } = question
  return answer(
    question, 'from-curve', load,
    `${kg(load)} for ${low}–${high}: your sets in other rep ranges say so; log what you had left.`,
  )
}

/** Double progression: first the reps, then the load, by a step that fits the range. */
const double: Rule = (question) => {
  if (question.last.length === 0 || question.elsewhere) return null
  const hardest = Math.max(...question.last.map((one) => moved(question, one.load_kg)))
  const worst = Math.min(
    ...question.last.filter((one) => moved(question, one.load_kg) >= hardest - 1e-9).map((one) => one.reps),
  )
  const top = atMost(question, hardest)
  if (worst < question.reps_low - 2 && question.belief !== null) return lighter(question, top, worst)
  if (worst < question.reps_high) return answer(question, 'reps-first', top, repsFirst(question, top, worst))
  if (!gate(question, top)) {
    const sentence = `Stay at ${kg(top)}: every set reached ${question.reps_high}; do it once more, you log no reps in reserve, so two sessions decide.`
    return answer(question, 'once-more', top, sentence)
  }
  const days = question.raised_days
  if (days !== null && days < RAISE_DAYS) {
    const ago = `${days} day${days === 1 ? '' : 's'} ago`
    return answer(
      question, 'too-soon', top,
      `Stay at ${kg(top)}: the load went up ${ago}, and one step a week is enough.`,
    )
  }
  return stepUp(question, top)
}

function repsFirst(question: Question, load: number, worst: number): string {
  const stay = `Stay at ${kg(load)}: the weakest set was ${short(worst)}`
  if (worst < question.reps_low) return `${stay}; get all sets to ${question.reps_low} first.`
  const missing = question.reps_high - worst
  return `${stay} of ${question.reps_high}; ${missing === 1 ? 'one more rep comes' : `${short(missing)} more reps come`} before more load.`
}

/** More than two reps short: the heaviest load that is safe again, at most 10 % less. */
function lighter(question: Question, load: number, worst: number): Advice {
  const now = moved(question, load)
  const steps = stepsOf(question).filter(
    (step) => step.moved >= now * (1 - DROP_SHARE) - 1e-9 && step.moved < now - 1e-9,
  )
  const [least] = steps
  if (!least) return answer(question, 'reps-first', load, repsFirst(question, load, worst))
  const chosen = (steps.findLast((step) => isSafe(chancesAt(question, step.moved))) ?? least).load
  return answer(
    question, 'lighter', chosen,
    `${kg(chosen)}: ${kg(load)} stopped at ${short(worst)}, more than two short of ${question.reps_low}.`,
  )
}

/** Every set reached the top last time; two sessions running for who logs no RIR. */
function gate(question: Question, load: number): boolean {
  if (question.last.some((one) => one.rir !== null)) return true
  const same = question.before.filter((one) => moved(question, one.load_kg) >= moved(question, load) - 1e-9)
  return same.length > 0 && Math.min(...same.map((one) => one.reps)) >= question.reps_high
}

function stepUp(question: Question, load: number): Advice {
  const now = moved(question, load)
  const up = stepsOf(question).filter((step) => step.moved > now + 1e-9)
  const [first] = up
  if (!first)
    return answer(
      question, 'no-more', load, `Stay at ${kg(load)}: the machine has no more; add reps or sets.`,
    )
  const width = question.reps_high - question.reps_low
  const costOf = (mass: number) => repsLost(now, mass - now, question.reps_high, kOf(question))
  if (costOf(first.moved) > width + 1e-9) return widen(question, load, first.load, costOf(first.moved))
  const most = limit(question, now, first.moved)
  const chosen = likeliest(
    question, up.filter((step) => step.moved <= most + 1e-9 && costOf(step.moved) <= width + 1e-9),
  )
  if (chosen === null) return answer(question, 'unsure', load, unsure(question, load, first))
  const chance = question.belief ? `a ${percent(chancesAt(question, moved(question, chosen)).low)}` : 'a good'
  const by = chosen - load
  const signed = `${by >= 0 ? '+' : '−'}${short(Math.abs(Math.round(by * 100) / 100))}`
  const sentence = `Load ${kg(chosen)} (${signed}): every set of ${kg(load)} reached ${question.reps_high} last time, and ${kg(chosen)} leaves you ${chance} chance of ${question.reps_low} or more.`
  return answer(question, 'step-up', chosen, sentence)
}

/** The safe load most likely to end in the range; among equals the lighter. Null when none is safe. */
function likeliest(question: Question, steps: readonly Step[]): number | null {
  const safe = steps
    .map((step) => ({ ...step, chance: chancesAt(question, step.moved) }))
    .filter((one) => isSafe(one.chance))
  const [first] = safe
  if (!first) return null
  return safe.reduce((best, one) => (one.chance.aim > best.chance.aim ? one : best), first).load
}

/** The most moved mass that one step may reach. */
function limit(question: Question, now: number, smallest: number): number {
  let most = Math.max(STEP_SHARE * now, smallest - now)
  if (question.family === 'leg_press')
    most = Math.min(most, Math.max(LEG_PRESS_STEP_KG * question.implements, smallest - now))
  if (question.best_kg === null) return now + most
  return Math.min(now + most, Math.max(BEST_SHARE * moved(question, question.best_kg), smallest))
}

function widen(question: Question, load: number, step: number, cost: number): Advice {
  const width = question.reps_high - question.reps_low
  const wider = { ...question, reps_high: question.reps_high + Math.ceil(cost - width) }
  const sentence = `Stay at ${kg(load)} and go up to ${wider.reps_high} reps: the next step of ${kg(Math.abs(step - load))} costs about ${whole(cost)} reps, more than ${question.reps_low}–${question.reps_high} holds.`
  return answer(wider, 'widen', load, sentence)
}

function unsure(question: Question, load: number, step: Step): string {
  const chance = percent(chancesAt(question, step.moved).low)
  return `Stay at ${kg(load)}: ${kg(step.load)} leaves only a ${chance} chance of ${question.reps_low} or more; log reps in reserve and I can be surer.`
}

interface Chances { readonly low: number; readonly short: number; readonly aim: number }

/**
 * Chances at a load: of the lower end, of more than two short, and of ending in the range at the RIR wanted.
 */
function chancesAt(question: Question, mass: number): Chances {
  if (question.belief === null) return { low: 1, short: 0, aim: 0 }
  const { reps_low: low, reps_high: high, rir } = question
  const asked = [low, low - 2, low + Math.max(0, rir - 1), high + rir + 2]
  const [reached = 0, near = 0, first = 0, past = 0] = chancesOf(forToday(question.belief), mass, asked)
  return { low: reached, short: 1 - near, aim: first - past }
}

function isSafe(chance: Chances): boolean {
  return chance.low >= SAFE && chance.short <= FAR_SHORT
}

function topOf(question: Question): number {
  return Math.max(...question.last.filter((one) => !one.cut).map((one) => moved(question, one.load_kg)))
}

function answer(question: Question, rule: string, load: number | null, sentence: string): Advice {
  return told(question, rule, load, question.belief && forToday(question.belief), 0, sentence)
}

const NUMBERS = Array.from({ length: 60 }, (_, i) => i + 1)

/** The answer with the reps that today's belief gives the load. */
export function told(
  question: Question, rule: string, load: number | null, today: Question['belief'], tired: number,
  sentence: string,
): Advice {
  const { reps_low, reps_high, rir } = question
  const sets = toDo(question)
  const mass = load === null ? 0 : moved(question, load)
  const base = { rule, load_kg: load, reps_low, reps_high, rir, sets, sentence }
  if (today === null || mass <= 0) return { ...base, chance: null, low_reps: null, high_reps: null }
  const all = chancesOf(today, mass, NUMBERS, tired)
  const count = (share: number) => all.filter((one) => one >= share).length
  return {
    ...base, chance: all[Math.min(60, reps_low) - 1] ?? null, low_reps: count(0.9), high_reps: count(0.1),
  }
}
