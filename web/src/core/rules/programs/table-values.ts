/** Values of a program's tables whose shape may be wrong: what has another type reads as empty. */
import { isTable, type Table } from './shape'

export const rows = (value: unknown): Table[] => (Array.isArray(value) ? (value as Table[]) : [])
export const texts = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [])
export const text = (value: unknown, otherwise = ''): string => (
  typeof value === 'string' ? value : otherwise
)
export const whole = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise
export const wholes = (value: unknown): number[] =>
  Array.isArray(value) ? (value as number[]) : [value as number]

/** The lists of sets of a slot that are there. */
export function plansOf(slot: Table, body: Table): Table[][] {
  if ('sets' in slot) return [rows(slot['sets'])]
  const schemes = isTable(body['schemes']) ? body['schemes'] : {}
  const names = 'scheme' in slot ? [text(slot['scheme'])] : texts(slot['weeks'] ?? slot['stages'])
  return names.flatMap((name) => (name in schemes ? [rows(schemes[name])] : []))
}
