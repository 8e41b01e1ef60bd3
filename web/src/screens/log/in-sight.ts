/** Where the exercise in hand stands on the screen: between the header and the card with the numbers. */

/** The sticky header [px]. */
const HEADER_PX = 60
/** Room for a message above the card with the numbers [px]. */
const MESSAGE_PX = 68

/** Scroll as little as needed: the whole card where it fits, else its next set. */
export function keepInSight(card: HTMLElement, dock: HTMLElement): void {
  const bottom = covers(dock) ? dock.getBoundingClientRect().top - MESSAGE_PX : innerHeight
  const room = { top: HEADER_PX, bottom }
  const next = card.querySelector('[aria-current="step"]') ?? card.querySelector('li:last-child') ?? card
  const [whole, row] = [card.getBoundingClientRect(), next.getBoundingClientRect()]
  if (whole.height <= room.bottom - room.top) {
    if (whole.top < room.top) scrollBy(0, whole.top - room.top)
    else if (whole.bottom > room.bottom) scrollBy(0, whole.bottom - room.bottom)
  } else if (row.bottom > room.bottom) scrollBy(0, row.bottom - room.bottom)
  else if (row.top < room.top) scrollBy(0, row.top - room.top)
}

/** The card with the numbers lies over the list, not beside it. */
function covers(dock: HTMLElement): boolean {
  return getComputedStyle(dock).bottom === '0px'
}

/** Keep `--dock` at the height of a card at the bottom [px], so that messages stand above it. */
export function dockHeight(dock: HTMLElement): { destroy: () => void } {
  const root = document.documentElement
  const observer = new ResizeObserver(() => {
    root.style.setProperty('--dock', `${covers(dock) ? dock.offsetHeight : 0}px`)
  })
  observer.observe(dock)
  return {
    destroy: () => {
      observer.disconnect()
      root.style.removeProperty('--dock')
    },
  }
}
