/** Changes of a program in the builder: keys that exclude each other, renamed ids, choices of names. */
import { isTable, type Table } from '../../rules/programs/shape'

/** Keys of which a part has one: writing one takes the others away. */
const ONE_OF: Readonly<Record<string, readonly (readonly string[])[]>> = {
  slot: [['sets', 'scheme', 'weeks', 'stages']],
  set: [['reps', 'seconds'], ['rir', 'rpe']],
  lift: [['exercise', 'ladder']],
}
const LOADS = ['percent', 'load', 'kg', 'lb']

/** A part with a key set to a value; undefined takes the key away. */
export function withKey(kind: string, part: Table, key: string, value: unknown): Table {
  const gone = new Set(value === undefined ? [key] : excludedBy(kind, key))
  const rest = Object.entries(part).filter(([name]) => !gone.has(name))
  const rows = value === undefined ? rest : rest.filter(([name]) => name !== key)
  const at = rest.findIndex(([name]) => name === key)
  if (value !== undefined) rows.splice(at < 0 ? rows.length : at, 0, [key, value])
  return Object.fromEntries(rows)
}

function excludedBy(kind: string, key: string): string[] {
  const group = ONE_OF[kind]?.find((keys) => keys.includes(key)) ?? []
  const others = group.filter((name) => name !== key)
  if (kind !== 'set' || !LOADS.includes(key)) return others
  // Kilograms and pounds go together: each unit takes its own number.
  const pair = key === 'kg' ? 'lb' : key === 'lb' ? 'kg' : ''
  return [...others, ...LOADS.filter((name) => name !== key && name !== pair)]
}

/** A list with a row moved one place up or down. */
export function moved<T>(rows: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...rows]
  const [row] = next.splice(at, 1)
  if (row !== undefined) next.splice(Math.min(next.length, Math.max(0, at + by)), 0, row)
  return next
}

export const rowsOf = (value: unknown): Table[] => (Array.isArray(value) ? value.filter(isTable) : [])

/** A program in which a lift has another id everywhere it is named. */
export function renameLift(body: Table, old: string, now: string): Table {
  const set = (row: Table): Table => (row['of'] === old ? { ...row, of: now } : row)
  const slot = (row: Table): Table => ({
    ...row,
    ...(row['lift'] === old ? { lift: now } : {}),
    ...(Array.isArray(row['sets']) ? { sets: rowsOf(row['sets']).map(set) } : {}),
  })
  const names = (value: unknown): unknown =>
    Array.isArray(value) ? (value as unknown[]).map((name) => (name === old ? now : name)) : value
  const idOf = (row: Table): string => String(row['id'] ?? row['lift'] ?? row['exercise'])
  const isSlot = rowsOf(body['days']).some((day) =>
    rowsOf(day['slots']).some((row) => row['lift'] === old && idOf(row) === old),
  )
  return {
    ...body,
    ...(isTable(body['schemes'])
      ? {
          schemes: Object.fromEntries(
            Object.entries(body['schemes']).map(([name, rows]) => [name, rowsOf(rows).map(set)]),
          ),
        }
      : {}),
    ...('lifts' in body
      ? { lifts: rowsOf(body['lifts']).map((row) => (row['id'] === old ? { ...row, id: now } : row)) }
      : {}),
    days: rowsOf(body['days']).map((day) => ({ ...day, slots: rowsOf(day['slots']).map(slot) })),
    ...('rules' in body
      ? {
          rules: rowsOf(body['rules']).map((row) => ({
            ...row,
            lifts: names(row['lifts']),
            ...('slots' in row && isSlot ? { slots: names(row['slots']) } : {}),
          })),
        }
      : {}),
  }
}

/** A program in which a scheme has another name everywhere it is named. */
export function renameScheme(body: Table, old: string, now: string): Table {
  const schemes = isTable(body['schemes']) ? body['schemes'] : {}
  const names = (value: unknown): unknown =>
    Array.isArray(value)
      ? (value as unknown[]).map((name) => (name === old ? now : name))
      : value === old
        ? now
        : value
  const slot = (row: Table): Table =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        ['scheme', 'weeks', 'stages'].includes(key) ? names(value) : value,
      ]),
    )
  return {
    ...body,
    schemes: Object.fromEntries(
      Object.entries(schemes).map(([name, rows]) => [name === old ? now : name, rows]),
    ),
    days: rowsOf(body['days']).map((day) => ({ ...day, slots: rowsOf(day['slots']).map(slot) })),
  }
}

/** A name that is not taken: `set`, `set-2`, `set-3`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number += 1) if (!taken.includes(`${wanted}-${number}`)) return `${wanted}-${number}`
}

/** What a picked exercise begins with: a range of double progression and its rest (guesses). */
const PICKED = { sets: [{ count: 3, reps: [8, 12] }], rest: 120 } as const

/**
 * A program with exercises added to a day. Each takes the lift that has this exercise already, or a new lift
 * that keeps its working load. `isSuperset`: the added exercises are done in turn.
 */
export function addExercises(
  body: Table, day: number, exercises: readonly string[], isSuperset = false,
): Table {
  const lifts = rowsOf(body['lifts'])
  const days = rowsOf(body['days'])
  const slots = rowsOf(days[day]?.['slots'])
  const groups = slots.map((slot) => String(slot['group'] ?? ''))
  const group = isSuperset ? { group: freeName('A', groups) } : {}
  for (const exercise of exercises) {
    let lift = lifts.find((row) => row['exercise'] === exercise)
    if (!lift) {
      const id = freeName(exercise, lifts.map((row) => String(row['id'])))
      lift = { id, exercise, keeps: 'load' }
      lifts.push(lift)
    }
    const id = String(lift['id'])
    const taken = slots.map((slot) => String(slot['id'] ?? slot['lift'] ?? slot['exercise']))
    const own = taken.includes(id) ? { id: freeName(id, taken) } : {}
    slots.push({ ...own, lift: id, ...PICKED, ...group })
  }
  return { ...body, lifts, days: days.map((row, at) => (at === day ? { ...row, slots } : row)) }
}

/** Names that a key may take from the program itself; null where it is not one of them. */
export function namesFor(kind: string, key: string, body: Table): string[] | null {
  const lifts = rowsOf(body['lifts']).map((row) => String(row['id']))
  const keeping = rowsOf(body['lifts']).filter((row) => 'keeps' in row)
  switch (`${kind}.${key}`) {
    case 'slot.lift':
      return lifts
    case 'rule.lifts':
      return ['all', ...lifts]
    case 'rule.slots':
      return [
        ...new Set(
          rowsOf(body['days']).flatMap((day) =>
            rowsOf(day['slots']).map((row) => String(row['id'] ?? row['lift'] ?? row['exercise'])),
          ),
        ),
      ]
    case 'slot.scheme':
    case 'slot.stages':
      return Object.keys(isTable(body['schemes']) ? body['schemes'] : {})
    case 'slot.weeks':
      return ['-', ...Object.keys(isTable(body['schemes']) ? body['schemes'] : {})]
    case 'set.of':
      return [...keeping.map((row) => String(row['id'])), 'set 1', 'set 2', 'set 3', 'set 4', 'set 5']
    case 'when.question':
      return rowsOf(body['questions']).map((row) => String(row['id']))
    case 'when.answer':
      return [
        ...new Set(rowsOf(body['questions']).flatMap((row) => (row['answers'] ?? []) as string[])),
      ].map(String)
    default:
      return null
  }
}
