/** Targets of a program in words. */
import type { SlotTargets, Target } from '../../rules/programs/targets'

/** What a slot is called; the second one of a name in a session is `Bench press (2)`. */
export function slotName({ name, nth }: Pick<SlotTargets, 'name' | 'nth'>, exercise: string): string {
  const shown = name || exercise
  return nth === 1 ? shown : `${shown} (${nth})`
}

/** One set: `85 kg × 5+`, `8–12`, `30 s`, `5+ up to 10`, `8 RIR 2`. */
export function targetWords(target: Target, unit: string): string {
  const load = target.load === null ? '' : `${target.load} ${unit} × `
  const reps =
    target.repsHigh === target.repsLow ? `${target.repsLow}` : `${target.repsLow}–${target.repsHigh}`
  const cap = target.cap === null ? '' : ` up to ${target.cap}`
  const reserve = target.rir === null ? '' : ` RIR ${target.rir}`
  return `${load}${reps}${target.timed ? ' s' : ''}${target.amrap ? '+' : ''}${cap}${reserve}`
}

const KINDS: Readonly<Record<string, string>> = {
  drop: 'Drop set: take load off and go on at once.',
  'rest-pause': 'Rest-pause: the same load again after a short rest.',
  'myo-rep': 'Myo-reps: the same load again after a few breaths.',
  'back-off': 'Back-off set: lighter than the top set.',
  cluster: 'Cluster: rack the weight for a few breaths between small groups of reps.',
}

/** How a set of a special kind is done; '' for a plain one. */
export function howWords(target: Target): string {
  const test = target.test === '' ? '' : `Test: the most that you can lift for ${repsWords(target.repsLow)}.`
  const speed =
    target.velocityLoss === null
      ? ''
      : `End the set when a rep is ${target.velocityLoss} % slower than the first.`
  const optional = target.optional ? 'This set may be left out.' : ''
  const kind = target.every === null ? (KINDS[target.kind] ?? '') : emomWords(target, target.every)
  return [test, kind, speed, optional].filter((part) => part !== '').join(' ')
}

const repsWords = (reps: number): string => (reps === 1 ? '1 rep' : `${reps} reps`)

function emomWords({ minutes }: Target, every: number): string {
  const often = every === 60 ? 'every minute' : `every ${Math.round(every)} seconds`
  const long = minutes === null ? '' : ` for ${minutes} minutes`
  return `EMOM: begin a set ${often}${long}; the time that is left is rest.`
}

/**
 * A slot on one line, equal sets together: `3 × 85 kg × 5, 85 kg × 5+`. `engine`: the load that the engine
 * names where the program names none: `3 × 8–12 with 62.5 kg`.
 */
export function slotWords(slot: SlotTargets, unit: string, engine?: string): string {
  const isOpen = slot.sets.some(({ load }) => load === null)
  const groups: { words: string; count: number }[] = []
  for (const target of slot.sets) {
    const words = targetWords(target, unit)
    const last = groups[groups.length - 1]
    if (last?.words === words) last.count += 1
    else groups.push({ words, count: 1 })
  }
  const sets = groups.map(({ words, count }) => (count > 1 ? `${count} × ${words}` : words)).join(', ')
  return engine === undefined || !isOpen ? sets : `${sets} with ${engine}`
}

/** Why another exercise is offered: the gym has not that of the program. */
export const insteadWords = (name: string, gym: string): string =>
  `In place of ${name}, which ${gym || 'this gym'} does not have.`

/** A load that the program asks for and the log makes unlikely: `chance` in words, such as "3 in 10". */
export function unlikelyWords(chance: string): string {
  return `Your log gives the heaviest set a chance of ${chance}.`
}
