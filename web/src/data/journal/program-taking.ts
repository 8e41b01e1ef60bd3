/** A program from outside, read and checked before anything is stored. */

import * as messages from '../../core/generated/messages-program-links'
import { fold } from '../../core/rules/exercises/find'
import { fromLiftosaur, isLiftosaur, namesOf } from '../../core/rules/programs/files/liftosaur'
import type { Left } from '../../core/rules/programs/files/liftosaur-lines'
import type { ProgramFile } from '../../core/rules/plan/block-make'
import { programText as firstFormatText } from '../../core/rules/plan/program-text'
import { programText } from '../../core/rules/programs/files/writing'
import type { Table } from '../../core/rules/programs/shape'
import { namedIndex } from '../reading/content'
import { all } from '../store/store'
import { readProgram } from './program-file'

export interface TakenText {
  /** The program; null where the text is none. */
  body: Table | null
  /** What of a Liftosaur program was left out. */
  left: readonly Left[]
  /** The first thing that is wrong: line, key and what to do. */
  problem: string
}

/** Read a program of Iron (either format) or of Liftosaur. */
export async function takeText(given: string): Promise<TakenText> {
  if (!isLiftosaur(given)) return checked(given, [])
  const byName = await exerciseIds()
  const exerciseOf = (name: string): string | null =>
    namesOf(name).flatMap((alias) => byName.get(fold(alias)) ?? [])[0] ?? null
  const taken = fromLiftosaur(given, exerciseOf)
  if (taken) return checked(programText(taken.body), taken.left)
  const problem = messages.noExercise
  return { body: null, left: [], problem }
}

/** Check a program that came as a body, in either format. */
export async function takeTable(body: Table): Promise<TakenText> {
  try {
    // Bodies without a format are programs of format 1 (docs/training.md).
    const text = 'format' in body ? programText(body) : firstFormatText(body as unknown as ProgramFile)
    return await checked(text, [])
  } catch {
    return { body: null, left: [], problem: messages.unreadable }
  }
}

async function checked(text: string, left: readonly Left[]): Promise<TakenText> {
  const read = await readProgram(text)
  if ('problem' in read) return { body: null, left, problem: read.problem.sentence }
  // Bodies of either format are tables of keys (docs/programs.md, docs/training.md).
  return { body: read.body as unknown as Table, left, problem: '' }
}

/** Exercise ids by folded name and alias; the first that has a name keeps it. */
async function exerciseIds(): Promise<Map<string, string>> {
  const [index, own] = await Promise.all([namedIndex(), all('exercise')])
  const ids = new Map<string, string>()
  const rows = [
    ...own.map(({ id, body }) => ({ id, names: [body.name] })),
    ...index.exercises.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] })),
  ]
  for (const { id, names } of rows)
    for (const name of names) if (!ids.has(fold(name))) ids.set(fold(name), id)
  return ids
}
