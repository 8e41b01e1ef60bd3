// Registers the worker that keeps visited pages, and hands it this page, which was loaded before the worker was.
const worker = document.currentScript.dataset.worker
if (worker && 'serviceWorker' in navigator && location.protocol.startsWith('http')) {
  addEventListener('load', async () => {
    try {
      const { scope } = await navigator.serviceWorker.register(worker)
      const { active } = await navigator.serviceWorker.ready
      const links = document.querySelectorAll('link[rel=stylesheet], link[rel=icon]')
      const scripts = document.querySelectorAll('script[src]')
      // Pictures further down have not been loaded yet.
      const pictures = [...document.images].filter((picture) => picture.naturalWidth > 0)
      const parts = [...[...links].map((link) => link.href), ...[...scripts, ...pictures].map((part) => part.src)]
      active.postMessage([location.href, ...parts])
      // Earlier versions had a worker of the guides alone, which would go on in this one's place.
      const former = await navigator.serviceWorker.getRegistration(new URL('exercises/', scope))
      if (former && former.scope !== scope) await former.unregister()
    } catch {
      // Without a worker the page is as it was; a browser may refuse one in a private window.
    }
  })
}
