/** Putting Iron on the home screen: the browser's own offer where there is one, else what to tap. */

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
      return 'In Safari: tap the share button, then “Add to Home Screen”. The home-screen app starts ' +
        'empty, because iOS gives it separate storage. To take your log along, sign in in both places, or ' +
          'save a copy here first and restore it there.'
    }
    if (/Android/.test(navigator.userAgent))
      return 'In the browser’s menu (⋮): “Install app” or “Add to home screen”. Iron then opens like any ' +
        'app and works offline.'
    if (navigator.userAgent.includes('Firefox/'))
      return 'Firefox on a computer cannot install web apps. Iron works in this tab, online or offline.'
    return 'Look for the install button in the address bar, or “Install Iron” in the browser’s menu. Iron ' +
      'also works offline without being installed.'
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
