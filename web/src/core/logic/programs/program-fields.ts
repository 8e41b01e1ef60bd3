/**
 * What the builder calls each key of a program, which keys it shows at once, and what a new part begins with.
 */
import { isTable, KINDS, type Field, type Table } from '../../rules/programs/shape'
import { rowsOf } from './program-editing'

const LABELS: Readonly<Record<string, string>> = {
  'program.name': 'Name',
  'program.note': 'Description',
  'program.goal': 'Goal',
  'program.level': 'Level',
  'program.evidence': 'What the evidence says',
  'program.equipment': 'Equipment',
  'program.weeks': 'Weeks in a cycle',
  'program.cycles': 'Number of cycles',
  'program.days_per_week': 'Days a week',
  'program.schedule': 'Schedule',
  'program.round': 'Rounding of loads',
  'program.muscle_limits': 'Maximum sets a week by muscle',
  'program.sources': 'Sources',
  'program.unknown': 'Open questions',
  'source.title': 'Title',
  'source.address': 'Address',
  'source.read': 'Read on',
  'question.id': 'Short id',
  'question.words': 'Question',
  'question.answers': 'Answers',
  'lift.id': 'Short id',
  'lift.name': 'Name on screen',
  'lift.exercise': 'Exercise',
  'lift.ladder': 'Ladder, easiest first',
  'lift.keeps': 'Progress is kept as',
  'lift.ask': 'Starting number',
  'lift.take': 'Start at (% of that number)',
  'lift.start': 'Default starting number',
  'lift.round': 'Rounding of loads',
  'lift.warm_up': 'Warm-up sets',
  'lift.muscle': 'Muscle',
  'lift.setup': 'Technique setup',
  'lift.alternatives': 'Alternatives',
  'day.name': 'Name of the day',
  'day.weeks': 'Only in weeks',
  'day.weekday': 'Weekday',
  'day.note': 'Note',
  'day.slots': 'Exercises',
  'slot.id': 'Short id',
  'slot.lift': 'Lift',
  'slot.exercise': 'Other exercise',
  'slot.name': 'Name on screen',
  'slot.sets': 'Sets',
  'slot.scheme': 'Scheme',
  'slot.weeks': 'Scheme of each week',
  'slot.stages': 'Scheme of each stage',
  'slot.rest': 'Rest (s)',
  'slot.group': 'Superset',
  'slot.setup': 'Technique setup',
  'slot.setups': 'Setups in rotation',
  'slot.rotate': 'Change foot position each cycle',
  'slot.alternatives': 'Alternatives',
  'slot.note': 'Note',
  'slot.counts': 'Counts for rules',
  'slot.optional': 'Optional',
  'set.count': 'Sets',
  'set.reps': 'Reps',
  'set.amrap': 'As many reps as possible',
  'set.cap': 'Maximum reps',
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
  'set.velocity_loss': 'Stop at velocity loss (%)',
  'set.optional': 'Optional',
  'rule.name': 'Name of the rule',
  'rule.lifts': 'For lifts',
  'rule.slots': 'Only these exercises',
  'rule.at': 'Checked after each',
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
  'when.velocity_loss_at_least': 'Velocity loss at least (%)',
  'when.question': 'Question',
  'when.answer': 'Answered',
  'then.add': 'Add',
  'then.add_percent': 'Add (%)',
  'then.deload': 'Take off (%)',
  'then.per_rep': 'Add for each rep over target',
  'then.most_reps': 'Maximum reps counted',
  'then.table': 'Table by reps',
  'then.by': 'Table by',
  'then.set_max': 'Set the number to (%)',
  'then.from': 'Percent of',
  'then.stage': 'Stage',
  'then.stage_load': 'With the last load of that stage',
  'then.sets': 'Sets more (− fewer)',
  'then.sets_reset': 'Reset the number of sets',
  'then.most': 'Maximum sets',
  'then.least': 'Minimum sets',
  'then.rung': 'Step of the ladder',
  'then.test': 'Test next session',
  'then.hold': 'Keep the number',
  'row.reps': 'Reps from, to',
  'row.add': 'Add',
  'row.add_percent': 'Add (%)',
}

/** What the builder calls a word of the language where the word alone would not say it. */
const WORDS: Readonly<Record<string, string>> = {
  'program.schedule.sequence': 'The next day waits for you',
  'program.schedule.weekdays': 'Fixed weekdays',
  'program.round.nearest': 'To the nearest load',
  'program.round.down': 'Down',
  'lift.round.nearest': 'To the nearest load',
  'lift.round.down': 'Down',
  'lift.keeps.load': 'Working load',
  'lift.ask.load': 'Working load',
  'lift.warm_up.standard': 'Suggested by the log',
  'set.load.engine': 'Iron’s suggestion',
  'set.kind.emom': 'EMOM',
  'rule.at.cycle': 'Cycle',
  'then.by.over': 'Reps over target',
  'then.by.sum': 'Reps of all sets',
  'then.from.lifted': 'The load lifted',
  'then.from.estimate': 'The estimated 1RM',
}

/** A word of the language as a choice on screen: `Training max`, `1RM`. */
export function wordShown(kind: string, key: string, word: string): string {
  const written = WORDS[`${kind}.${key}.${word}`] ?? word.replace(/rm$/, 'RM')
  return written.charAt(0).toUpperCase() + written.slice(1)
}

/**
 * A name that the program stores, as lifters read it: a lift by its exercise, the short id beside it where
 * two lifts share one.
 */
export function nameShown(
  kind: string, key: string, name: string, body: Table, nameOf: (exercise: string) => string,
): string {
  if (name === 'all') return 'All'
  if (name === '-') return 'None'
  const isLift = ['slot.lift', 'rule.lifts', 'rule.slots', 'set.of'].includes(`${kind}.${key}`)
  const lifts = rowsOf(body['lifts'])
  const lift = isLift && lifts.find(({ id }) => id === name)
  if (!lift) return /^set \d$/.test(name) ? `S${name.slice(1)}` : name
  const shown = (row: Table) => liftName(row, nameOf)
  const isShared = lifts.some((other) => other !== lift && shown(other) === shown(lift))
  return isShared ? `${shown(lift)} (${name})` : shown(lift)
}

function liftName(lift: Table, nameOf: (exercise: string) => string): string {
  const ladder = Array.isArray(lift['ladder']) ? String(lift['ladder'][0]) : ''
  const written = typeof lift['name'] === 'string' ? lift['name'] : ''
  return written || nameOf(typeof lift['exercise'] === 'string' ? lift['exercise'] : ladder)
    || String(lift['id'])
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
    // Reached with the top of a range, or with the reps themselves where there is no range.
    {
      name: 'Top of the range reached', lifts: ['all'], when: { topped: true },
      then: { add: { kg: 2.5, lb: 5 } },
    },
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
      const keeps = text('keeps').replace('1rm', '1RM').replace('load', 'working load')
      return `${name}${keeps ? `: ${keeps}` : ''}`
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
