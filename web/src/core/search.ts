/** Finding an exercise by a few letters: names before aliases, beginnings before middles. */

export interface Findable { name: string; aliases: readonly string[] }

/** Letters without accents, in lower case: `Beinpresse 45º` and `beinpresse 45°` are one. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[º°]/g, '').replace(/\s+/g, ' ').trim()
}

/** The rows that hold every word of the query, best first; among equals the order given. */
export function search<T extends Findable>(rows: readonly T[], query: string): T[] {
  const words = folded(query).split(' ').filter(Boolean)
  if (words.length === 0) return [...rows]
  const scored = rows.flatMap((row) => {
    const best = Math.min(score(folded(row.name), words), ...row.aliases.map((alias) => score(folded(alias), words) + 3))
    return best < Infinity ? [{ row, best }] : []
  })
  return scored.sort((a, b) => a.best - b.best).map((item) => item.row)
}

/** 0 the name begins so, 1 each word begins one of its words, 2 somewhere; infinite = not at all. */
function score(name: string, words: readonly string[]): number {
  if (!words.every((word) => name.includes(word))) return Infinity
  if (name.startsWith(words.join(' '))) return 0
  const parts = name.split(/[^\p{L}\p{N}]+/u)
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 1 : 2
}
