/**
 * The lifter's answer to a proposal: looked at, accepted into documents of his own, declined, and taken back.
 */

import * as messages from '../../../core/generated/messages-proposals'
import { withEdits, withoutEdits } from '../../../core/logic/plan/plan-edits'
import type { Block } from '../../../core/rules/plan/block'
import { isTable, type Table } from '../../../core/rules/programs/shape'
import { BODY_VERSION, type Body, type Proposal, type Run } from '../../../core/values/documents'
import { sameJson } from '../../../core/values/json'
import { wallTime, zoneOffset } from '../../store/ids'
import { read, StoreError, write, writeAll, type Change, type Doc } from '../../store/store'
import { takeTable } from '../program-taking'
import { standing, type Standing } from '../runs'

/** What a proposal would do: `problem` says why it cannot be accepted. */
export interface Outlook {
  problem: string
  /** A program, checked. */
  program?: Table
  /** The running program that would go on with `program`. */
  run?: Standing
  /** The block as it is, or was when the change was accepted, and with the change. */
  block?: { before: Block; after: Block }
}

export async function outlookOf({ body }: Doc<Proposal>): Promise<Outlook> {
  if (body.v > BODY_VERSION) return { problem: messages.newer }
  if (body.what === 'block') return blockOutlook(body)
  const read = await takeTable(body.text ?? {})
  if (!isTable(read.body)) return { problem: messages.programOdd({ problem: read.problem }) }
  if (body.what === 'program') return { problem: '', program: read.body }
  const run = await runOf(body)
  if (!run) return { problem: messages.programGone, program: read.body }
  return { problem: '', program: read.body, run: await standing(run) }
}

async function blockOutlook(body: Proposal): Promise<Outlook> {
  const now = await blockOf(body)
  if (!now && body.before === undefined) return { problem: messages.planGone }
  // Accepted, `before` is the block that it was; else the block of today shows what would change.
  const before = (body.before as Block | undefined) ?? now?.body
  if (!before) return { problem: messages.planGone }
  const after = withEdits(before, body.edits ?? [])
  const isIdle = body.answer === undefined && sameJson(before, after)
  return {
    problem: isIdle ? messages.changesNothing : '',
    block: { before, after },
  }
}

/** Accept: what was proposed becomes the lifter's own, together with the answer. */
export async function accept(proposal: Doc<Proposal>): Promise<void> {
  const { id, body } = proposal
  const at = new Date()
  const answered: Proposal = { ...body, answer: 'accepted', answered_at: wallTime(at) }
  const { problem } = await outlookOf(proposal)
  if (problem) throw new StoreError(problem, 'failed')
  if (body.what === 'program')
    // One id for both: accepted on two phones, it is one program.
    return writeAll([{ kind: 'program', id, body: programOf(body) }, answer(id, answered)])
  if (body.what === 'run') {
    const run = await runOf(body)
    if (!run || body.text === undefined) throw new StoreError(messages.programGone, 'failed')
    const revised = [
      ...(run.body.revised ?? []), { id, at: wallTime(at), offset: zoneOffset(at), text: body.text },
    ]
    const next: Run = { ...run.body, name: body.text.name, revised }
    return writeAll([{ kind: 'run', id: run.id, body: next }, answer(id, answered)])
  }
  const block = await blockOf(body)
  if (!block) throw new StoreError(messages.planGone, 'failed')
  const changed: Change = { kind: 'block', id: block.id, body: withEdits(block.body, body.edits ?? []) }
  return writeAll([changed, answer(id, { ...answered, before: { ...block.body } })])
}

export async function decline({ id, body }: Doc<Proposal>, reply: string): Promise<void> {
  const words = reply.trim()
  await write('proposal', id, {
    ...body, answer: 'declined', answered_at: wallTime(), ...(words ? { reply: words } : {}),
  })
}

/** Take an answer back; what was accepted goes, what the lifter changed himself since then stays. */
export async function takeAnswerBack({ id, body }: Doc<Proposal>): Promise<void> {
  const { answer: given, answered_at: _at, reply: _reply, before, ...open } = body
  const changes = given === 'accepted' ? await undoing(id, body, before as Block | undefined) : []
  await writeAll([...changes, answer(id, open)])
}

async function undoing(id: string, body: Proposal, before: Block | undefined): Promise<Change[]> {
  if (body.what === 'program') {
    const program = await read('program', id)
    if (!program) return []
    if (!sameJson(program.body, programOf(body)))
      throw new StoreError(messages.programEdited, 'failed')
    return [{ kind: 'program', id, body: null }]
  }
  if (body.what === 'run') {
    const run = body.target === undefined ? undefined : await read('run', body.target)
    if (!run) return []
    const revised = (run.body.revised ?? []).filter((text) => text.id !== id)
    const name = (revised.at(-1)?.text ?? run.body.text).name
    return [{ kind: 'run', id: run.id, body: { ...run.body, name, revised } }]
  }
  const block = await blockOf(body)
  if (!block || !before) return []
  return [{ kind: 'block', id: block.id, body: withoutEdits(block.body, before, body.edits ?? []) }]
}

function programOf({ text }: Proposal): Body {
  return { ...text, v: BODY_VERSION }
}

function answer(id: string, body: Proposal): Change {
  return { kind: 'proposal', id, body }
}

async function runOf({ target = '' }: Proposal): Promise<Doc<Run> | undefined> {
  const run = await read('run', target)
  return run?.body.ended === undefined ? run : undefined
}

async function blockOf({ target = '' }: Proposal): Promise<Doc<Block> | undefined> {
  // bodies of kind block have this shape (docs/training.md)
  const block = (await read('block', target)) as Doc<Block> | undefined
  return block?.body.ended === undefined ? block : undefined
}
