/** One set of a program in words; the twin of `set_words` in `showing.py`. */
import * as messages from '../../generated/messages-programs'
import type { Target } from './targets'

type SaidTarget = Pick<Target, 'load' | 'repsLow' | 'repsHigh' | 'timed' | 'amrap' | 'cap' | 'rir'>

/** One set, as `showing.py` says it too: `85 kg × 5+`, `8–12`, `30 s`, `5+ up to 10`, `8 RIR 2`. */
export function targetWords(target: SaidTarget, unit: string): string {
  const load = target.load === null ? '' : `${target.load} ${unit} × `
  const reps =
    target.repsHigh === target.repsLow ? `${target.repsLow}` : `${target.repsLow}–${target.repsHigh}`
  const set = `${load}${reps}${target.timed ? ' s' : ''}${target.amrap ? '+' : ''}`
  const capped = target.cap === null ? set : messages.upTo({ set, cap: target.cap })
  return target.rir === null ? capped : messages.withReserve({ set: capped, rir: target.rir })
}
