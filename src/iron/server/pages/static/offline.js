// Registers the worker that keeps visited guides, and hands it this page, which was loaded before the worker was.
const worker = document.currentScript.dataset.worker
if (worker && 'serviceWorker' in navigator && location.protocol.startsWith('http')) {
  addEventListener('load', async () => {
    try {
      await navigator.serviceWorker.register(worker)
      const { active } = await navigator.serviceWorker.ready
      const links = document.querySelectorAll('link[rel=stylesheet], link[rel=icon]')
      const scripts = document.querySelectorAll('script[src]')
      active.postMessage([location.href, ...[...links].map((one) => one.href), ...[...scripts].map((one) => one.src)])
    } catch {
      // Without a worker the page is as it was; a browser may refuse one in a private window.
    }
  })
}
