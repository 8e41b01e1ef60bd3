/**
 * Search that forgives: words in any order, word beginnings, one slip in short words and two in long ones,
 * words written together, and words for the muscle.
 * Twin of `iron.knowledge.selection.finding` (`spec/choosing.json`). Folding is done once a name and a typed
 * word meets every different word once, so that 343 exercises with 6,200 names answer within a frame on a
 * slow phone.
 */

import type { Pieces } from '../../values/pieces'

export interface Named {
  readonly name: string
  readonly aliases: readonly string[]
  /** Words for its muscles. */
  readonly tags?: readonly string[]
  /** Its place among the common exercises; decides where two fit as well. */
  readonly rank?: number
}

/** Fold for comparison: case, accents and signs go. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

interface Folded { readonly whole: string; readonly words: readonly number[] }
const ALIAS = 0.5
/** How much further a word for the muscle is than a word of the name: a guess. */
const TAG = 0.2
/** A word for the muscle is meant whole or by its beginning, which has at least so many letters. */
const TAG_FITS = 0.3
const TAG_LETTERS = 3
/** From here on a word fits by a slip only. */
const SLIP = 2
const UNRANKED = 1_000_000

/** Names folded once; aliases come after the rows, in place, so their count is looked at. */
const known = new WeakMap<readonly string[], { name: string; count: number; names: Folded[] }>()
/**
 * Every different word of every name: its number, and its letters as bits, a cheap bound on how many letters
 * differ.
 */
const numbers = new Map<string, number>()
const words: string[] = []
const letters: number[] = []

function numberOf(word: string): number {
  let number = numbers.get(word)
  if (number === undefined) {
    number = words.length
    numbers.set(word, number)
    words.push(word)
    letters.push(bits(word))
  }
  return number
}

function foldedNames(thing: Named): readonly Folded[] {
  const cached = known.get(thing.aliases)
  if (cached?.count === thing.aliases.length && cached.name === thing.name) return cached.names
  const names = [thing.name, ...thing.aliases].map((name) => {
    const whole = fold(name)
    return { whole, words: wordsOf(whole).map(numberOf) }
  })
  known.set(thing.aliases, { name: thing.name, count: thing.aliases.length, names })
  return names
}

/** The words of a folded name; two are often written as one. */
function wordsOf(whole: string): string[] {
  const own = whole.split(' ')
  return own.length === 2 ? [...own, own.join('')] : own
}

/** Tags folded once; muscles share their words, so few lists are kept. */
const knownTags = new WeakMap<readonly string[], { count: number; words: number[] }>()

function foldedTags(tags: readonly string[] | undefined): readonly number[] {
  if (!tags || tags.length === 0) return []
  const cached = knownTags.get(tags)
  if (cached?.count === tags.length) return cached.words
  const numbers = [...new Set(tags.flatMap((tag) => fold(tag).split(' ')))].map(numberOf)
  knownTags.set(tags, { count: tags.length, words: numbers })
  return numbers
}

/**
 * Fold the names of things before anybody types, a few at a time: thousands of names at the first letter are
 * a pause.
 */
export function* learning(things: readonly Named[]): Pieces<void> {
  for (const thing of things) {
    foldedNames(thing)
    foldedTags(thing.tags)
    yield
  }
}

/** The things that fit what was typed, the best first; all of them, as they came, when nothing was typed. */
export function find<T extends Named>(typed: string, things: readonly T[]): T[] {
  const asked = fold(typed).split(' ').filter(Boolean)
  if (asked.length === 0) return [...things]
  const named = things.map((thing) => ({
    thing, names: foldedNames(thing), tags: foldedTags(thing.tags),
  }))
  const tables = asked.map(tableOf)
  const scored: { thing: T; score: number }[] = []
  for (const { thing, names, tags } of named) {
    const score = best(tables, asked, names, tags)
    if (score < Infinity) scored.push({ thing, score })
  }
  return withoutSlips(scored, tables, asked)
    .sort(
      (a, b) =>
        a.score - b.score ||
        (a.thing.rank ?? UNRANKED) - (b.thing.rank ?? UNRANKED) ||
        a.thing.name.length - b.thing.name.length ||
        (a.thing.name < b.thing.name ? -1 : 1),
    )
    .map(({ thing }) => thing)
}

/** Who typed a whole name made no slip: what fits only by one goes ("rower" is no "power clean"). */
function withoutSlips<T extends Named>(
  scored: { thing: T; score: number }[], tables: readonly Float64Array[], asked: readonly string[],
): { thing: T; score: number }[] {
  if (!scored.some(({ score }) => score <= ALIAS)) return scored
  const strict = tables.map((table) => table.map((score) => (score >= SLIP ? Infinity : score)))
  return scored
    .map(({ thing }) => ({
      thing, score: best(strict, asked, foldedNames(thing), foldedTags(thing.tags)),
    }))
    .filter(({ score }) => score < Infinity)
}

/**
 * How far every known word is from a typed one; kept, because the words before the last stay while one types.
 */
const cached = new Map<string, Float64Array>()
const KEEP = 12

function tableOf(word: string): Float64Array {
  const known = cached.get(word)
  if (known?.length === words.length) return known
  const own = bits(word)
  const table = new Float64Array(words.length)
  for (let at = 0; at < table.length; at++)
    table[at] = wordScore(word, words[at] ?? '', own & ~(letters[at] ?? 0))
  if (cached.size >= KEEP) cached.clear()
  cached.set(word, table)
  return table
}

/** 0 is exact, more is further away, Infinity is no fit; an alias is a little further than the name. */
function best(
  tables: readonly Float64Array[], asked: readonly string[], names: readonly Folded[],
  tags: readonly number[],
): number {
  const byTag = tables.map((table, at) => tagScore(table, asked[at] ?? '', tags))
  let nearest = Infinity
  for (let at = 0; at < names.length; at++) {
    const name = names[at]
    if (!name) continue
    const score = nameScore(tables, asked, name, byTag) + (at ? ALIAS : 0)
    if (score < nearest) nearest = score
  }
  return nearest
}

/** How far a word for the muscle is from a typed one; Infinity where it does not begin with it. */
function tagScore(table: Float64Array, typed: string, tags: readonly number[]): number {
  let nearest = Infinity
  for (const tag of tags) {
    const score = table[tag] ?? Infinity
    if (score < nearest && (score === 0 || typed.length >= TAG_LETTERS)) nearest = score
  }
  return nearest <= TAG_FITS ? nearest + TAG : Infinity
}

function nameScore(
  tables: readonly Float64Array[], asked: readonly string[], name: Folded, byTag: readonly number[],
): number {
  let total = 1
  for (const [at, table] of tables.entries()) {
    let nearest = byTag[at] ?? Infinity
    for (const word of name.words) {
      const score = table[word] ?? Infinity
      if (score < nearest) nearest = score
    }
    if (nearest === Infinity) return Infinity
    total += nearest
  }
  // Only a name of which every word fits can be the very same.
  if (total === 1 && name.whole === asked.join(' ')) return 0
  return name.whole.startsWith(asked[0] ?? '') ? total - 0.4 : total
}

/** Whether a typed word means a word of a text: its beginning, a part, or a slip away. Both are folded. */
export function wordFits(typed: string, word: string): boolean {
  return wordScore(typed, word, bits(typed) & ~bits(word)) < Infinity
}

function wordScore(typed: string, word: string, absent: number): number {
  if (word === typed) return 0
  if (word.startsWith(typed)) return 0.3
  if (typed.length >= 3 && word.includes(typed)) return 1
  // Of three letters two may have changed places; anything more would fit too much.
  if (typed.length === 3) return sorted(typed) === sorted(word.slice(0, 3)) ? 2 : Infinity
  const slips = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2
  // A slip changes one letter at most: with more letters missing there is no need to count edits.
  if (slips === 0 || missing(absent) > slips) return Infinity
  // What is typed may be the beginning of a longer word: compare with as much of it.
  const distance = Math.min(edits(typed, word, slips), edits(typed, word.slice(0, typed.length), slips))
  return distance <= slips ? 1 + distance : Infinity
}

function sorted(word: string): string {
  return [...word].sort().join('')
}

function bits(word: string): number {
  let best = 0
  for (let at = 0; at < word.length; at++) best |= 1 << (word.charCodeAt(at) & 31)
  return best
}

function missing(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * Edits between two words, where two neighbours changing places is one edit; more than `most` is Infinity.
 */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    older = old
    old = row
  }
  const distance = old[b.length] ?? Infinity
  return distance <= most ? distance : Infinity
}
