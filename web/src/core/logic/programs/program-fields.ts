/**
 * What the builder calls each key of a program, which keys it shows at once, and what a new part begins with.
 */
import { KINDS, type Field, type Table } from '../../rules/programs/shape'
import * as messages from '../../generated/messages-builder-fields'
import { rowsOf } from './program-editing'

type Texts = Readonly<Record<string, string>>
/** Labels by kind of part and key; a key without a label is shown as it is written. */
const LABELS: Readonly<Record<string, Texts>> = {
  program: messages.program, source: messages.source, question: messages.question, lift: messages.lift,
  day: messages.day, slot: messages.slot, set: messages.set, rule: messages.rule, when: messages.when,
  then: messages.then, row: messages.row,
}
/** What the builder calls a word of the language where the word alone would not say it. */
const CHOICES: Texts = messages.choices

/** A word of the language as a choice on screen: `Training max`, `1RM`. */
export function wordShown(kind: string, key: string, word: string): string {
  const written = CHOICES[`${kind}-${key}-${word}`] ?? word.replace(/rm$/, 'RM')
  return written.charAt(0).toUpperCase() + written.slice(1)
}

/**
 * A name that the program stores, as lifters read it: a lift by its exercise, the short id beside it where
 * two lifts share one.
 */
export function nameShown(
  kind: string, key: string, name: string, body: Table, nameOf: (exercise: string) => string,
): string {
  if (name === 'all') return messages.all
  if (name === '-') return messages.none
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

export const labelOf = (kind: string, key: string): string => LABELS[kind]?.[key] ?? key

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
      return { name: id || messages.newDay, slots: [newPart('slot')] }
    case 'rule':
      return {
        name: messages.newRule, lifts: ['all'], when: { made: true }, then: { add: { kg: 2.5, lb: 5 } },
      }
    case 'question':
      return {
        id: id || 'sleep', words: messages.newQuestion,
        answers: [messages.newAnswerGood, messages.newAnswerBad],
      }
    case 'source':
      return { title: '', address: '' }
    default:
      return {}
  }
}

/** A program that can be trained, to begin with. */
export const NEW_PROGRAM: Table = {
  format: 2,
  name: messages.newProgram,
  cycles: 12,
  lifts: [{ id: 'squat', exercise: 'back-squat', keeps: 'load' }],
  days: [{
    name: messages.newFirstDay,
    slots: [{ lift: 'squat', sets: [{ count: 3, reps: 5 }], rest: 180 }],
  }],
  rules: [
    // Reached with the top of a range, or with the reps themselves where there is no range.
    {
      name: messages.newTopRule, lifts: ['all'], when: { topped: true },
      then: { add: { kg: 2.5, lb: 5 } },
    },
  ],
}

/** What the button that adds a part says. */
const ADD_PART: Texts = {
  set: messages.addSet, slot: messages.addSlot, row: messages.addRow, lift: messages.addLift,
  day: messages.addDay, rule: messages.addRule, question: messages.addQuestion, source: messages.addSource,
}
/** What the list of keys that may still be added to a part says. */
const ADD_KEY: Texts = {
  program: messages.moreProgram, set: messages.moreSet, slot: messages.moreSlot, row: messages.moreRow,
  lift: messages.moreLift, day: messages.moreDay, rule: messages.moreRule, question: messages.moreQuestion,
  source: messages.moreSource, when: messages.moreWhen, then: messages.moreThen,
}

export const addPartLabel = (kind: string): string => ADD_PART[kind] ?? kind
export const addKeyLabel = (kind: string): string => ADD_KEY[kind] ?? kind
