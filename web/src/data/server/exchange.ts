/**
 * One exchange with the server: push what is here, pull what is new, and begin again where the server's
 * history is another one.
 */

import { answerEmpty } from '../../core/generated/messages-server'
import type { LossOut, PullOut, PushOut } from '../../core/generated/wire'
import type { IronDb, ServerDoc } from '../store/db'
import { newId } from '../store/ids'
import { applyPulled, beginAgain, known, settle, takeBatch, type Op, type PushResult } from '../store/outbox'
import { adoptGuest } from './adoption'
import { ApiError, NO_REASON, type Call } from './api'
import { noteLosses, noteLost } from './lost-values'

/** Older servers name no epoch, and no losses. */
export type PushAnswer = Omit<PushOut, 'results' | 'epoch'> & { results: PushResult[]; epoch?: string }
type PullAnswer = Omit<PullOut, 'docs' | 'epoch' | 'losses'> &
  { docs: ServerDoc[]; epoch?: string; losses?: LossOut[] }

const PAGE = 200
/** A server may be put back while a phone begins again; one that does it each time is not right. */
const MOST_BEGINNINGS = 3

/**
 * Push and pull until both sides have the same. Throws ApiError or OfflineError; what was not sent stays in
 * the outbox. True = something of another device came.
 */
export async function exchange(here: IronDb, call: Call): Promise<boolean> {
  for (let beginnings = 0; ; beginnings++) {
    try {
      const isNews = await round(here, call)
      await here.meta.put({ key: 'exchanged', value: Date.now() })
      return isNews
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.code !== 'new_epoch' || beginnings === MOST_BEGINNINGS)
        throw failure
      await beginAgain(here)
    }
  }
}

async function round(here: IronDb, call: Call): Promise<boolean> {
  // Nothing is sent into a history that this phone does not know the name of.
  const isNewHere = (await known(here)).epoch === undefined && await pullAll(here, call)
  await pushAll(here, call)
  const isNews = await pullAll(here, call)
  // Only now are the account's own settings and deletions known.
  if (await adoptGuest(here, (ops) => push(here, call, ops))) await pullAll(here, call)
  return isNewHere || isNews
}

async function pushAll(here: IronDb, call: Call): Promise<void> {
  for (;;) {
    const ops = await takeBatch(here)
    if (ops.length === 0) return
    const { results, epoch } = await push(here, call, ops)
    for (const result of results) await settle(here, result, epoch)
    await noteLost(here, call, results)
    if (results.length === 0) throw new ApiError(500, 'empty', answerEmpty)
  }
}

/** Push a batch; one bad operation must not hold up the others, so a refused batch is sent one by one. */
async function push(here: IronDb, call: Call, ops: readonly Op[]): Promise<PushAnswer> {
  const { epoch, seen } = await known(here)
  const device = await deviceId(here)
  try {
    return await call<PushAnswer>('sync/push', { json: { device, ops, epoch, seen } })
  } catch (failure) {
    const bad = failure instanceof ApiError && [400, 413, 422].includes(failure.status)
    if (!bad) throw failure
    const [first] = ops
    // Only Iron itself refuses a change; a proxy's page says nothing about it.
    if (ops.length === 1 && failure.code === NO_REASON) throw failure
    if (ops.length === 1 && first)
      return {
        results: [{ op_id: first.op_id, status: 'refused', error: failure.sentence }], seq: 0,
        ...(epoch === undefined ? {} : { epoch }),
      }
    const answers: PushAnswer[] = []
    for (const op of ops) answers.push(await push(here, call, [op]))
    return { ...answers[answers.length - 1], seq: 0, results: answers.flatMap((answer) => answer.results) }
  }
}

async function pullAll(here: IronDb, call: Call): Promise<boolean> {
  for (let isNews = false; ;) {
    const { since, epoch, seen } = await known(here)
    const asked = new URLSearchParams({
      since: String(since), limit: String(PAGE), ...(epoch === undefined ? {} : { epoch }),
      ...(seen === undefined ? {} : { seen }),
    })
    const page = await call<PullAnswer>(`sync/pull?${asked.toString()}`)
    await noteLosses(here, page.losses ?? [])
    const isPageNew = await applyPulled(
      here, page.docs, page.seq, { since, ...(epoch === undefined ? {} : { epoch }) }, page.epoch,
    )
    isNews ||= isPageNew
    if (!page.more) return isNews
  }
}

async function deviceId(here: IronDb): Promise<string> {
  const device = (await here.meta.get('device'))?.value
  if (typeof device === 'string') return device
  const made = newId()
  await here.meta.put({ key: 'device', value: made })
  return made
}
