/** Weekdays for a program that is started: its sessions stay in order, each on a weekday of the lifter. */
import type { Program, ProgramBody } from '../../rules/programs/model'

type Day = Readonly<Record<string, unknown>>

/**
 * So many weekdays a program needs; 0 where its sessions cannot keep weekdays: weeks of different length, a
 * day that has another place in another week, or days in turn (A/B) whose rules or setups count rounds.
 */
export function weekdaysOf(program: Program): number {
  const { body, daysPerWeek } = program
  return places(program) !== null || isInTurn(program, body) ? daysPerWeek : 0
}

/** The place of each day in its week, from 0; null where no week is like the others. */
function places({ weeks, order, days, daysPerWeek }: Program): readonly number[] | null {
  const placesOf = days.map(() => new Set<number>())
  for (let week = 1; week <= weeks; week += 1) {
    const inWeek = order.filter(([of]) => of === week)
    if (inWeek.length !== daysPerWeek || inWeek.length > 7) return null
    for (const [at, [, day]] of inWeek.entries()) placesOf[day]?.add(at)
  }
  return placesOf.every(({ size }) => size === 1) ? placesOf.map((set) => [...set][0] ?? 0) : null
}

/** Days that take turns in a week of the calendar: A B A, then B A B. */
function isInTurn({ weeks, days, daysPerWeek, rules }: Program, body: ProgramBody): boolean {
  const countsRounds =
    [...rules.values()].flat().some(({ at }) => at !== 'session') ||
    listOf(body['rules']).some(({ when }) => typeof when === 'object' && when !== null && 'week' in when) ||
    daysOf(body).some((day) => listOf(day['slots']).some((slot) => 'setups' in slot || 'rotate' in slot))
  return weeks === 1 && days.length < daysPerWeek && !countsRounds
}

/** The weekdays (0 = Monday) that a text names, in the order of its days; empty for days in sequence. */
export function weekdaysIn(body: ProgramBody): number[] {
  if (body['schedule'] !== 'weekdays') return []
  const named = daysOf(body).flatMap(({ weekday }) => (typeof weekday === 'number' ? [weekday] : []))
  return [...new Set(named)]
}

// A program that the checker took has tables of days.
const daysOf = (body: ProgramBody) => body['days'] as readonly Day[]
const listOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Day[]) : [])

/**
 * The text of a program with these weekdays (0 = Monday) for its sessions; with none its days follow one
 * another. Days in turn are written out until a week begins with the first of them again.
 */
export function withWeekdays(program: Program, weekdays: readonly number[]): ProgramBody {
  const sorted = [...weekdays].sort((a, b) => a - b)
  const { schedule: _, ...rest } = program.body
  const days = daysOf(program.body).map(({ weekday: __, ...day }) => day)
  if (sorted.length === 0) return { ...rest, days } as ProgramBody
  const at = places(program)
  const dated = at === null
    ? inTurn(program, days, sorted)
    : { days: days.map((day, place) => ({ ...day, weekday: sorted[at[place] ?? 0] })) }
  return { ...rest, ...dated, schedule: 'weekdays' } as ProgramBody
}

function inTurn({ cycles }: Program, days: readonly Day[], weekdays: readonly number[]) {
  const weeks = days.length / commonDivisor(days.length, weekdays.length)
  const sessions = Array.from({ length: weeks * weekdays.length }, (_, at) => {
    const [week, place] = [Math.floor(at / weekdays.length), at % weekdays.length]
    const day = days[at % days.length] ?? {}
    // Two days of a week have names of their own.
    const turn = Math.floor(place / days.length) + 1
    return {
      ...day, weekday: weekdays[place],
      ...(weeks > 1 ? { weeks: [week + 1] } : {}),
      ...(turn > 1 ? { name: `${String(day['name'])} (${turn})` } : {}),
    }
  })
  // As many sessions as before, and the rest of the last round.
  return { weeks, cycles: Math.ceil((cycles * days.length) / sessions.length), days: sessions }
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
