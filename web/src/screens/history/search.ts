/** Search in history, page by page so that the screen answers while ten years are read. */

import { fold, wordFits } from '../../core/rules/exercises/find'
import type { Workout } from '../../core/values/documents'
import { workouts, type Doc } from '../../data/store/store'

/** So many workouts are read and looked through between two taps. */
const PAGE = 40
const MOST = 60

type Tell = (matches: Doc<Workout>[], complete: boolean) => void
type Fits = (typed: string, word: string) => boolean

/**
 * Workouts that hold every word: in name, note, date, gym, exercise or machine; where none does, slips are
 * forgiven. Calls `tell` as they are found, newest first.
 */
export async function searchHistory(
  typed: string, nameOf: (exercise: string) => string, tell: Tell, current: () => boolean,
): Promise<void> {
  const words = fold(typed).split(' ').filter(Boolean)
  const strictly = await search((body) => holds(body, words, nameOf), tell, current)
  if (strictly === 0 && current()) {
    const fits = remembering()
    const forgiving = await search((body) => holds(body, words, nameOf, fits), tell, current)
    if (forgiving > 0 || !current()) return
  }
  if (strictly === 0 && current()) tell([], true)
}

/** How many were found; all but an empty end is told. */
async function search(
  wanted: (body: Workout) => boolean, tell: Tell, current: () => boolean,
): Promise<number> {
  const matches: Doc<Workout>[] = []
  let before: string | undefined
  while (matches.length < MOST) {
    const page = await workouts({ limit: PAGE, ...(before === undefined ? {} : { before }) })
    if (!current()) return matches.length
    matches.push(...page.filter(({ body }) => wanted(body)))
    const last = page.length < PAGE || matches.length >= MOST
    if (matches.length > 0) tell(matches.slice(0, MOST), last)
    if (last) break
    before = page.at(-1)?.body.start
  }
  return matches.length
}

/** Made once: making one takes longer than using it a hundred times. */
const DATE = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC',
})

function holds(
  body: Workout, words: readonly string[], nameOf: (exercise: string) => string, fits?: Fits,
): boolean {
  const month = DATE.format(new Date(`${body.start.slice(0, 10)}T00:00:00Z`))
  const texts = [
    body.title, body.note, body.gym, body.start.slice(0, 10), month,
    ...body.entries.flatMap((entry) => [
      nameOf(entry.exercise), entry.machine?.name, entry.machine?.gym, entry.note,
      ...entry.sets.map((set) => set.note),
    ]),
  ]
  const text = ` ${fold(texts.filter((part) => part !== undefined).join(' '))}`
  if (!fits) return words.every((word) => text.includes(` ${word}`))
  const own = [...new Set(text.trim().split(' '))]
  return words.every((word) => text.includes(` ${word}`) || own.some((other) => fits(word, other)))
}

/** Ten years have some hundred words: each is compared once a search. Numbers are meant as they are typed. */
function remembering(): Fits {
  const known = new Map<string, boolean>()
  return (typed, word) => {
    if (/^\d/.test(typed)) return false
    const key = `${typed} ${word}`
    const held = known.get(key) ?? wordFits(typed, word)
    known.set(key, held)
    return held
  }
}
