/** Putting Iron on the home screen: the browser's own offer where there is one, else what to tap. */

interface InstallOffer extends Event { prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }> }

let offer = $state.raw<InstallOffer | null>(null)
let installed = $state(matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true))

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
    if (/iPhone|iPad/.test(navigator.userAgent)) return 'In Safari: the share button, then “Add to Home Screen”. Iron then opens without the browser around it, and iOS keeps its data.'
    if (/Android/.test(navigator.userAgent)) return 'In the browser’s menu (⋮): “Install app” or “Add to home screen”. Iron then opens like any app, with or without signal.'
    return 'Look for the install button in the address bar, or “Install Iron” in the browser’s menu. It works without: the page itself is kept offline.'
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
