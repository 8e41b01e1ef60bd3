/**
 * Live queries for runes: the answer follows the database, in this tab and in others.
 *
 *     const workout = live(() => { const id = props.id; return () => read('workout', id) })
 *     workout.value   // undefined until the first answer
 *
 * The outer function runs inside an effect: signals read there start the query again. The inner one asks the database.
 */

import { liveQuery } from 'dexie'
import { createSubscriber } from 'svelte/reactivity'
import { onDbChange } from './db'

const dbChanged = createSubscriber((update) => onDbChange(update))

export interface Live<T> {
  readonly value: T | undefined
  readonly ready: boolean
  readonly error: unknown
}

/** Call it while a component is being set up. */
export function live<T>(source: () => () => Promise<T>): Live<T> {
  let value = $state.raw<T | undefined>(undefined)
  let ready = $state(false)
  let error = $state.raw<unknown>(undefined)
  $effect.pre(() => {
    dbChanged()
    const query = source()
    const subscription = liveQuery(query).subscribe({
      next: (answer) => {
        value = answer
        ready = true
        error = undefined
      },
      error: (problem) => {
        error = problem
        ready = true
      },
    })
    return () => subscription.unsubscribe()
  })
  return {
    get value() { return value },
    get ready() { return ready },
    get error() { return error },
  }
}
