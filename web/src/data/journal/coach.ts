/**
 * Stalls and deload offers that the lifter has not answered yet, what an answer changes in the block, and its
 * undo.
 */

import { addDays } from '../../core/values/numbers'
import { answerStall, DELOAD_PUT, nextWeek, putDeload, type Cause } from '../../core/rules/plan/block-edit'
import { BODY_VERSION, type Body } from '../../core/values/documents'
import { parseKey } from '../../core/rules/history/lines'
import { busiest, deloadOffer, hardWeeks } from '../../core/rules/plan/plan-volume'
import { trainedBetween, untouchedFrom } from './blocks'
import type { Message } from '../../core/values/message'
import { exerciseFacts } from '../reading/content'
import { sentences } from '../reading/sentences'
import { db } from '../store/db'
import { newId, wallTime } from '../store/ids'
import { blockOn } from './plan'
import type { KeptSnapshot } from '../reading/snapshot'
import { all, writeAll, type Change } from '../store/store'

/** `would`: what taking it changes in the block; '' without a block that it could change. */
export interface Card {
  what: 'stall' | 'deload'
  line: string
  exercise: string
  cause?: Cause
  since: string
  sentence: string
  would: string
}
interface Carried {
  at: string
  deload?: { message?: Message }
  lines: Record<string, { stall?: { cause: Cause; since: string; message?: Message } }>
}
interface Dismissal extends Body {
  what: string
  line?: string
  since?: string
  on: string
  answer: 'dismissed' | 'accepted'
}

/** A deload offer that was answered stays quiet so long [days]: half an accumulation block, a guess. */
const QUIET_DAYS = 21
const DAY_MS = 86_400_000
/** So far back weeks are counted. */
const WEEKS_BACK = 10

/** What is to be answered; the most important first. */
export async function openCards(): Promise<Card[]> {
  const today = wallTime().slice(0, 10)
  const answered = (await all('dismissal')).map((doc) => doc.body as Dismissal) // docs/training.md, dismissal
  const cards = [...(await keptCards()).values()]
  if (!cards.some((card) => card.what === 'deload')) {
    const sentence = await ownOffer(today)
    if (sentence !== null) cards.unshift(deloadCard(sentence, today))
  }
  const open = cards.filter(
    (card) =>
      !answered.some(
        (dismissal) =>
          dismissal.what === card.what &&
          (card.what === 'deload'
            ? Date.parse(today) - Date.parse(dismissal.on) < QUIET_DAYS * DAY_MS
            : dismissal.line === card.line && dismissal.since === card.since),
      ),
  )
  const first = open[0]
  if (!first) return []
  // A deload that is planned anyway needs no offer.
  const planned = first.what === 'deload' && (await deloadComes(today))
  return planned ? withWould(open.slice(1), today) : withWould(open, today)
}

async function keptCards(): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>()
  const words = await sentences()
  for (const row of await db.snapshot.where('key').startsWith('growth:').toArray()) {
    // written by the server, docs/documents.md
    const snapshot = (row.value as KeptSnapshot).snapshot as unknown as Carried
    // A snapshot that an older server made has sentences only; the next one replaces it.
    if (snapshot.deload?.message)
      cards.set('deload', deloadCard(words.render(snapshot.deload.message), snapshot.at.slice(0, 10)))
    for (const [line, { stall }] of Object.entries(snapshot.lines)) {
      if (stall?.message)
        cards.set(line, {
          what: 'stall', line, exercise: parseKey(line).exercise, cause: stall.cause, since: stall.since,
          sentence: words.render(stall.message), would: '',
        })
    }
  }
  return cards
}

function deloadCard(sentence: string, since: string): Card {
  return { what: 'deload', line: '', exercise: '', since, sentence, would: '' }
}

/** Hard weeks are counted here too: without signal, and for who has no account. */
async function ownOffer(today: string): Promise<string | null> {
  const { sets, factsOf } = await trainedBetween(addDays(today, -7 * WEEKS_BACK), today)
  const offer = deloadOffer(hardWeeks(sets, factsOf, today), 0, busiest(sets, factsOf, today))
  return offer && (await sentences()).render(offer)
}

async function deloadComes(today: string): Promise<boolean> {
  const doc = await blockOn(today)
  if (!doc) return false
  const now = doc.body.weeks.find((week) => week.days.some((day) => day.date >= today))
  return (now?.deload ?? false) || (nextWeek(doc.body, await untouchedFrom(doc, today))?.deload ?? false)
}

/** Only the first card is shown, so only it says what it would change. */
async function withWould([first, ...rest]: Card[], today: string): Promise<Card[]> {
  if (!first) return []
  const change = await changeFor(first, today)
  return [{ ...first, would: change?.sentence ?? '' }, ...rest]
}

async function changeFor(
  card: Card, today: string,
): Promise<{ change: Change; before: Change; sentence: string } | null> {
  const doc = await blockOn(today)
  if (!doc || doc.readonly) return null
  const ranges = card.what === 'stall' ? ((await exerciseFacts(card.exercise))?.rep_ranges ?? []) : []
  const from = await untouchedFrom(doc, today)
  const [body, message] =
    card.what === 'stall' && card.cause
      ? answerStall(
          doc.body, card.cause, card.exercise, from, ranges.map((range) => [range.low, range.high] as const),
        )
      : [putDeload(doc.body, from), DELOAD_PUT]
  if (message === null || body === doc.body) return null
  return {
    change: { kind: 'block', id: doc.id, body }, before: { kind: 'block', id: doc.id, body: doc.body },
    sentence: (await sentences()).render(message),
  }
}

/**
 * Keep the answer and, where it was taken, change the block with it, in one write. Returns what was done and
 * its undo.
 */
export async function answerCard(
  card: Card, answer: Dismissal['answer'],
): Promise<{ sentence: string; undo: () => Promise<void> }> {
  const id = newId()
  const today = wallTime().slice(0, 10)
  const body: Dismissal = {
    v: BODY_VERSION, what: card.what, on: today, answer, since: card.since,
    ...(card.line ? { line: card.line } : {}),
  }
  const made = answer === 'accepted' ? await changeFor(card, today) : null
  await writeAll([{ kind: 'dismissal', id, body }, ...(made ? [made.change] : [])])
  return {
    sentence: made?.sentence ?? '',
    undo: () => writeAll([{ kind: 'dismissal', id, body: null }, ...(made ? [made.before] : [])]),
  }
}
