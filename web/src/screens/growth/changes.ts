/** "What changed on 2 June?": why a new line began, and what the numbers say and cannot say about it. */

import { beginnings, step, type LineGrowth } from '../../core/rules/history/growth'
import { changeWords } from '../../core/logic/line-names'
import { changes } from '../../core/rules/history/lines'
import type { Lifted } from '../../data/reading/exercise-history'
import { capital } from '../../ui/text/amounts'
import { numbersSay, reasons } from './why-changed'

export interface Change {
  date: string
  words: string
  /** What is known about such a change, a sentence each. */
  why: string[]
  numbers: string
}

/** The beginnings of the lines on show (of all others too, where one line alone would hide why it ends). */
export function changesOf(lifted: Lifted, lines: readonly LineGrowth[], from: string): Change[] {
  const keys = new Set(lines.map((line) => line.key))
  const variables = lifted.exercise.file?.variables ?? []
  const { loadMeaning } = lifted.exercise.facts
  return beginnings(lifted.lines)
    .filter((one) => one.date >= from && (keys.has(one.key) || keys.has(one.before)))
    .map((one) => {
      const found = changes(one.before, one.key)
      const words = found.map((change) => changeWords(change, variables, lifted.machines))
      const old = lifted.lines.find((line) => line.key === one.before)
      const fresh = lifted.lines.find((line) => line.key === one.key)
      const moved = old && fresh ? step(old, fresh, one.date) : null
      const exercise = one.key.split('|', 1)[0] ?? ''
      return {
        date: one.date,
        words: `${capital(words.join('; '))}: a new line began.`,
        why: reasons(found, {
          exercise, loadMeaning, unit: lifted.unit, machines: lifted.machineFacts, names: lifted.machines,
        }),
        numbers: numbersSay(moved, loadMeaning === 'assistance'),
      }
    })
}
