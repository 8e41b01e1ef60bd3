/**
 * Live queries for runes: the answer follows the database, in this tab and in others.
 *
 *     const workout = live(() => { const id = props.id; return () => read('workout', id) })
 *     workout.value   // undefined until the first answer
 *
 * The outer function runs inside an effect: signals read there start the query again. The inner one asks the
 * database. A query that knows what it reads may say so (`ofKinds`, `besides`): then other writes do not
 * start it again.
 */

import { createSubscriber } from 'svelte/reactivity'
import type { Kind } from '../../core/values/documents'
import { onDbChange } from './db'
import { onChange, type Changed } from './idb'

const dbChanged = createSubscriber((update) => onDbChange(update))

export interface Live<T> {
  readonly value: T | undefined
  readonly ready: boolean
  readonly error: unknown
}

export type Concern = (change: Changed) => boolean

/** Wishes for the next set are read once, at the start; what is derived follows the documents by itself. */
const QUIET: ReadonlySet<string> = new Set([
  'rest', 'watch', 'draft', 'intervals', 'changes', 'strength', 'exchanged',
])
const anything: Concern = ({ store, key: [name = ''] }) =>
  store !== 'meta' || !QUIET.has(name.split(' ')[0] ?? '')

/** Only documents of these kinds. */
export function ofKinds(kinds: readonly Kind[]): Concern {
  return ({ store, key: [kind] }) =>
    store === 'documents' && (kind === '*' || kinds.some((changed) => changed === kind))
}

/** Everything but one document, kept advice, and what is on its way: for what compares with other days. */
export function besides(id: () => string | undefined): Concern {
  return (change) =>
    anything(change) &&
    change.store !== 'outbox' &&
    change.key[0] !== 'advice' &&
    (change.store !== 'documents' || change.key[1] !== id())
}

/** Call it while a component is being set up. */
export function live<T>(source: () => () => Promise<T>, concern: Concern = anything): Live<T> {
  let value = $state.raw<T | undefined>(undefined)
  let ready = $state(false)
  let error = $state.raw<unknown>(undefined)
  $effect.pre(() => {
    dbChanged()
    const query = source()
    return followed(query, concern, (answer) => {
      value = answer
      ready = true
      error = undefined
    }, (problem) => {
      error = problem
      ready = true
    })
  })
  return {
    get value() { return value },
    get ready() { return ready },
    get error() { return error },
  }
}

/**
 * Ask now and after every change that matters; changes while an answer is under way are one more question.
 */
function followed<T>(
  query: () => Promise<T>, concern: Concern, next: (answer: T) => void, failed: (problem: unknown) => void,
): () => void {
  let [asking, again, over] = [false, false, false]
  const ask = async () => {
    if (asking) {
      again = true
      return
    }
    asking = true
    do {
      again = false
      try {
        const answer = await query()
        if (!over && !again) next(answer)
      } catch (problem) {
        if (!over && !again) failed(problem)
      }
    } while (again && !over)
    asking = false
  }
  const forget = onChange((changes) => { if (changes.some(concern)) void ask() })
  void ask()
  return () => {
    over = true
    forget()
  }
}
