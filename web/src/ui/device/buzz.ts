/**
 * A short buzz in the hand, where the phone has one and the lifter left it on. Never needed to know anything.
 */

import { look } from './look'

/** Pulse lengths [ms]: a set is one tap on the skin, the end of a rest two. Chosen by feel. */
const PATTERNS = { set: [14], rest: [120, 80, 120] }

export const canBuzz = typeof navigator !== 'undefined' && 'vibrate' in navigator

export function buzz(what: keyof typeof PATTERNS): void {
  if (canBuzz && look().buzz !== false) navigator.vibrate(PATTERNS[what])
}
