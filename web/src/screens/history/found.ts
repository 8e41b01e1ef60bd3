/** Search in history, page by page so that the screen answers while ten years are read. */

import { fold } from '../../core/find'
import type { Workout } from '../../core/documents'
import { workouts, type Doc } from '../../data/store'

const PAGE = 150
const MOST = 60

/** Workouts that hold every word: in name, note, date, exercise or machine. Calls `tell` as they are found, newest first. */
export async function searchHistory(
  typed: string, nameOf: (exercise: string) => string, tell: (found: Doc<Workout>[], done: boolean) => void, current: () => boolean,
): Promise<void> {
  const words = fold(typed).split(' ').filter(Boolean)
  const found: Doc<Workout>[] = []
  let before: string | undefined
  while (found.length < MOST) {
    const page = await workouts({ limit: PAGE, ...(before === undefined ? {} : { before }) })
    if (!current()) return
    found.push(...page.filter(({ body }) => holds(body, words, nameOf)))
    tell(found.slice(0, MOST), page.length < PAGE)
    if (page.length < PAGE) return
    before = page.at(-1)?.body.start
  }
  tell(found.slice(0, MOST), true)
}

function holds(body: Workout, words: readonly string[], nameOf: (exercise: string) => string): boolean {
  const month = new Date(`${body.start.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const texts = [body.title, body.note, body.start.slice(0, 10), month, ...body.entries.flatMap((entry) => [
    nameOf(entry.exercise), entry.machine?.name, entry.machine?.gym, entry.note, ...entry.sets.map((set) => set.note),
  ])]
  const text = ` ${fold(texts.filter((one) => one !== undefined).join(' '))}`
  return words.every((word) => text.includes(` ${word}`))
}
