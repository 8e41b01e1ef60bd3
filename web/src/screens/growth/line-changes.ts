/** "What changed on 2 June?": why a new line began, and what the numbers say and cannot say about it. */

import { beginnings } from '../../core/logic/history/growth-summary'
import { step, type LineGrowth } from '../../core/rules/history/growth'
import { changes, lineChangeMessage } from '../../core/logic/line-names'
import type { Sentences } from '../../core/rules/prescription/messages'
import type { Lifted } from '../../data/reading/exercise-history'
import { numbersSay, reasons } from './why-changed'

export interface Change {
  date: string
  words: string
  /** What is known about such a change, a sentence each. */
  why: string[]
  numbers: string
}

/** The beginnings of the lines on show (of all others too, where one line alone would hide why it ends). */
export function changesOf(
  lifted: Lifted, lines: readonly LineGrowth[], from: string, sentences: Sentences,
): Change[] {
  const keys = new Set(lines.map((line) => line.key))
  const variables = lifted.exercise.file?.variables ?? []
  const { loadMeaning } = lifted.exercise.facts
  return beginnings(lifted.lines)
    .filter((beginning) => beginning.date >= from && (keys.has(beginning.key) || keys.has(beginning.before)))
    .map((beginning) => {
      const lineChanges = changes(beginning.before, beginning.key)
      const words = lineChanges.map((change) =>
        sentences.phrase(lineChangeMessage(change, variables, lifted.machines)))
      const old = lifted.lines.find((line) => line.key === beginning.before)
      const fresh = lifted.lines.find((line) => line.key === beginning.key)
      const moved = old && fresh ? step(old, fresh, beginning.date) : null
      const exercise = beginning.key.split('|', 1)[0] ?? ''
      return {
        date: beginning.date,
        words: sentences.render({ code: 'line-began', values: { changes: words.join('; ') } }),
        why: reasons(lineChanges, {
          exercise, loadMeaning, unit: lifted.unit, machines: lifted.machineFacts, names: lifted.machines,
          sentences,
        }),
        numbers: numbersSay(moved, loadMeaning === 'assistance').map(sentences.render).join(' '),
      }
    })
}
