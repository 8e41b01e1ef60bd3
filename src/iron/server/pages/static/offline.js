// Registers the worker that keeps visited pages, and hands it this page, which was loaded before the worker was.
const worker = document.currentScript.dataset.worker
// A page may be kept without its pictures: one that cannot be loaded goes with its caption, the last with its section.
addEventListener('error', ({ target }) => {
  const figure = target instanceof HTMLImageElement && target.closest('figure')
  if (!figure) return
  const section = figure.closest('section')
  figure.remove()
  if (section && !section.querySelector('figure')) section.remove()
}, true)
if (worker && 'serviceWorker' in navigator && location.protocol.startsWith('http')) {
  addEventListener('load', async () => {
    try {
      const { scope } = await navigator.serviceWorker.register(worker)
      const { active } = await navigator.serviceWorker.ready
      const links = document.querySelectorAll('link[rel=stylesheet], link[rel=icon]')
      const scripts = document.querySelectorAll('script[src]')
      // With the pictures further down, which the page itself loads when they come into sight.
      const sources = [...scripts, ...document.images].map((part) => part.src)
      const parts = [...[...links].map((link) => link.href), ...sources]
      active.postMessage([location.href, ...parts])
      // Earlier versions had a worker of the guides alone, which would go on in this one's place.
      const former = await navigator.serviceWorker.getRegistration(new URL('exercises/', scope))
      if (former && former.scope !== scope) await former.unregister()
    } catch {
      // Without a worker the page is as it was; a browser may refuse one in a private window.
    }
  })
}
