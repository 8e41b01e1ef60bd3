/** Stalls and deload offers of the kept snapshot that the lifter has not answered yet. */

import { BODY_VERSION, type Body } from '../core/documents'
import { parseKey } from '../core/lines'
import { db } from './db'
import { newId, wallTime } from './ids'
import type { KeptSnapshot } from './snapshot'
import { all, write } from './store'

export interface Card { what: 'stall' | 'deload'; line: string; exercise: string; since: string; sentence: string }
interface Carried { at: string; deload?: string; lines: Record<string, { stall?: { since: string; sentence: string } }> }
interface Dismissal extends Body { what: string; line?: string; since?: string; on: string; answer: 'dismissed' | 'accepted' }

/** A deload offer that was answered stays quiet so long [days]: half an accumulation block, a guess. */
const QUIET_DAYS = 21
const DAY_MS = 86_400_000

export async function openCards(): Promise<Card[]> {
  const rows = await db.snapshot.where('key').startsWith('growth:').toArray()
  const answered = (await all('dismissal')).map((doc) => doc.body as Dismissal) // docs/training.md, dismissal
  const found = new Map<string, Card>()
  for (const row of rows) {
    const snapshot = (row.value as KeptSnapshot).snapshot as unknown as Carried // written by the server, docs/documents.md
    if (snapshot.deload) found.set('deload', { what: 'deload', line: '', exercise: '', since: snapshot.at.slice(0, 10), sentence: snapshot.deload })
    for (const [line, { stall }] of Object.entries(snapshot.lines)) {
      if (stall) found.set(line, { what: 'stall', line, exercise: parseKey(line).exercise, since: stall.since, sentence: stall.sentence })
    }
  }
  return [...found.values()].filter((card) => !answered.some((one) => one.what === card.what && (card.what === 'deload'
    ? Date.parse(card.since) - Date.parse(one.on) < QUIET_DAYS * DAY_MS
    : one.line === card.line && one.since === card.since)))
}

/** Keep the answer; returns its id, for undo. */
export async function answerCard(card: Card, answer: Dismissal['answer']): Promise<string> {
  const id = newId()
  const body: Dismissal = { v: BODY_VERSION, what: card.what, on: wallTime().slice(0, 10), answer, since: card.since, ...(card.line ? { line: card.line } : {}) }
  await write('dismissal', id, body)
  return id
}
