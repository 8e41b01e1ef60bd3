/**
 * Keeping the screen on while a workout runs, where the browser can. Whether the lifter wants it is a habit
 * of this phone, so it stays here. The browser lets go by itself when the page is hidden.
 */

const KEY = 'iron-awake'

let wanted = $state(remembered())
let isTraining = false
let lock: WakeLockSentinel | null = null

export const awake = {
  get possible(): boolean { return 'wakeLock' in navigator },
  get on(): boolean { return wanted },
  set(on: boolean): void {
    wanted = on
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off')
    } catch {
      // Closed storage: it holds for this page.
    }
    void follow()
  },
  /** A workout runs, or none does any more. */
  during(running: boolean): void {
    isTraining = running
    void follow()
  },
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on'
  } catch {
    return false // closed storage: the choice was never kept
  }
}

async function follow(): Promise<void> {
  const isDue = () => awake.possible && wanted && isTraining && document.visibilityState === 'visible'
  if (!isDue()) {
    const held = lock
    lock = null
    await held?.release()
    return
  }
  if (lock && !lock.released) return
  try {
    const taken = await navigator.wakeLock.request('screen')
    // Meanwhile the workout may have ended, or another call was first.
    if (isDue() && (!lock || lock.released)) lock = taken
    else await taken.release()
  } catch {
    // A low battery: the browser says no now, and is asked again when the page is shown again.
  }
}

document.addEventListener('visibilitychange', () => void follow())
