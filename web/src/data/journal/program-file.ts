/** Programs in and out of the phone as plain text files. */

import type { ProgramFile } from '../../core/rules/plan/block-make'
import { parseProgram, programText, type Problem } from '../../core/rules/plan/program-text'
import { exerciseNames } from '../reading/exercise'

/** Read a program; the first thing that is wrong is told with line and key. */
export async function readProgram(text: string): Promise<{ body: ProgramFile } | { problem: Problem }> {
  const [{ parse }, names] = await Promise.all([import('smol-toml'), exerciseNames()])
  // Without the library on this phone nobody can say which exercises there are.
  return parseProgram(text, (given) => parse(given), (exercise) => names.size === 0 || names.has(exercise))
}

/** Hand a program to another app or to the folder of downloads. */
export async function shareProgram(program: ProgramFile): Promise<void> {
  const name = `${
    program.name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'program'
  }.toml`
  const file = new File([programText(program)], name, { type: 'text/plain' })
  if (navigator.canShare?.({ files: [file] })) {
    try {
      return await navigator.share({ files: [file], title: program.name })
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
