/**
 * The lines of a Liftosaur program: exercises with their sets, by week and day. The same as
 * `src/iron/exchange/programs/liftosaur_lines.py`. Syntax: Liftosaur's public documentation
 * (github.com/astashov/liftosaur, llms/liftoscript.md, read 2026-11-28). Scripts are found and left out.
 */

export interface Left {
  readonly line: number
  readonly what: string
  readonly why: string
}
export interface Mass {
  readonly value: number
  readonly unit: 'kg' | 'lb'
}
/** What a set or a whole line says; absent keys are not given. */
export interface Extras {
  mass?: Mass
  percent?: number
  rpe?: number
  rest?: number
  seconds?: number
  isOpenTimer?: boolean
}
export interface SetLine extends Extras {
  count: number
  low: number
  high: number
  amrap: boolean
}
export interface Line {
  readonly line: number
  readonly week: number
  readonly day: number
  readonly key: string
  readonly label: string
  readonly name: string
  readonly from: number
  readonly to: number
  readonly order: number | null
  readonly sets: SetLine[] | null
  readonly extras: Extras
  readonly reuse: { key: string; week: number | null; day: number | null } | null
  readonly isTemplate: boolean
  readonly progress: string | null
  readonly hasNoWarmUp: boolean
  readonly group: string | null
  readonly note: string
}
/** A set as format 2 writes it. */
export type SetRow = Record<string, unknown>
/** An exercise of a day over the weeks. */
export interface Occurrence {
  readonly line: Line
  readonly day: number
  readonly sets: Map<number, SetLine[]>
  /** Whether `progress: none` keeps rules away from these weeks. */
  readonly isUncounted: boolean
}
export interface Lines {
  readonly title: string
  readonly address: string
  readonly days: ReadonlyMap<string, string>
  readonly weeks: number
  readonly lines: readonly Line[]
  readonly left: Left[]
}

/** Stands for a line end inside of what is one line for the reader. */
const JOINED = '\u0001'
const MOST_LINES = 4000
const SET = /^(\d{1,2})x(\d{1,3})(?:-(\d{1,3}))?(\+)?$/
const SECTION = /^(warmup|progress|update|used|id|superset)\s*:\s*([\s\S]*)$/
const HEAD = /^(?:([^:/[\]]+):\s*)?([^/[\]]+?)\s*(?:\[([^\]]*)\])?$/

/** The name by which a line is found: label and exercise, without case and double spaces. */
export const keyOf = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

export function readLines(text: string): Lines {
  const [title, address] = ['name', 'url'].map((key) => frontMatter(text, key))
  const days = new Map<string, string>()
  const left: Left[] = []
  const lines: Line[] = []
  let [week, day, notes]: [number, number, string[]] = [0, 0, []]
  for (const { line, bare } of logical(text)) {
    const heading = /^(#{1,2})\s+(.*)$/.exec(bare)
    if (heading) {
      if (heading[1] === '#') [week, day] = [week + 1, 0]
      else {
        ;[week, day] = [Math.max(1, week), day + 1]
        days.set(`${week}|${day}`, (heading[2] ?? '').slice(0, 60))
      }
      notes = []
    } else if (bare.startsWith('//')) {
      if (!bare.startsWith('///')) notes.push(bare.slice(2).trim())
    } else if (bare.includes('/')) {
      const place = { line, week: Math.max(1, week), day: Math.max(1, day) }
      if (lines.length < MOST_LINES) lines.push(exerciseLine(bare, place, notes.join(' '), left))
      notes = []
    } else if (bare !== '') left.push(
      { line, what: bare.slice(0, 60), why: 'This is not an exercise with sets.' }
    )
  }
  return { title: title ?? '', address: address ?? '', days, weeks: Math.max(1, week), lines, left }
}

/** The lines that count, scripts taken out and continued lines joined; only the block of a Markdown file. */
function* logical(text: string): Generator<{ line: number; bare: string }> {
  const block = /```liftoscript[^\n]*\n([\s\S]*?)```/.exec(text)
  const before = block ? text.slice(0, text.indexOf(block[1] ?? '', block.index)).split('\n').length - 1 : 0
  const bodyOnly = text.replace(/^---\n[\s\S]*?\n---\n/, (match) => match.replace(/[^\n]/g, ''))
  const body = (block?.[1] ?? bodyOnly)
    .replace(/\{~[\s\S]*?(~\}|$)/g, (match) => `{script}${JOINED.repeat(match.split('\n').length - 1)}`)
    .replace(/\\\r?\n/g, JOINED)
  let line = before + 1
  for (const raw of body.split('\n')) {
    yield { line, bare: raw.replaceAll(JOINED, ' ').trim() }
    line += raw.split(JOINED).length
  }
}

function frontMatter(text: string, key: string): string {
  const head = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''
  const match = new RegExp(`^${key}:\\s*"?([^"\\n]*)"?\\s*$`, 'm').exec(head)
  return (match?.[1] ?? '').trim()
}

function exerciseLine(
  bare: string,
  place: { line: number; week: number; day: number },
  note: string,
  left: Left[],
): Line {
  const [head = '', ...sections] = split(bare, '/')
  const [, label = '', name = '', brackets = ''] = HEAD.exec(head) ?? []
  const range = /(\d+)\s*-\s*(\d+)/.exec(brackets)
  const order = /^\s*(\d+)\s*(?:,|$)/.exec(brackets)
  const full = label ? `${label}: ${name}` : name
  const lines: Found = {
    sets: null,
    extras: {},
    reuse: null,
    isTemplate: false,
    progress: null,
    hasNoWarmUp: false,
    group: null,
  }
  const leave = (what: string, why: string) => left.push({ line: place.line, what: `${full}: ${what}`, why })
  for (const section of sections) readSection(section, lines, leave)
  return {
    ...place,
    ...lines,
    key: keyOf(full),
    label,
    name,
    from: range ? Number(range[1]) : place.week,
    to: range ? Number(range[2]) : place.week,
    order: order ? Number(order[1]) : null,
    note: note.replace(/[*_`[\]{}]/g, '').slice(0, 500),
  }
}

interface Found {
  sets: SetLine[] | null
  extras: Extras
  reuse: Line['reuse']
  isTemplate: boolean
  progress: string | null
  hasNoWarmUp: boolean
  group: string | null
}

function readSection(section: string, lines: Found, leave: (what: string, why: string) => void): void {
  const [, word = '', rest = ''] = SECTION.exec(section) ?? []
  if (word === 'used') lines.isTemplate = true
  else if (word === 'progress') lines.progress = rest
  else if (word === 'superset') lines.group = rest.slice(0, 8)
  else if (word === 'warmup') {
    lines.hasNoWarmUp = rest === 'none'
    if (rest !== 'none') leave('warm-up sets', 'Iron plans its own warm-up to the first working set.')
  } else if (word === 'update') leave('update', 'Scripts are not taken over.')
  else if (word === 'id') leave('id', 'Tags are for scripts, which are not taken over.')
  else if (section.startsWith('...')) {
    const [, key = '', brackets = ''] = /^\.\.\.\s*([^[\]]+?)\s*(?:\[([^\]]*)\])?$/.exec(section) ?? []
    const [first, second] = brackets.split(':').map((part) => (part.trim() ? Number(part) : null))
    const [week, day] = brackets.includes(':') ? [first, second] : [null, first]
    lines.reuse = { key: keyOf(key), week: week ?? null, day: day ?? null }
  } else readSets(section, lines, leave)
}

function readSets(section: string, lines: Found, leave: (what: string, why: string) => void): void {
  const isCurrent = section.startsWith('!')
  const items = split(isCurrent ? section.slice(1) : section, ',').map((item) => readItem(item, leave))
  const sets = items.flatMap(({ set, extras }) => (set ? [{ ...set, ...extras }] : []))
  if (sets.length === 0) {
    for (const { extras } of items) Object.assign(lines.extras, extras)
    return
  }
  if (lines.sets) leave('set variation', 'Only scripts move between them: the current one is taken.')
  if (!lines.sets || isCurrent) lines.sets = sets
}

/** One item between commas: sets by reps, load, effort, timers in any order. */
function readItem(
  item: string,
  leave: (what: string, why: string) => void,
): { set: Pick<SetLine, 'count' | 'low' | 'high' | 'amrap'> | null; extras: Extras } {
  const extras: Extras = {}
  let set: Pick<SetLine, 'count' | 'low' | 'high' | 'amrap'> | null = null
  for (const word of item.replace(/\([^)]*\)/g, ' ').split(/\s+/).filter(Boolean)) {
    const sets = SET.exec(word)
    if (sets) {
      const [low, high] = [Number(sets[2]), Number(sets[3] ?? sets[2])]
      set = { count: Number(sets[1]), low, high, amrap: sets[4] === '+' }
    } else if (!readWord(word, extras)) leave(`“${word.slice(0, 40)}”`, 'Iron does not know this word.')
  }
  return { set, extras: extras }
}

function readWord(word: string, extras: Extras): boolean {
  if (word === '?+' || word === 'auto') return true
  const number = /^(\d+(?:\.\d+)?)(kg|lb|%)\+?$/.exec(word)
  if (number) {
    if (number[2] === '%') extras.percent = Number(number[1])
    else extras.mass = { value: Number(number[1]), unit: number[2] === 'kg' ? 'kg' : 'lb' }
    return true
  }
  const rpe = /^@(\d+(?:\.\d+)?)\+?$/.exec(word)
  if (rpe) extras.rpe = Number(rpe[1])
  const timer = /^(\d+)s(?:(\+)?\|(\d+s|\?))?$/.exec(word)
  if (timer?.[3] === undefined) {
    if (timer) extras.rest = Number(timer[1])
  } else {
    Object.assign(extras, { seconds: Number(timer[1]), isOpenTimer: timer[2] === '+' })
    if (timer[3] !== '?') extras.rest = parseInt(timer[3], 10)
  }
  return rpe !== null || timer !== null
}

/** Parts between a mark, outside of brackets of any kind. */
export function split(text: string, mark: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if ('([{'.includes(char)) depth += 1
    if (')]}'.includes(char)) depth = Math.max(0, depth - 1)
    if (char === mark && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map((part) => part.trim())
}
