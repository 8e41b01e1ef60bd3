/** Programs in and out of the phone as plain text files. */

import type { ProgramFile } from '../../core/rules/plan/block-make'
import { parseProgram, programText, type Problem } from '../../core/rules/plan/program-text'
import { programText as programBodyText } from '../../core/rules/programs/files/writing'
import { sentencesOf } from '../../core/rules/programs/checking'
import type { ProgramBody } from '../../core/rules/programs/model'
import { exerciseNames } from '../reading/exercise'

/** Read a program of either format; the first thing that is wrong is told with line and key. */
export async function readProgram(text: string): Promise<{ body: ProgramFile } | { problem: Problem }> {
  const [{ parse }, names] = await Promise.all([import('smol-toml'), exerciseNames()])
  // Without the library on this phone nobody can say which exercises there are.
  const known = (exercise: string): boolean => names.size === 0 || names.has(exercise)
  const body = tableOf(() => parse(text))
  if (!body || !('format' in body)) return parseProgram(text, (given) => parse(given), known)
  const [problem] = sentencesOf(text, body, known)
  // Checked: a program of format 2 is stored as it is, and every reader of it asks for its format first.
  return problem ? { problem } : { body: { v: 1, ...body } as unknown as ProgramFile }
}

function tableOf(read: () => Record<string, unknown>): Record<string, unknown> | null {
  try {
    return read()
  } catch {
    return null // the reader of format 1 tells the line
  }
}

/** Hand a program of format 2 to another app or to the folder of downloads. */
export async function shareText(body: ProgramBody): Promise<void> {
  await shareFile(body.name, programBodyText(body))
}

/** Hand a program to another app or to the folder of downloads. */
export async function shareProgram(program: ProgramFile): Promise<void> {
  await shareFile(program.name, programText(program))
}

async function shareFile(title: string, text: string): Promise<void> {
  const name = `${
    title
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'program'
  }.toml`
  const file = new File([text], name, { type: 'text/plain' })
  if (navigator.canShare?.({ files: [file] })) {
    try {
      return await navigator.share({ files: [file], title })
    } catch (problem) {
      // Closing the share sheet is an answer; a refusal to share falls through to a download.
      if (problem instanceof DOMException && problem.name === 'AbortError') return
    }
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
