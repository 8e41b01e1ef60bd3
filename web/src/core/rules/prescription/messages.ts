/**
 * Sentences from codes and typed values, out of the message file that Python reads too. The twin of
 * `iron.knowledge.messages`. It brings the Fluent runtime: load it lazily.
 */

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle'
import { shown } from '../loads/units'
import { whole } from '../../values/numbers'
import { UNKNOWN } from '../../generated/tables'
import type { Message, TypedAim, TypedLine, TypedLoad, TypedValue } from '../../values/message'

const LANGUAGE = 'en-GB'
const WEEKS_A_YEAR = 52
const MINUTE_S = 60
const HOUR_S = 3600

/** A number that every language writes as it is. The browser's own formatter takes long to make. */
class SmallNumber extends FluentNumber {
  override toString(): string { return String(this.value) }
}

/** Below this no digits are grouped. */
const GROUPED = 1000

function written(value: FluentVariable): FluentVariable {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < GROUPED
    ? new SmallNumber(value)
    : value
}

export interface Sentences {
  /** Whether there is a sentence for a code. */
  readonly has: (code: string) => boolean
  /** The sentence of a message. Throws a RangeError where the file has none. */
  readonly render: (message: Message) => string
  /** The same as it stands within a sentence, without a capital of its own. */
  readonly phrase: (message: Message) => string
  /** A chance as people say it, from "under 1 in 10" to "over 9 in 10": nothing is certain in training. */
  readonly chance: (value: number) => string
}

/** The sentences of a message file, given as its text. */
export function sentencesOf(file: string): Sentences {
  // Isolation marks are for mixed directions; they would show up in copied text.
  const bundle = new FluentBundle(LANGUAGE, { useIsolating: false })
  bundle.addResource(new FluentResource(file))
  const say = (code: string, values: Record<string, FluentVariable> = {}): string => {
    const pattern = bundle.getMessage(code)?.value
    if (!pattern) throw new RangeError(`Iron has no sentence “${code}”.`)
    const plain = Object.entries(values).map(([name, value]) => [name, written(value)] as const)
    return bundle.formatPattern(pattern, Object.fromEntries(plain))
  }
  return {
    has: (code) => bundle.hasMessage(code),
    render: (message) => {
      const text = phraseOf(say, message)
      return text.slice(0, 1).toUpperCase() + text.slice(1)
    },
    phrase: (message) => phraseOf(say, message),
    chance: (value) => chanceWords(say, value),
  }
}

type Say = (code: string, values?: Record<string, FluentVariable>) => string

function phraseOf(say: Say, { code, values }: Message): string {
  const words = Object.entries(values).flatMap(([name, value]) =>
    (value === null ? [] : [[name, wordsOf(say, value)] as const]))
  const { weeks } = values
  const time = typeof weeks === 'number' ? { time: timeWords(say, weeks) } : {}
  return say(code, { ...Object.fromEntries(words), ...time })
}

function chanceWords(say: Say, value: number): string {
  const tenths = whole(value * 10)
  if (tenths >= 10 || value > 0.9) return say('chance-high')
  return value < 0.1 ? say('chance-low') : say('chance', { tenths })
}

/** Weeks as people say them: "11 weeks", "about 3 years". */
function timeWords(say: Say, weeks: number): string {
  const years = whole(weeks / WEEKS_A_YEAR)
  return years >= 2 ? say('time-years', { years }) : say('time-weeks', { weeks: whole(weeks) })
}

function wordsOf(say: Say, value: NonNullable<TypedValue>): FluentVariable {
  if (typeof value !== 'object') return value
  switch (value.type) {
    case 'load': return loadWords(say, value)
    case 'change': return `${value.value < 0 ? '−' : ''}${Math.abs(value.value)}`
    case 'duration': return durationWords(say, value)
    case 'aim': return aimWords(say, value)
    case 'chance': return chanceWords(say, value.value)
    case 'reps': return value.low === value.high
      ? say('reps', { count: value.low })
      : say('reps-range', value)
    case 'messages': return joined(say, value.of.map((message) => phraseOf(say, message)))
    case 'line': return lineWords(say, value)
    case 'date': return dateWords(value.value)
  }
}

/** A load, a time and a distance together; the message is named for those that there are. */
function aimWords(say: Say, { load, duration, distance }: TypedAim): string {
  const words = {
    ...(load ? { load: loadWords(say, load) } : {}),
    ...(distance ? { distance: `${ends(distance, (end) => String(shown(end)))} ${distance.unit}` } : {}),
    ...(duration ? { duration: durationWords(say, duration) } : {}),
  }
  return say(['aim', ...Object.keys(words)].join('-'), words)
}

/** What tells a line from another one: "this machine, foot height low, stance not recorded". */
function lineWords(say: Say, { machine, side, setup }: TypedLine): string {
  const parts = [
    ...(machine ? [say(`line-machine-${machine}`)] : []),
    ...(side ? [say(`line-side-${side}`)] : []),
    ...setup.map(([id, value]) => {
      const variable = id.replaceAll('_', ' ')
      return value === UNKNOWN
        ? say('line-setup-unknown', { variable })
        : say('line-setup', { variable, value: value.replaceAll('_', ' ') })
    }),
  ]
  return joined(say, parts)
}

const joined = (say: Say, parts: readonly string[]): string =>
  parts.reduce((before, part) => say('parts', { parts: before, part }))

/** A time or a range of times: "45–50 s", "4:30 min", "1:05:00 h". */
function durationWords(say: Say, duration: { low: number; high: number }): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [hasHours, hasMinutes] = [duration.high >= HOUR_S, duration.high >= MINUTE_S]
  const time = ends(duration, (seconds) => {
    const minutes = Math.floor(seconds / MINUTE_S)
    const rest = two(seconds % MINUTE_S)
    if (hasHours) return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`
    return hasMinutes ? `${minutes}:${rest}` : String(seconds)
  })
  return say(hasHours ? 'hours' : hasMinutes ? 'minutes' : 'seconds', { time })
}

function ends({ low, high }: { low: number; high: number }, wordsOfEnd: (end: number) => string): string {
  return [...new Set([wordsOfEnd(low), wordsOfEnd(high)])].join('–')
}

function loadWords(say: Say, { value, unit, on }: TypedLoad): string {
  const load = `${shown(value)} ${unit}`
  if (on === 'load') return load
  if (on === 'band') return value === 0 ? say('band-same') : say('band', { load })
  if (value === 0) return say('body-weight')
  return say(on === 'body' ? 'body-weight-plus' : 'help', { load })
}

function dateWords(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  return date.toLocaleDateString(
    LANGUAGE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  )
}
