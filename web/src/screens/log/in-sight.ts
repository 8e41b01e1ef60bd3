/**
 * Where the exercise in hand stands on the screen: between the header and the card with the numbers, its next
 * set below its own name, which stays there too.
 */

import { toast } from '../../ui/toast.svelte'

/** Room for a message above the card with the numbers [px]. */
const MESSAGE_PX = 68

/** With text of this size and more, a card at the bottom that takes most of the screen scrolls along [px]. */
const BIG_TEXT_PX = 24
const MOST_OF_SCREEN = 0.6

/**
 * Scroll as little as needed: the whole card where it fits, else its next set with the advice below it and
 * the set before it, as many of them as fit.
 *
 * @param isNew no set was ever done on this line: what is above the sets (setup, aim) says more than they do
 */
export function keepInSight(card: HTMLElement, dock: HTMLElement, isNew: boolean): void {
  const bottom = covers(dock) ? dock.getBoundingClientRect().top - MESSAGE_PX : innerHeight
  const room = { top: document.querySelector('header')?.getBoundingClientRect().bottom ?? 0, bottom }
  const name = card.querySelector('[data-name]')
  const isPinned = name !== null && getComputedStyle(name).position === 'sticky'
  const below = room.top + (isPinned ? name.getBoundingClientRect().height : 0)
  const next = card.querySelector('[aria-current="step"]') ?? card.querySelector('li:last-child') ?? card
  const [whole, row] = [card.getBoundingClientRect(), next.getBoundingClientRect()]
  // The set that was just logged, with its Undo, where both fit.
  const before = next.previousElementSibling?.getBoundingClientRect() ?? row
  const height = room.bottom - below
  // The advice for the next set stands below the sets, where a message would lie over it.
  const advice = card.querySelector('[data-advice]')?.getBoundingClientRect().bottom ?? row.bottom
  const end = advice - row.top <= height ? Math.max(advice, row.bottom) : row.bottom
  const top = end - before.top <= height ? before.top : row.top
  if (isNew) {
    const sets = card.querySelector('[data-sets]')?.getBoundingClientRect() ?? whole
    if (whole.top < room.top) scrollBy(0, whole.top - room.top)
    else if (sets.top > room.bottom) scrollBy(0, Math.min(sets.top - room.bottom, whole.top - room.top))
  } else if (whole.height <= room.bottom - room.top) {
    if (whole.top < room.top) scrollBy(0, whole.top - room.top)
    else if (whole.bottom > room.bottom) scrollBy(0, whole.bottom - room.bottom)
  } else if (top < below) scrollBy(0, top - below)
  else if (end > room.bottom) scrollBy(0, Math.min(end - room.bottom, top - below))
}

/** The card with the numbers lies over the list, not beside it or below it. */
function covers(dock: HTMLElement): boolean {
  const { bottom, position } = getComputedStyle(dock)
  return bottom === '0px' && position === 'sticky'
}

/** With big text the card would hide the sets: it stands below them instead. */
function placeBelow(dock: HTMLElement): void {
  const text = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const isBelow = text >= BIG_TEXT_PX && dock.offsetHeight > MOST_OF_SCREEN * innerHeight
  dock.style.position = isBelow && getComputedStyle(dock).bottom === '0px' ? 'static' : ''
}

/**
 * Keep messages above a card at the bottom; `grew` is called when it covers more than before.
 */
export function dockHeight(dock: HTMLElement, grew: () => void): { destroy: () => void } {
  let before = Infinity
  const observer = new ResizeObserver(() => {
    placeBelow(dock)
    const height = covers(dock) ? dock.offsetHeight : 0
    toast.above = height
    if (height > before) grew()
    before = height
  })
  observer.observe(dock)
  return {
    destroy: () => {
      observer.disconnect()
      toast.above = 0
    },
  }
}
