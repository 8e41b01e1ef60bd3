/** Targets and changes of a program in words. */
import type { Change } from '../rules/programs/changes'
import type { SlotTargets, Target } from '../rules/programs/targets'

/** One set: `85 kg × 5+`, `8–12`, `30 s`. */
export function targetWords(target: Target, unit: string): string {
  const load = target.load === null ? '' : `${target.load} ${unit} × `
  const reps =
    target.repsHigh === target.repsLow ? `${target.repsLow}` : `${target.repsLow}–${target.repsHigh}`
  return `${load}${reps}${target.timed ? ' s' : ''}${target.amrap ? '+' : ''}`
}

/** A slot on one line, equal sets together: `3 × 85 kg × 5, 85 kg × 5+`. */
export function slotWords(slot: SlotTargets, unit: string): string {
  const groups: { words: string; count: number }[] = []
  for (const target of slot.sets) {
    const words = targetWords(target, unit)
    const last = groups[groups.length - 1]
    if (last?.words === words) last.count += 1
    else groups.push({ words, count: 1 })
  }
  return groups.map(({ words, count }) => (count > 1 ? `${count} × ${words}` : words)).join(', ')
}

/** Where the load of a set comes from, with what rounding did: `85 % of training max = 76.5 kg`. */
export function sourceOf(target: Target, unit: string): string {
  if (target.exact === null || target.load === null) return target.source
  const rounded =
    Math.abs(target.exact - target.load) < 1e-6
      ? ''
      : ` = ${target.exact} ${unit}, on the plates ${target.load} ${unit}`
  return `${target.source}${rounded}`
}

/** A change: `training max 90 → 92.5 kg`. */
export function changeWords(change: Change, unit: string): string {
  const isNumber = ['training max', '1rm', 'load'].includes(change.what)
  const name = change.what === '1rm' ? '1RM' : change.what
  return `${name} ${change.old ?? '?'} → ${change.new ?? '?'}${isNumber ? ` ${unit}` : ''}`
}
