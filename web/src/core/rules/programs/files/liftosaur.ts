/**
 * A Liftosaur program as a program of format 2: its declarative part, with a list of what could not be taken
 * over. The same as `src/iron/exchange/programs/liftosaur.py`; cases: `spec/program-imports/liftosaur.json`.
 */
import {
  keyOf, readLines, type Left, type Line, type Lines, type Occurrence, type SetLine, type SetRow,
} from './liftosaur-lines'
import { liftOf, type Amount } from './liftosaur-lifts'

export interface Taken {
  readonly body: Record<string, unknown> & { name: string }
  readonly left: readonly Left[]
}
export type { Amount }

const MOST_WEEKS = 52
const A_YEAR = 52
/** A line that reuses a line that reuses a line: deeper is a circle. */
const DEPTH = 8

/** Whether a text looks like a Liftosaur program and not like TOML. */
export function isLiftosaur(text: string): boolean {
  return /```liftoscript/.test(text) || /^[^=\n"]*\/\s*(\.\.\.|\d+x\d+)/m.test(text)
}

/**
 * Convert a Liftosaur program.
 *
 * `exerciseOf` finds the id of an exercise by the name that Liftosaur uses, such as `Bench Press, Dumbbell`;
 * null where there is none. Null as the answer: the text has no exercise that Iron knows.
 */
export function fromLiftosaur(
  text: string,
  exerciseOf: (name: string) => string | null,
  otherwise = 'Liftosaur program',
): Taken | null {
  const lines = readLines(text)
  const left = [...lines.left]
  const weeks = Math.min(MOST_WEEKS, lines.weeks)
  if (lines.weeks > weeks)
    left.push({ line: 1, what: `weeks ${weeks + 1} and later`, why: 'A round has at most 52 weeks.' })
  const known = new Map<string, string>()
  const lifted = occurrences(lines, weeks, left).filter(({ line }) => {
    const exercise = exerciseOf(line.name)
    if (exercise === null)
      left.push({
        line: line.line,
        what: line.name,
        why: 'Iron has no exercise of this name: add one by hand.',
      })
    else known.set(line.key, exercise)
    return exercise !== null
  })
  if (lifted.length === 0) return null
  const lifts = new Map<string, ReturnType<typeof liftOf>>()
  for (const key of new Set(lifted.map(({ line }) => line.key))) {
    const own = lifted.filter(({ line }) => line.key === key)
    lifts.set(key, liftOf(own, progressOf(key, lines, 0), known.get(key) ?? '', [...lifts.values()], left))
  }
  const body = write(lines, weeks, lifted, lifts, otherwise)
  const seen = new Set<string>()
  return {
    body,
    left: left
      .sort((a, b) => a.line - b.line)
      .filter(({ what, why }) => !seen.has(what + why) && seen.add(what + why)),
  }
}

/** Every exercise of every day with its sets by week; templates left out, repeated lines written out. */
function occurrences(lines: Lines, weeks: number, left: Left[]): Occurrence[] {
  const grouped = new Map<string, Occurrence>()
  const explicit = new Set(lines.lines.map(({ key, week, day }) => `${key}|${week}|${day}`))
  const isTemplate = new Set(lines.lines.filter((line) => line.isTemplate).map(({ key }) => key))
  for (const line of lines.lines) {
    if (isTemplate.has(line.key)) continue
    for (let week = line.from; week <= Math.min(line.to, weeks); week += 1) {
      if (week !== line.week && explicit.has(`${line.key}|${week}|${line.day}`)) continue
      const isUncounted = line.progress === 'none'
      const at = `${line.key}|${line.day}|${isUncounted}`
      const occurrence = grouped.get(at) ?? { line, day: line.day, sets: new Map(), isUncounted }
      grouped.set(at, occurrence)
      const sets = setsOf(line, week, lines, 0)
      if (sets.length === 0)
        left.push(
          { line: line.line, what: line.name, why: 'The line says no sets, so the exercise is left out.' }
        )
      else occurrence.sets.set(week, sets)
    }
  }
  const order = ({ line }: Occurrence): number => line.order ?? 0
  return [...grouped.values()]
    .filter(({ sets }) => sets.size > 0)
    .sort((a, b) => a.day - b.day || order(a) - order(b))
}

/** The sets of a line in a week, those of the reused line where it has none of its own. */
function setsOf(line: Line, week: number, lines: Lines, depth: number): SetLine[] {
  const from = line.reuse && depth < DEPTH ? reused(line, week, lines) : undefined
  const base = line.sets ?? (from ? setsOf(from, week, lines, depth + 1) : [])
  return base.map((set) => ({ ...(line.sets ? line.extras : {}), ...set, ...(line.sets ? {} : line.extras) }))
}

function reused(line: Line, week: number, { lines }: Lines): Line | undefined {
  const { key, week: wanted, day } = line.reuse ?? { key: '', week: null, day: null }
  const at = wanted ?? week
  const same = lines.filter(
    (other) => (other.key === key || keyOf(other.name) === key) && (day === null || other.day === day),
  )
  return (
    same.find((other) => other.week === at) ??
    same.find((other) => other.from <= at && at <= other.to) ??
    same.filter((other) => other.week <= at).at(-1)
  )
}

/** The progression of an exercise, its own or that of the line it reuses, with the line that says it. */
function progressOf(key: string, lines: Lines, depth: number): { text: string; line: number } | null {
  const own = lines.lines.filter((line) => line.key === key)
  for (const line of own)
    if (line.progress && line.progress !== 'none') return { text: line.progress, line: line.line }
  for (const line of own) {
    const from = line.reuse ? reused(line, line.week, lines) : undefined
    if (from && from.key !== key && depth < DEPTH) return progressOf(from.key, lines, depth + 1)
  }
  return null
}

function write(
  lines: Lines,
  weeks: number,
  seen: readonly Occurrence[],
  lifts: ReadonlyMap<string, ReturnType<typeof liftOf>>,
  otherwise: string,
): Taken['body'] {
  const schemes = new Map<string, { name: string; rows: SetRow[] }>()
  const schemeOf = (rows: SetRow[]): string => {
    const text = JSON.stringify(rows)
    const known = schemes.get(text) ?? { name: schemeName(rows, [...schemes.values()]), rows }
    schemes.set(text, known)
    return known.name
  }
  const days = [...new Set(seen.map(({ day }) => day))].map((day) => {
    const here = seen.filter((occurrence) => occurrence.day === day)
    const on = weeksOf(here, weeks)
    return {
      name: lines.days.get(`1|${day}`) ?? lines.days.get(`${on[0] ?? 1}|${day}`) ?? `Day ${day}`,
      ...(on.length === weeks ? {} : { weeks: on }),
      slots: here.map((occurrence) =>
        slotOf(occurrence, lifts.get(occurrence.line.key), weeks, on, schemeOf)),
    }
  })
  const names = days.map(({ name }) => name)
  const rows = [...lifts.values()]
  const liftBodies = rows.flatMap(({ lift }) => (lift ? [lift] : []))
  const rules = rows.flatMap((row) => row.rules)
  return {
    format: 2,
    name: (lines.title || otherwise).slice(0, 80),
    ...(weeks > 1 ? { weeks } : {}),
    cycles: Math.ceil(A_YEAR / weeks),
    ...(lines.address
      ? { sources: [{ title: `${lines.title} in Liftosaur`, address: lines.address }] }
      : {}),
    ...(schemes.size > 0
      ? { schemes: Object.fromEntries([...schemes.values()].map(({ name, rows: sets }) => [name, sets])) }
      : {}),
    ...(liftBodies.length > 0 ? { lifts: liftBodies } : {}),
    days: days.map((day, at) => ({
      ...day,
      name: names.indexOf(day.name) === at ? day.name : `${day.name} ${at + 1}`,
    })),
    ...(rules.length > 0 ? { rules } : {}),
  }
}

const weeksOf = (here: readonly Occurrence[], weeks: number): number[] =>
  Array.from({ length: weeks }, (_, at) => at + 1).filter((week) => here.some(({ sets }) => sets.has(week)))

function slotOf(
  occurrence: Occurrence,
  row: ReturnType<typeof liftOf> | undefined,
  weeks: number,
  on: readonly number[],
  schemeOf: (rows: SetRow[]) => string,
): Record<string, unknown> {
  const byWeek = new Map(
    [...occurrence.sets].map(([week, sets]) => [week, sets.map((set) => row?.setOf(set) ?? {})]),
  )
  const texts = new Set([...byWeek.values()].map((sets) => JSON.stringify(sets)))
  const isSame = texts.size === 1 && byWeek.size === on.length
  const plan = isSame
    ? { sets: [...byWeek.values()][0] }
    : {
        weeks: Array.from({ length: weeks }, (_, at) => {
          const sets = byWeek.get(at + 1)
          return sets ? schemeOf(sets) : '-'
        }),
      }
  const isUncounted = row?.lift !== undefined && row.rules.length > 0 && occurrence.isUncounted
  return {
    ...(isUncounted ? { id: `${String(row.lift?.['id'])}-easy` } : {}),
    ...(row?.lift ? { lift: row.lift['id'] } : { exercise: row?.exercise }),
    ...plan,
    ...(occurrence.line.group ? { group: occurrence.line.group } : {}),
    ...(occurrence.line.note ? { note: occurrence.line.note } : {}),
    ...(isUncounted ? { counts: false } : {}),
  }
}

/** A name such as `3x5-80`, with a number where it is taken. */
function schemeName(rows: readonly SetRow[], taken: readonly { name: string }[]): string {
  const say = (row: SetRow): string => {
    const reps = Array.isArray(row['reps']) ? row['reps'].join('-') : String(row['reps'] ?? row['seconds'])
    const many = `${String(row['count'] ?? 1)}x${reps}${row['amrap'] === true ? 'plus' : ''}`
    const { percent } = row
    return typeof percent === 'number' ? `${many}-${String(percent).replace('.', '_')}` : many
  }
  const base = rows.map(say).join('_').slice(0, 50)
  const names = taken.map(({ name }) => name)
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}_v${number}`
    if (!names.includes(name)) return name
  }
}

/** Names to look an exercise up by: `Bench Press, Dumbbell` is a “Dumbbell Bench Press”. */
export function namesOf(name: string): string[] {
  const [exercise = '', equipment = ''] = name.split(',').map((part) => part.trim())
  if (!equipment) return [exercise, `Barbell ${exercise}`]
  return [`${equipment} ${exercise}`, `${exercise} (${equipment})`, `${exercise} ${equipment}`]
}
