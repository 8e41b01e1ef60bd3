/** Programs on their way into the builder and back: new, own, copied and running ones. */

import { NEW_PROGRAM } from '../../core/logic/programs/program-fields'
import type { Fold } from '../../core/rules/programs/fold'
import type { ProgramBody } from '../../core/rules/programs/model'
import type { Table } from '../../core/rules/programs/shape'
import type { Run } from '../../core/values/documents'
import { exerciseNames } from '../reading/exercise'
import { db } from '../store/db'
import { draftKey } from '../store/drafts'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { read, write, type Doc } from '../store/store'
import { saveProgram } from './blocks'
import type { ProgramFile } from '../../core/rules/plan/block-make'
import { shelvedProgram, standing } from './runs'

/** What the builder begins with. `fold` is there for a running program. */
export interface Opened {
  what: string
  id: string
  body: Table
  /** Where unsaved changes are kept on this phone. */
  key: string
  known: (exercise: string) => boolean
  run?: Doc<Run>
  fold?: Fold
}

/** Open a program: `new`, `program` (own), `copy` (of any) or `run`; null where it is not there. */
export async function openProgram(what: string, id: string): Promise<Opened | null> {
  const names = await exerciseNames()
  const about = {
    what,
    id,
    key: draftKey(db.name, what, id),
    // Without the library on this phone nobody can say which exercises there are.
    known: (exercise: string) => names.size === 0 || names.has(exercise),
  }
  if (what === 'new') return { ...about, body: NEW_PROGRAM }
  if (what === 'run') {
    const run = await read('run', id)
    if (run?.body.text['format'] !== 2) return null
    const { fold } = await standing(run)
    return { ...about, body: withoutVersion(fold.program.body), run, fold }
  }
  const body = await shelvedProgram(id)
  return body?.['format'] === 2 ? { ...about, body: withoutVersion(body) } : null
}

function withoutVersion(body: ProgramBody): Table {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'v'))
}

/** Keep an edited program: in its own place, as a new own program, or as the next text of a run. */
export async function keepProgram(opened: Opened, body: Table): Promise<void> {
  // The checker took it: a body without problems is a program of format 2.
  const program = { v: 1, ...body } as unknown as ProgramFile & ProgramBody
  if (opened.run) {
    const at = new Date()
    const run = (await read('run', opened.id)) ?? opened.run
    const revised = [...(run.body.revised ?? []), { at: wallTime(at), offset: zoneOffset(at), text: program }]
    await write('run', opened.id, { ...run.body, name: program.name, revised })
  } else if (opened.what === 'program') await write('program', opened.id, program)
  else await saveProgram(program)
}

/** A program of its own from any text that the checker took; returns its id. */
export async function keepAsOwn(body: Table): Promise<string> {
  const id = newId()
  await write('program', id, { v: 1, ...body } as unknown as ProgramFile)
  return id
}
