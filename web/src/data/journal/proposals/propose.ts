/** Proposals of a coach, on their way to a lifter who shares plans. */

import * as messages from '../../../core/generated/messages-proposals'
import type { Table } from '../../../core/rules/programs/shape'
import { BODY_VERSION, type Proposal, type Run } from '../../../core/values/documents'
import type { Lender } from '../../server/lent/lender.svelte'
import { keepWritten, type Writer } from '../../server/lent/lent-writing'
import { ownDb } from '../../store/db'
import { newId, wallTime } from '../../store/ids'
import type { Doc } from '../../store/store'
import { FIRST, LAST } from '../../store/table'
import { programs } from '../blocks'
import { shelf, shelvedProgram } from '../runs'

export type Offer = Pick<Proposal, 'what' | 'name' | 'text' | 'target' | 'edits' | 'note'>

/** Keep a proposal for the lifter who lends the share; it is sent with the next exchange. */
export async function propose(share: string, offer: Offer, writer: Writer): Promise<void> {
  const body: Proposal = {
    v: BODY_VERSION, ...offer, at: wallTime(), by: writer.account, author: writer.name,
  }
  await keepWritten(share, 'proposal', newId(), body)
}

/** The same, and send it now if there is signal; the sentence to show. */
export async function sendProposal(to: Lender, offer: Offer): Promise<string> {
  const { share, writer } = to
  if (!share || !writer) return messages.signInFirst
  await propose(share.id, offer, writer)
  return (await to.exchange()) || messages.sentTo({ owner: share.owner })
}

/** Propose what the builder holds: the next text of the running program, or a program. */
export async function proposeProgram(
  to: Lender, { run }: { run?: Doc<Run> }, body: Table, note: string,
): Promise<string> {
  const name = String(body['name'])
  const { v: _, ...text } = body
  return sendProposal(to, {
    ...(run ? { what: 'run', target: run.id } : { what: 'program' }), name, text: { ...text, name },
    ...(note ? { note } : {}),
  })
}

/** A program that a coach may propose: his own, or one that comes with Iron. */
export interface Offered {
  id: string
  name: string
  note: string
  own: boolean
  body: () => Promise<Table | undefined>
}

/** The programs of who is here, then those that come with Iron; read while the lifter's journal is shown. */
export async function offeredPrograms(): Promise<Offered[]> {
  const rows = await ownDb.documents
    .where('[kind+id]')
    .between(['program', FIRST], ['program', LAST])
    .toArray()
  const own = rows.flatMap(({ id, body }) => {
    const table = body as Table | null // bodies of programs are tables of keys
    return table && isNamed(table) && table['routine'] !== true ? [offered(id, table, true)] : []
  })
  const [first, second] = await Promise.all([programs(), shelf()])
  return [
    ...own,
    ...first.filter((row) => !row.own).map(({ id, body }) => offered(id, body as unknown as Table, false)),
    ...second.filter((row) => !row.own).map(({ id, name, note = '' }) => ({
      id, name, note, own: false, body: () => shelvedProgram(id) as Promise<Table | undefined>,
    })),
  ]
}

function isNamed(table: Table): table is Table & { name: string } {
  return typeof table['name'] === 'string'
}

function offered(id: string, table: Table, own: boolean): Offered {
  const text = (key: string) => (typeof table[key] === 'string' ? table[key] : '')
  return { id, name: text('name'), note: text('note'), own, body: () => Promise.resolve(table) }
}

/** Take back a proposal that is not answered. */
export async function withdraw(share: string, id: string): Promise<void> {
  await keepWritten(share, 'proposal', id, null)
}
