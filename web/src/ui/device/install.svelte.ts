/** Putting Iron on the home screen: the browser's own offer where there is one, else what to tap. */

import * as messages from '../../core/generated/messages-install'
import { isIos } from './platform'

interface InstallOffer extends Event { prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }> }

let offer = $state.raw<InstallOffer | null>(null)
let installed = $state(
  matchMedia('(display-mode: standalone)').matches ||
    ('standalone' in navigator && navigator.standalone === true),
)

export const install = {
  get installed(): boolean { return installed },
  /** The browser offered to install; `ask` shows its question. */
  get offered(): boolean { return offer !== null },
  async ask(): Promise<void> {
    const answer = await offer?.prompt()
    if (answer?.outcome === 'accepted') installed = true
    offer = null
  },
  /** What to tap where the browser asks nothing. */
  get hint(): string {
    if (isIos()) {
      return messages.safari
    }
    if (/Android/.test(navigator.userAgent))
      return messages.android
    if (navigator.userAgent.includes('Firefox/'))
      return messages.firefox
    return messages.desktop
  },
}

/** The offer comes once, early, and only to who listens. */
export function watchInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as InstallOffer // the browser's type for this name
  })
  window.addEventListener('appinstalled', () => { installed = true })
}
