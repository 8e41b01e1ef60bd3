/**
 * Single keys as shortcuts, for the desk. They wait while somebody types, and the lifter may turn them off.
 */

import { look } from './device/look'

export const KEYS: { where: string; keys: [key: string, what: string][] }[] = [
  {
    where: 'Everywhere',
    keys: [
      ['t', 'Today'], ['l', 'The log'], ['g', 'Growth'], ['p', 'Plan'], ['b', 'Library'], ['h', 'History'],
      ['m', 'Me'], ['?', 'Show this list'],
    ],
  },
  {
    where: 'In the log',
    keys: [
      ['0 … 9', 'Type the load'], ['Tab', 'Load, then reps, then RIR'], ['Enter', 'Log the set'],
      ['+  −', 'One rep more or less'],
      ['↑  ↓', 'Next weight up or down'], ['q', 'Quick entry'],
      ['a', 'Add an exercise'], ['n', 'Next exercise'], ['r', 'Start or stop the rest'],
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
