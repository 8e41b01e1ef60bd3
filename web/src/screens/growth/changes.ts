/** "What changed on 2 June?": why a new line began, and what the numbers say and cannot say about it. */

import { beginnings, step, type LineGrowth } from '../../core/growth'
import { changeWords } from '../../core/line-names'
import { changes } from '../../core/lines'
import { expectWords } from '../../core/press-words'
import type { Lifted } from '../../data/lifted'
import { capital } from '../../ui/amounts'

export interface Change { date: string; words: string; numbers: string }

/** The beginnings of the lines on show (of all others too, where one line alone would hide why it ends). */
export function changesOf(lifted: Lifted, lines: readonly LineGrowth[], from: string): Change[] {
  const keys = new Set(lines.map((line) => line.key))
  const variables = lifted.exercise.file?.variables ?? []
  return beginnings(lifted.lines)
    .filter((one) => one.date >= from && (keys.has(one.key) || keys.has(one.before)))
    .map((one) => {
      const found = changes(one.before, one.key)
      const words = found.map((change) => changeWords(change, variables, lifted.machines))
      const model = found.map((change) => expectWords(one.key.split('|', 1)[0] ?? '', change.id, change.from, change.to)).filter(Boolean)
      const old = lifted.lines.find((line) => line.key === one.before)
      const fresh = lifted.lines.find((line) => line.key === one.key)
      const moved = old && fresh ? step(old, fresh, one.date) : null
      return { date: one.date, words: [`${capital(words.join('; '))}: a new line began.`, ...model].join(' '), numbers: numbers(moved) }
    })
}

function numbers(moved: { share: number; sessions: number } | null): string {
  if (moved === null) return 'Too few sessions on both sides to say what it did to the load.'
  const percent = Math.round(Math.abs(moved.share) * 100)
  const said = percent === 0 ? 'the same load' : `${percent} % ${moved.share > 0 ? 'more' : 'less'} load`
  return `Your numbers say ${said} for ten, first ${moved.sessions} sessions against the last ${moved.sessions}, and cannot say why.`
}
