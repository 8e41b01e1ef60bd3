/**
 * Sentences of the engine: the message file and the Fluent runtime, fetched once when they are first
 * needed.
 */

import type { Sentences } from '../../core/rules/prescription/messages'

let known: Promise<Sentences> | undefined

export function sentences(): Promise<Sentences> {
  known ??= load()
  return known
}

async function load(): Promise<Sentences> {
  const [{ sentencesOf }, { default: english }] = await Promise.all([
    import('../../core/rules/prescription/messages'), import('../../../../content/messages/en.ftl?raw'),
  ])
  return sentencesOf(english)
}
