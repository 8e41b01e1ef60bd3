/**
 * Names that look alike: the share of letter pairs in common, raised when all words of a known name stand in
 * the one asked for. The twin of `src/iron/knowledge/name_index.py`; cases: `spec/merged.json`. Offered,
 * never taken.
 */

/** Names of one exercise. */
export interface Names { readonly id: string; readonly names: readonly string[] }
export interface Near { readonly id: string; readonly score: number }

/** A name whose words all stand in the other scores this or more: a guess, as in Python. */
const CONTAINED = 0.6
/** Below this two names have little more in common than a few letters: a guess, as in Python. */
const FAR = 0.25

/** The exercises whose names are nearest, best first. */
export function alike(name: string, known: readonly Names[], limit: number): Near[] {
  const asked = folded(name)
  const [pairs, words] = [pairsOf(asked), wordsOf(asked)]
  const best = new Map<string, number>()
  for (const machine of known) {
    for (const other of machine.names) {
      const score = scoreOf(pairs, words, folded(other))
      if (score > (best.get(machine.id) ?? FAR)) best.set(machine.id, score)
    }
  }
  return [...best]
    .sort(([a, high], [b, low]) => low - high || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([id, score]) => ({ id, score: Math.round(score * 1000) / 1000 }))
}

function scoreOf(pairs: ReadonlySet<string>, words: ReadonlySet<string>, known: string): number {
  const theirs = pairsOf(known)
  const shared = [...theirs].filter((pair) => pairs.has(pair)).length
  if (shared === 0) return 0
  const dice = (2 * shared) / (pairs.size + theirs.size)
  const own = wordsOf(known)
  return own.size > 0 && [...own].every((word) => words.has(word))
    ? Math.max(dice, CONTAINED + (1 - CONTAINED) * dice)
    : dice
}

/** Case, width and spaces go; accents stay, as in `iron.values.ids.fold`. */
export function folded(name: string): string {
  return name
    .replace(/[º˚]/g, '°')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')
    .trim()
}

function pairsOf(name: string): Set<string> {
  const letters = [...` ${name} `]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`))
}

function wordsOf(name: string): Set<string> {
  return new Set(name.split(/[^\p{L}\p{N}]+/u).filter(Boolean))
}
