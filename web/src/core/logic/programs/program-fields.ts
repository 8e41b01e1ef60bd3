/**
 * What the builder calls each key of a program, which keys it shows at once, and what a new part begins with.
 */
import { isTable, KINDS, type Field, type Table } from '../../rules/programs/shape'
import { rowsOf } from './program-editing'

const LABELS: Readonly<Record<string, string>> = {
  'program.name': 'Name',
  'program.note': 'What it is',
  'program.goal': 'Goal',
  'program.level': 'Level',
  'program.evidence': 'What the evidence says',
  'program.equipment': 'Equipment',
  'program.weeks': 'Weeks in a round',
  'program.cycles': 'Rounds until it ends',
  'program.days_per_week': 'Days a week',
  'program.schedule': 'Days follow',
  'program.round': 'Round loads',
  'program.muscle_limits': 'Most sets a week by muscle',
  'program.sources': 'Sources',
  'program.unknown': 'What is not known',
  'source.title': 'Title',
  'source.address': 'Address',
  'source.read': 'Read on',
  'question.id': 'Short id',
  'question.words': 'Question',
  'question.answers': 'Answers',
  'lift.id': 'Short id',
  'lift.name': 'Name shown',
  'lift.exercise': 'Exercise',
  'lift.ladder': 'Ladder, easiest first',
  'lift.keeps': 'The number it remembers',
  'lift.ask': 'Asks you for',
  'lift.take': 'Takes of it (%)',
  'lift.start': 'Where nothing is typed',
  'lift.round': 'Round loads',
  'lift.warm_up': 'Warm-up sets',
  'lift.muscle': 'Muscle',
  'lift.setup': 'Technique setup',
  'lift.alternatives': 'Alternatives',
  'day.name': 'Day',
  'day.weeks': 'Only in weeks',
  'day.weekday': 'Weekday',
  'day.note': 'Note',
  'day.slots': 'Exercises',
  'slot.id': 'Short id',
  'slot.lift': 'Lift',
  'slot.exercise': 'Exercise',
  'slot.name': 'Name shown',
  'slot.sets': 'Sets',
  'slot.scheme': 'Scheme',
  'slot.weeks': 'Scheme of each week',
  'slot.stages': 'Scheme of each stage',
  'slot.rest': 'Rest (s)',
  'slot.group': 'Superset',
  'slot.setup': 'Technique setup',
  'slot.setups': 'Setups that rounds take in turn',
  'slot.rotate': 'Turn the feet each round',
  'slot.alternatives': 'Alternatives',
  'slot.note': 'Note',
  'slot.counts': 'Rules look at it',
  'slot.optional': 'May be left out',
  'set.count': 'Sets',
  'set.reps': 'Reps',
  'set.amrap': 'As many as possible',
  'set.cap': 'At most reps',
  'set.seconds': 'Seconds',
  'set.percent': 'Load (%)',
  'set.of': 'Percent of',
  'set.plus': 'Plus',
  'set.kg': 'Load (kg)',
  'set.lb': 'Load (lb)',
  'set.rir': 'Reps in reserve',
  'set.rpe': 'RPE',
  'set.load': 'Load from',
  'set.rest': 'Rest (s)',
  'set.kind': 'Kind',
  'set.minutes': 'Minutes',
  'set.velocity_loss': 'Stop at loss of speed (%)',
  'set.optional': 'May be left out',
  'rule.name': 'Rule',
  'rule.lifts': 'For lifts',
  'rule.slots': 'Only slots',
  'rule.at': 'Looked at after each',
  'rule.when': 'When',
  'rule.then': 'Then',
  'when.made': 'All sets made',
  'when.topped': 'Top of the range reached',
  'when.set': 'In set',
  'when.reps_at_least': 'Reps at least',
  'when.reps_at_most': 'Reps at most',
  'when.over_at_least': 'Reps over target at least',
  'when.over_at_most': 'Reps over target at most',
  'when.sum_at_least': 'Reps of all sets at least',
  'when.sum_at_most': 'Reps of all sets at most',
  'when.rir_at_least': 'In reserve at least',
  'when.rir_at_most': 'In reserve at most',
  'when.failed': 'Missed in a row',
  'when.made_in_a_row': 'Made in a row',
  'when.stage': 'At stage',
  'when.week': 'In week',
  'when.sets_at_least': 'Sets at least',
  'when.sets_at_most': 'Sets at most',
  'when.velocity_loss_at_least': 'Loss of speed at least (%)',
  'when.question': 'Question',
  'when.answer': 'Answered',
  'then.add': 'Add',
  'then.add_percent': 'Add (%)',
  'then.deload': 'Take off (%)',
  'then.per_rep': 'Add for each rep over target',
  'then.most_reps': 'At most reps counted',
  'then.table': 'Table by reps',
  'then.by': 'The table reads',
  'then.set_max': 'Set the number to (%)',
  'then.from': 'Percent of',
  'then.stage': 'Stage',
  'then.stage_load': 'With the last load of that stage',
  'then.sets': 'Sets more (− fewer)',
  'then.sets_reset': 'Sets back to the text',
  'then.most': 'At most sets',
  'then.least': 'At least sets',
  'then.rung': 'Step of the ladder',
  'then.test': 'Test next session',
  'then.hold': 'Change nothing',
  'row.reps': 'Reps from, to',
  'row.add': 'Add',
  'row.add_percent': 'Add (%)',
}

/** Keys that show before anything is written in them, in this order. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  program: ['name', 'note', 'weeks', 'cycles', 'schedule', 'round'],
  source: ['title', 'address', 'read'],
  question: ['id', 'words', 'answers'],
  lift: ['id', 'exercise', 'keeps', 'ask', 'take'],
  day: ['name', 'weekday', 'note', 'slots'],
  slot: ['lift', 'exercise', 'rest'],
  set: ['count', 'reps', 'percent', 'amrap'],
  rule: ['name', 'lifts', 'at', 'when', 'then'],
  when: [],
  then: [],
  row: ['reps', 'add'],
}

/** Parts that have places of their own in the builder. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  program: ['format', 'schemes', 'lifts', 'days', 'rules', 'questions'],
}

const BLANK: Readonly<Record<string, unknown>> = {
  whole: 1,
  number: 1,
  text: '',
  texts: [],
  id: '',
  bool: true,
  reps: 5,
  span: [0],
  wholes: 1,
  set: 1,
  setup: {},
  setups: [{ grip: 'wide' }, { grip: 'close' }],
  numbers: {},
  table: {},
}

export const labelOf = (kind: string, key: string): string => LABELS[`${kind}.${key}`] ?? key

/** Keys of a part to show: those that are common and those that are written. */
export function shownKeys(kind: string, value: Table): string[] {
  const keys = Object.keys(KINDS[kind]?.keys ?? {})
  const first = FIRST[kind] ?? []
  const written = keys.filter((key) => key in value && !first.includes(key))
  return [...first, ...written].filter((key) => !isElsewhere(kind, key))
}

/** Keys that may still be added. */
export function moreKeys(kind: string, value: Table): string[] {
  const shown = shownKeys(kind, value)
  return Object.keys(KINDS[kind]?.keys ?? {}).filter((key) => !shown.includes(key) && !isElsewhere(kind, key))
}

const isElsewhere = (kind: string, key: string): boolean => ELSEWHERE[kind]?.includes(key) ?? false

/** What a key begins with when it is added. */
export function blankOf(field: Field): unknown {
  if (field.is === 'word') return field.words?.[0] ?? ''
  if (field.is === 'amount') return { kg: 2.5, lb: 5 }
  if (field.is === 'tables') return [newPart(field.of ?? '')]
  const low = field.low ?? 0
  if (field.is === 'whole' || field.is === 'number') return low > 1 ? low : Math.min(1, field.high ?? 1)
  return BLANK[field.is] ?? ''
}

/** A new part: the keys that it must have, and usual numbers. */
export function newPart(kind: string, id = ''): Table {
  switch (kind) {
    case 'set':
      return { count: 3, reps: 5 }
    case 'row':
      return { reps: [5], add: { kg: 2.5, lb: 5 } }
    case 'lift':
      return { id: id || 'lift', exercise: 'back-squat', keeps: 'load' }
    case 'slot':
      return { exercise: 'back-squat', sets: [{ count: 3, reps: 5 }] }
    case 'day':
      return { name: id || 'Day', slots: [newPart('slot')] }
    case 'rule':
      return {
        name: 'All sets made', lifts: ['all'], when: { made: true }, then: { add: { kg: 2.5, lb: 5 } },
      }
    case 'question':
      return { id: id || 'sleep', words: 'How did you sleep?', answers: ['well', 'badly'] }
    case 'source':
      return { title: '', address: '' }
    default:
      return {}
  }
}

/** A program that can be trained, to begin with. */
export const NEW_PROGRAM: Table = {
  format: 2,
  name: 'My program',
  cycles: 12,
  lifts: [{ id: 'squat', exercise: 'back-squat', keeps: 'load' }],
  days: [{ name: 'Day A', slots: [{ lift: 'squat', sets: [{ count: 3, reps: 5 }], rest: 180 }] }],
  rules: [
    { name: 'All sets made', lifts: ['squat'], when: { made: true }, then: { add: { kg: 2.5, lb: 5 } } },
  ],
}

const PARTS: Readonly<Record<string, string>> = {
  slot: 'exercise', row: 'row', when: 'condition', then: 'action',
}

/** What a part is called on a button: `exercise` for a slot. */
export const partName = (kind: string): string => PARTS[kind] ?? kind

/** A part on one line: name of a day, exercise and sets of a slot, id and exercise of a lift. */
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
      const keeps = text('keeps').replace('1rm', '1RM')
      return `${text('id')}: ${name}${keeps ? `, remembers its ${keeps}` : ''}`
    }
    case 'question':
      return text('words')
    default:
      return text('name') || `${partName(kind)} ${at + 1}`
  }
}

function slotPlan(row: Table, body: Table): string {
  const schemes = isTable(body['schemes']) ? body['schemes'] : {}
  const [first] = ['stages', 'weeks'].flatMap((key) => (Array.isArray(row[key]) ? [String(row[key][0])] : []))
  const name = typeof row['scheme'] === 'string' ? row['scheme'] : first
  const sets = rowsOf(row['sets'] ?? (name === undefined ? [] : schemes[name]))
  const tail = 'weeks' in row ? ' (week 1)' : 'stages' in row ? ' (stage 1)' : ''
  return sets.length === 0 ? '' : `${sets.map(setWords).join(', ')}${tail}`
}

/** A set in short: `3 × 5 at 85 %`, `1 × 8+`. */
export function setWords(set: Table): string {
  const count = typeof set['count'] === 'number' ? set['count'] : 1
  const reps = set['reps'] ?? set['seconds']
  const range = Array.isArray(reps) ? reps.join('–') : String(reps ?? '?')
  const many = `${count} × ${range}${'seconds' in set ? ' s' : ''}${set['amrap'] === true ? '+' : ''}`
  return `${many}${loadOf(set)}`
}

function loadOf(set: Table): string {
  const number = (key: string): string => String(set[key] as number)
  if ('percent' in set) return ` at ${number('percent')} %${'of' in set ? ` of ${number('of')}` : ''}`
  if ('kg' in set || 'lb' in set)
    return ' with ' +
      `${['kg', 'lb'].filter((unit) => unit in set).map((unit) => `${number(unit)} ${unit}`).join(' / ')}`
  if ('rir' in set) return `, ${number('rir')} in reserve`
  return 'rpe' in set ? ` @ RPE ${number('rpe')}` : ''
}
