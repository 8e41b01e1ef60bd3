/**
 * Single keys as shortcuts, for the desk. They wait while somebody types, and the lifter may turn them off.
 */

import * as messages from '../core/generated/messages-keys'
import { look } from './device/look'

export const KEYS: { where: string; keys: [key: string, what: string][] }[] = [
  {
    where: messages.everywhere,
    keys: [
      ['t', messages.today], ['l', messages.theLog], ['g', messages.growth], ['p', messages.plan], ['b',
        messages.library], ['h', messages.history],
      ['m', messages.me], ['?', messages.showList],
    ],
  },
  {
    where: messages.inLog,
    keys: [
      ['0 … 9', messages.typeLoad], ['Tab', messages.tabThrough],
      ['Enter', messages.logSet], ['+  −', messages.changeReps],
      ['↑  ↓', messages.nextWeight], ['q', messages.quickEntry],
      ['a', messages.addExercise], ['n', messages.nextExercise], ['r', messages.rest],
    ],
  },
]

/** Screens by key. */
export const PLACES: Record<string, string> = {
  t: '', l: 'log', g: 'growth', p: 'plan', b: 'library', h: 'history', m: 'me',
}

/**
 * The key of an event that is meant as a shortcut, else null: no field, no open dialog, no held modifier,
 * keys not turned off.
 */
export function shortcut(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || look().keys === false)
    return null
  const at = event.target
  if (
    at instanceof HTMLElement &&
    (at.isContentEditable || at.closest('input, select, textarea, dialog') !== null)
  )
    return null
  if (document.querySelector('dialog[open]') !== null) return null
  // Enter on a button or link is that button's.
  if (
    event.key === 'Enter' &&
    at instanceof HTMLElement &&
    at.closest('a, button, [role="button"], summary') !== null
  )
    return null
  return event.key
}
