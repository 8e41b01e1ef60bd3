/** The parts of a program on one line each: a day, an exercise with its sets, a lift, a set. */
import * as messages from '../../generated/messages-plan-parts'
import { isTable, type Table } from '../../rules/programs/shape'
import { rowsOf } from './program-editing'

type Texts = Readonly<Record<string, string>>

/** What a part without a name is called, with its number. */
const PARTS: Readonly<Record<string, (values: { number: number }) => string>> = {
  day: messages.partDay, rule: messages.partRule, source: messages.partSource, row: messages.partRow,
}
const KEEPS: Texts = messages.keeps

/** A part on one line: name of a day, exercise and sets of a slot, exercise of a lift and what it keeps. */
export function partTitle(
  kind: string,
  row: Table,
  at: number,
  body: Table,
  nameOf: (exercise: string) => string,
): string {
  const text = (key: string): string => (typeof row[key] === 'string' ? row[key] : '')
  const lift = rowsOf(body['lifts']).find(({ id }) => id === (kind === 'lift' ? row['id'] : row['lift']))
  const ladder = Array.isArray(lift?.['ladder']) ? String(lift['ladder'][0]) : ''
  const exercise = text('exercise') || String(lift?.['exercise'] ?? ladder)
  const name = text('name') || String(lift?.['name'] ?? '') || nameOf(exercise)
  switch (kind) {
    case 'set':
      return setWords(row)
    case 'slot':
      return [name, slotPlan(row, body)].filter((part) => part !== '').join(': ')
    case 'lift': {
      const keeps = text('keeps')
      return keeps ? `${name}: ${KEEPS[keeps.replace(' ', '-')] ?? keeps.replace('rm', 'RM')}` : name
    }
    case 'question':
      return text('words')
    default:
      return text('name') || (PARTS[kind]?.({ number: at + 1 }) ?? kind)
  }
}

function slotPlan(row: Table, body: Table): string {
  const schemes = isTable(body['schemes']) ? body['schemes'] : {}
  const [first] = ['stages', 'weeks'].flatMap((key) => (Array.isArray(row[key]) ? [String(row[key][0])] : []))
  const name = typeof row['scheme'] === 'string' ? row['scheme'] : first
  const rows = rowsOf(row['sets'] ?? (name === undefined ? [] : schemes[name]))
  if (rows.length === 0) return ''
  const sets = rows.map(setWords).join(', ')
  if ('weeks' in row) return messages.setsOfWeek({ sets, week: 1 })
  return 'stages' in row ? messages.setsOfStage({ sets, stage: 1 }) : sets
}

/** A set in short: `3 × 5 at 85 %`, `1 × 8+`. */
export function setWords(set: Table): string {
  const count = typeof set['count'] === 'number' ? set['count'] : 1
  const reps = set['reps'] ?? set['seconds']
  const range = Array.isArray(reps) ? reps.join('–') : String(reps ?? '?')
  const many = `${count} × ${range}${'seconds' in set ? ' s' : ''}${set['amrap'] === true ? '+' : ''}`
  return withLoad(many, set)
}

function withLoad(sets: string, set: Table): string {
  const number = (key: string): string => String(set[key] as number)
  if ('percent' in set) {
    const percent = number('percent')
    return 'of' in set
      ? messages.setsAtPercentOf({ sets, percent, of: number('of') })
      : messages.setsAtPercent({ sets, percent })
  }
  if ('kg' in set || 'lb' in set) {
    const load = ['kg', 'lb'].filter((unit) => unit in set).map((unit) => `${number(unit)} ${unit}`)
    return messages.setsWithLoad({ sets, load: load.join(' / ') })
  }
  if ('rir' in set) return messages.setsInReserve({ sets, rir: number('rir') })
  return 'rpe' in set ? messages.setsAtRpe({ sets, rpe: number('rpe') }) : sets
}
