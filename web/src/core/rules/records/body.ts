/**
 * What is measured on the body: units, what is believed, and the trend. The twin of
 * `src/iron/training/history/body_trend.py` (which says where the method comes from) and of
 * `src/iron/records/measuring.py`. Cases: `spec/body.json`.
 */

import type { Message, TypedValue } from '../../values/message'
import { FAT_BOUNDS_PERCENT, GIRTH_BOUNDS_CM, MASS_BOUNDS_KG } from '../../generated/tables'
import type { Measurement } from '../../values/documents'
import { lengthM, massKg, shown, type LengthUnit, type MassUnit } from '../loads/units'

export type Day = readonly [day: number, value: number]
export interface Pace { per_week: number; low: number; high: number; days: number }
/** What can be measured: `sides` = there are two of it. */
export interface Measure {
  id: string
  name: string
  kind: 'mass' | 'girth' | 'share'
  sides?: true
  how: string
}

export const MEASURES: readonly Measure[] = [
  { id: 'body_mass', name: 'Body weight', kind: 'mass', how: 'At the same time of day, mornings best.' },
  { id: 'waist', name: 'Waist', kind: 'girth', how: 'At the navel, breathed out, tape level.' },
  { id: 'chest', name: 'Chest', kind: 'girth', how: 'Over the nipples, arms down, breathed out.' },
  {
    id: 'upper_arm', name: 'Upper arm', kind: 'girth', sides: true,
    how: 'At its thickest; flexed or relaxed, but always the same.',
  },
  { id: 'thigh', name: 'Thigh', kind: 'girth', sides: true, how: 'Halfway between hip and knee, standing.' },
  { id: 'calf', name: 'Calf', kind: 'girth', sides: true, how: 'At its thickest, standing.' },
  { id: 'hips', name: 'Hips', kind: 'girth', how: 'Over the widest part of the seat.' },
  { id: 'shoulders', name: 'Shoulders', kind: 'girth', how: 'Around both at their widest, arms down.' },
  { id: 'neck', name: 'Neck', kind: 'girth', how: 'Below the larynx, tape level.' },
  { id: 'forearm', name: 'Forearm', kind: 'girth', sides: true, how: 'At its thickest.' },
  {
    id: 'body_fat', name: 'Body fat', kind: 'share',
    how: 'As your scale or caliper says; only like is compared with like.',
  },
]

/** The widest values that are believed (measuring.py: guesses). */
const BOUNDS = { mass: MASS_BOUNDS_KG, girth: GIRTH_BOUNDS_CM, share: FAT_BOUNDS_PERCENT }
const [KEPT_A_DAY, WINDOW_DAYS, FEWEST_DAYS, SHORTEST_SPAN_DAYS, GAP_DAYS] = [0.9, 28, 5, 10, 35]
const T_80 = [
  1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341, 1.337, 1.333, 1.33,
  1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315,
]

export function measureOf(id: string): Measure {
  const words = id.replaceAll('_', ' ')
  return (
    MEASURES.find((measure) => measure.id === id) ?? {
      id, name: words.charAt(0).toUpperCase() + words.slice(1), kind: 'girth', how: '',
    }
  )
}

/** A value in another unit of its kind; as it is where the unit is the same or unknown. */
export function inUnit(value: number, from: string, to: string): number {
  if (from === to) return value
  if (isMass(from) && isMass(to)) return massKg(value, from) / massKg(1, to)
  if (isLength(from) && isLength(to)) return lengthM(value, from) / lengthM(1, to)
  return value
}

/** Read what was typed, `81,5` too, or say in one sentence what is wrong. `now` and `day` are local. */
export function readMeasure(
  typed: string, measure: Measure, unit: string, day: string, now: string,
): { value: number } | string {
  const text = typed.trim().replace(',', '.')
  const value = text === '' ? NaN : Number(text)
  if (!Number.isFinite(value))
    return text === ''
      ? 'Type a number first.'
      : `“${typed.trim()}” is not a number. Type one such as ${measure.kind === 'mass' ? '81.5' : '38'}.`
  const inside = inUnit(value, unit, measure.kind === 'mass' ? 'kg' : measure.kind === 'girth' ? 'cm' : '%')
  const [low, high] = BOUNDS[measure.kind]
  if (inside < low || inside > high)
    return `${measure.name} of ${shown(value)} ${unit} is not believable. Check the number and its unit.`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'Choose the day it was measured.'
  if (day > now.slice(0, 10)) return 'That day has not been yet. Choose one that has.'
  if (day < '1970-01-01') return `The year ${day.slice(0, 4)} looks like a slip. Choose one after 1970.`
  return { value }
}

/** Measurements of one thing and side as days [days since 1970] in one unit, oldest first. */
export function daysOf(rows: readonly Measurement[], unit: string): Day[] {
  return byDay(rows.map((row) => [dayNumber(row.at), inUnit(row.value, row.unit, unit)]))
}

export function dayNumber(at: string): number {
  return Math.round(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / 86_400_000)
}

/** Mean of every day that has a value, in the order of days. */
export function byDay(values: readonly Day[]): Day[] {
  const groups = new Map<number, number[]>()
  for (const [day, value] of values) groups.set(day, [...(groups.get(day) ?? []), value])
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([day, some]) => [day, some.reduce((sum, value) => sum + value, 0) / some.length])
}

/** The smoothed line: after d days the old value weighs 0.9^d; it begins anew after a gap of five weeks. */
export function smoothed(days: readonly Day[]): Day[] {
  const line: Day[] = []
  for (const [day, value] of days) {
    const last = line.at(-1)
    const share = last && day - last[0] <= GAP_DAYS ? KEPT_A_DAY ** (day - last[0]) : 0
    line.push([day, share * (last?.[1] ?? 0) + (1 - share) * value])
  }
  return line
}

/**
 * Change a week over the four weeks until `today`, with its 80 % interval; null where the days are too few.
 */
export function pace(days: readonly Day[], today: number): Pace | null {
  const recent = days.filter(([day]) => today - day >= 0 && today - day < WINDOW_DAYS)
  const n = recent.length
  const [first, last] = [recent.at(0), recent.at(-1)]
  if (n < FEWEST_DAYS || !first || !last || last[0] - first[0] < SHORTEST_SPAN_DAYS) return null
  const middle = recent.reduce((sum, [day]) => sum + day, 0) / n
  const mean = recent.reduce((sum, [, value]) => sum + value, 0) / n
  const spread = recent.reduce((sum, [day]) => sum + (day - middle) ** 2, 0)
  const slope = recent.reduce((sum, [day, value]) => sum + (day - middle) * (value - mean), 0) / spread
  const left = recent.reduce((sum, [day, value]) => sum + (value - mean - slope * (day - middle)) ** 2, 0)
  const half = (T_80[Math.min(n - 2 - 3, T_80.length - 1)] ?? 0) * Math.sqrt(left / (n - 2) / spread)
  return { per_week: 7 * slope, low: 7 * (slope - half), high: 7 * (slope + half), days: n }
}

/** Code and typed values of the sentence about a pace, or why there is none. */
export function paceMessage(trend: Pace | null, unit: string): Message {
  if (trend === null) return { code: 'body-few', values: { fewest: FEWEST_DAYS } }
  const { per_week, low, high } = trend
  if (low <= 0 && high >= 0)
    return { code: 'body-flat', values: { low: change(low), high: change(high), unit } }
  const isUp = per_week > 0
  const [from, to] = isUp ? [low, high] : [-high, -low]
  return {
    code: isUp ? 'body-up' : 'body-down',
    values: { by: change(Math.abs(per_week)), low: change(from), high: change(to), unit },
  }
}

function change(value: number): TypedValue {
  const rounded = Math.floor(Math.abs(value) * 100 + 0.5) / 100
  return { type: 'change', value: value < 0 && rounded > 0 ? -rounded : rounded }
}

function isMass(unit: string): unit is MassUnit {
  return unit === 'kg' || unit === 'lb'
}

function isLength(unit: string): unit is LengthUnit {
  return unit === 'cm' || unit === 'in' || unit === 'm'
}
