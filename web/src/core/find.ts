/** Search that forgives: words in any order, word beginnings, one slip in short words and two in long ones. */

export interface Named { readonly name: string; readonly aliases: readonly string[] }

/** Fold for comparison: case, accents and signs go. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** The things that fit what was typed, the best first; all of them, as they came, when nothing was typed. */
export function find<T extends Named>(typed: string, things: readonly T[]): T[] {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return [...things]
  return things
    .map((thing) => ({ thing, score: Math.min(score(words, thing.name), ...thing.aliases.map((alias) => score(words, alias) + 0.5)) }))
    .filter(({ score: found }) => Number.isFinite(found))
    .sort((a, b) => a.score - b.score || a.thing.name.length - b.thing.name.length || (a.thing.name < b.thing.name ? -1 : 1))
    .map(({ thing }) => thing)
}

/** 0 is exact, more is further away, Infinity is no fit. */
function score(words: readonly string[], name: string): number {
  const folded = fold(name)
  if (folded === words.join(' ')) return 0
  const own = folded.split(' ')
  let total = 1
  for (const word of words) {
    const best = Math.min(...own.map((candidate) => wordScore(word, candidate)))
    if (!Number.isFinite(best)) return Infinity
    total += best
  }
  return folded.startsWith(words[0] ?? '') ? total - 0.4 : total
}

function wordScore(typed: string, word: string): number {
  if (word === typed) return 0
  if (word.startsWith(typed)) return 0.3
  if (typed.length >= 3 && word.includes(typed)) return 1
  const slips = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2
  // What is typed may be the beginning of a longer word: compare with as much of it.
  const distance = Math.min(edits(typed, word, slips), edits(typed, word.slice(0, typed.length), slips))
  return distance <= slips ? 1 + distance : Infinity
}

/** Edits between two words, where two neighbours changing places is one edit; more than `most` is Infinity. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    older = old
    old = row
  }
  const distance = old[b.length] ?? Infinity
  return distance <= most ? distance : Infinity
}
