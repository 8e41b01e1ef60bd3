/** Where the exercise in hand stands on the screen: between the header and the card with the numbers. */

/** The sticky header [px]. */
const HEADER_PX = 60

/** Scroll as little as needed: the whole card where it fits, else its next set. */
export function keepInSight(card: HTMLElement, dock: HTMLElement): void {
  const room = { top: HEADER_PX, bottom: covers(dock) ? dock.getBoundingClientRect().top : innerHeight }
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
