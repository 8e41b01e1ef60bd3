/** A workout in plain words, for a message. */

import * as messages from '../../core/generated/messages-share'
import type { MassUnit } from '../../core/values/documents'
import { massIn } from '../../core/rules/loads/units'
import type { Summary } from '../../data/journal/sharing'
import { inUnit } from '../../ui/text/amounts'
import { dayWords, span, weekday } from '../../ui/text/dates'
import { plural, saidOf, seriesWords } from '../../ui/text/words'

export function titleOf({ workout }: Summary): string {
  return workout.title ?? messages.untitled({ weekday: weekday(workout.start) })
}

export function dateOf({ workout }: Summary): string {
  return `${weekday(workout.start)}, ${dayWords(workout.start)}`
}

/** "12,340", the load lifted over all repetitions. */
export function volumeText({ volumeKg }: Summary, unit: MassUnit): string {
  return Math.round(massIn(volumeKg, unit)).toLocaleString('en')
}

export function plainText(summary: Summary, unit: MassUnit, notes: boolean): string {
  const { workout, lines, sets, volumeKg, records } = summary
  const rows = lines.flatMap((line) => {
    const sets = line.sets.map((set) => inUnit(set, unit))
    const words = `${line.name}: ${seriesWords(sets, '', saidOf(line.meaning))}`
    return [
      line.record ? messages.linePr({ line: words }) : words,
      ...(notes && line.note ? [`  ${line.note}`] : []),
    ]
  })
  const facts = [
    plural(sets, 'set'),
    ...(volumeKg > 0 ? [`${volumeText(summary, unit)} ${messages.lifted({ unit })}`] : []),
    ...[span(workout.start, workout.end)].filter(Boolean),
  ]
  return [
    titleOf(summary), dateOf(summary), '', ...rows, '',
    `${facts.join(', ')}.` +
      (records.length > 0 ? ` ${messages.prsIn({ count: records.length })}` : ''),
    ...(notes && workout.note ? [workout.note] : []),
  ].join('\n')
}
