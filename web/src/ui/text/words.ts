/**
 * Times, sets and counts in words: short, the same on every screen. Dates are in `dates.ts`, kilos in
 * `amounts.ts`.
 */

import * as messages from '../../core/generated/messages-ui'
import type { Load, WorkoutSet } from '../../core/values/documents'
import { shown } from '../../core/rules/loads/units'
import { look, written } from '../device/look'

function loadWords(load: Load | undefined): string {
  return load === undefined ? '' : `${written(shown(load.value))} ${load.unit}`
}

/** Between facts on one line: a new line begins with a fact, never with the dot. */
export const DOT = '\u00a0· '

/** A length of time: `1:44`, `1:02:03`, or `−0:12` when over. */
export function clock(seconds: number): string {
  const whole = Math.abs(Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  const sign = seconds < 0 ? '−' : ''
  return hours > 0
    ? `${sign}${hours}:${String(minutes).padStart(2, '0')}:${rest}`
    : `${sign}${minutes}:${rest}`
}

/** How a load is said where it is no plain load: `+10` on the body, `20 help`. */
export interface Said { sign: string; after: string }
const PLAIN: Said = { sign: '', after: '' }

/** How loads of an exercise are said, by what its load means. */
export function saidOf(meaning: string): Said {
  return { sign: meaning === 'added' ? '+' : '', after: meaning === 'assistance' ? 'help' : '' }
}

/** A set in words: its numbers, or that it has none. */
export function setWords(set: WorkoutSet, unit?: string, said: Said = PLAIN): string {
  return numberWords(set, unit, said) || messages.emptySet
}

/** The numbers of a set: `185 × 12`, `+10 × 8`, `20 help × 8`, `1:30`, `400 m`; '' for an empty one. */
export function numberWords(
  set: Omit<WorkoutSet, 'id' | 'order'>, unit?: string, { sign, after }: Said = PLAIN,
): string {
  const load = set.as_lifted ?? set.load
  const parts: string[] = []
  // Nothing hung on the body is no load.
  if (load !== undefined && !(sign && load.value === 0))
    parts.push(
      sign + (load.unit === unit ? written(shown(load.value)) : loadWords(load)) +
        (after === 'help' ? ` ${messages.help}` : ''),
    )
  if (set.reps !== undefined) parts.push(parts.length ? `× ${set.reps}`
    : messages.repsAlone({ reps: set.reps }))
  // A carry and a run are read in columns: `60 kg · 20 m · 0:18`.
  const columns = set.distance !== undefined
  if (columns && load !== undefined && parts.length) parts[0] = loadWords(load)
  if (set.distance !== undefined) parts.push(`${written(shown(set.distance.value))} ${set.distance.unit}`)
  if (set.duration_s !== undefined) parts.push(clock(set.duration_s))
  return parts.join(columns ? ' · ' : ' ')
}

/** How many sets a workout has: `6 sets`, `6 sets + 3 warm-up`. */
export function setCountWords({ working, warmUp }: { working: number; warmUp: number }): string {
  return warmUp > 0 ? `${plural(working, 'set')} + ${warmUp} warm-up` : plural(working, 'set')
}

/** Reps in reserve as this lifter says them: `RIR 2`, or `RPE 8` by setting; what is stored is the RIR. */
export function rirWords(set: { rir?: number | undefined; failure?: boolean | undefined }): string {
  if (set.failure) return set.rir === 0 ? messages.toFailure : messages.failed
  return set.rir === undefined ? '' : `${effortName()} ${effortNumber(set.rir)}`
}

/** What the lifter notes after a set: reps in reserve, or the rating of perceived exertion (10 − RIR). */
export function effortName(): 'RIR' | 'RPE' {
  return look().effort === 'rpe' ? 'RPE' : 'RIR'
}

export function effortNumber(rir: number): string {
  if (look().effort === 'rpe') return written(shown(10 - rir))
  return rir === 5 ? '5+' : written(rir)
}

/** `2 in reserve (RPE 8)` in full. */
export function reserveWords(rir: number): string {
  return messages.inReserve({
    reps: rir === 5 ? messages.fiveOrMore : written(rir), rpe: written(shown(10 - rir)),
  })
}

/**
 * `12 · 12 · 11` with loads only where they change: `180 × 12 · 12, 170 × 12`; sides where both hands took
 * turns: `12.5 × 10 L · 9 R`. A drop set is named, a few more reps after a pause are added: `40 × 10 + 3`.
 */
export function seriesWords(sets: readonly WorkoutSet[], unit: string, options: Said = PLAIN): string {
  const groups: string[] = []
  let before: string | undefined
  const turns = new Set(sets.map((set) => set.side ?? 'both')).size > 1
  for (const set of sets) {
    const side = turns && set.side && set.side !== 'both' ? ` ${set.side === 'left' ? 'L' : 'R'}` : ''
    const load = set.as_lifted ?? set.load
    const key = load === undefined ? '' : loadWords(load)
    if (set.reps === undefined) groups.push(`${setWords(set, unit, options)}${side}`)
    else if (key === before && set.kind !== 'drop')
      groups[groups.length - 1] += `${set.kind === 'rest-pause' ? ' +' : ' ·'} ${set.reps}${side}`
    else {
      const kind = set.kind === 'drop' || set.kind === 'rest-pause' ? `${set.kind} ` : ''
      const plain = { id: '', order: '', ...(load ? { load } : {}), reps: set.reps }
      groups.push(`${kind}${setWords(plain, unit, options)}${side}`)
    }
    before = set.reps === undefined || set.kind === 'drop' ? undefined : key
  }
  return groups.join(', ')
}

/** "1 set", "1,204 sets". */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : many}`
}

/** A count for a message that asks whether it is one: "1,204" has its comma, 1 stays a number. */
export function grouped(count: number): number | string {
  return count < 1000 ? count : count.toLocaleString('en')
}
