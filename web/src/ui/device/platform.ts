/**
 * What kind of phone or browser this is, where a sentence depends on it. Never used to switch something off.
 */

/** An iPhone or iPad; iPads call themselves Macintosh, but Macs have no touch screen. */
export function isIos(): boolean {
  return (
    /iPhone|iPad/.test(navigator.userAgent) ||
    (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)
  )
}

/** Safari, on phones and Macs. All browsers on iOS are Safari inside. */
export function isSafari(): boolean {
  return (
    isIos() ||
    (navigator.userAgent.includes('Safari/') && !/Chrome|Chromium|Android/.test(navigator.userAgent))
  )
}
