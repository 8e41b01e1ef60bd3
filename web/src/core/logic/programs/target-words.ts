/** Targets of a program in words. */
import * as messages from '../../generated/messages-programs'
import { targetWords } from '../../rules/programs/set-words'
import type { SlotTargets, Target } from '../../rules/programs/targets'

/** What a slot is called; the second one of a name in a session is `Bench press (2)`. */
export function slotName({ name, nth }: Pick<SlotTargets, 'name' | 'nth'>, exercise: string): string {
  const shown = name || exercise
  return nth === 1 ? shown : messages.nameWithNumber({ name: shown, nth })
}

const KINDS: Readonly<Record<string, string>> = messages.kind

/** How a set of a special kind is done; '' for a plain one. */
export function howWords(target: Target): string {
  const test = target.test === '' ? '' : messages.test({ reps: target.repsLow })
  const speed = target.velocityLoss === null ? '' : messages.speed({ loss: target.velocityLoss })
  const optional = target.optional ? messages.optional : ''
  const kind = target.every === null ? (KINDS[target.kind] ?? '') : emomWords(target, target.every)
  return [test, kind, speed, optional].filter((part) => part !== '').join(' ')
}

function emomWords({ minutes }: Target, every: number): string {
  const seconds = Math.round(every)
  if (every === 60) return minutes === null ? messages.emomMinutely : messages.emomMinutelyFor({ minutes })
  return minutes === null ? messages.emom({ seconds }) : messages.emomFor({ seconds, minutes })
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
  return engine === undefined || !isOpen ? sets : messages.withLoad({ sets, load: engine })
}

/** Why another exercise is offered: the gym has not that of the program. */
export const insteadWords = (name: string, gym: string): string =>
  gym === '' ? messages.replacesInGym({ name }) : messages.instead({ name, gym })

/** A load that the program asks for and the log makes unlikely: `chance` in words, such as "3 in 10". */
export const unlikelyWords = (chance: string): string => messages.unlikely({ chance })

/** The same of a slot of the session to come. */
export const unlikelyNext = (name: string, sets: string, chance: string): string =>
  messages.unlikelyNext({ name, sets, unlikely: unlikelyWords(chance) })
