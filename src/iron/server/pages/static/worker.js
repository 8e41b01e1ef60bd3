// Keeps the guides that were opened readable without signal. The network comes first: a guide may have been corrected.
const CACHE = 'iron-guides-1'
// Guides are about 20 kB each; the oldest go first.
const MOST = 300
// A line that answers nothing for this long counts as no signal, where there is a copy.
const PATIENCE_MS = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else event.respondWith(part(request, url))
})

async function activate() {
  for (const name of await caches.keys())
    if (name.startsWith('iron-guides-') && name !== CACHE) await caches.delete(name)
  await self.clients.claim()
}

async function keepAll(addresses) {
  if (!Array.isArray(addresses)) return
  for (const address of addresses) {
    const url = new URL(String(address).split('#')[0], location.href)
    if (url.origin !== location.origin) continue
    try {
      await keep(url.href, await fetch(url.href))
    } catch {
      // No signal: what is there stays.
    }
  }
}

async function keep(address, response) {
  if (!response.ok || response.type !== 'basic') return
  const cache = await caches.open(CACHE)
  await cache.delete(address)
  await cache.put(address, response)
  const kept = await cache.keys()
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST))) await cache.delete(old)
}

async function page(request) {
  const address = request.url.split('#')[0]
  const copy = await (await caches.open(CACHE)).match(address)
  const fresh = fetch(request).then(async (response) => {
    await keep(address, response.clone()).catch(() => undefined)
    return response
  })
  try {
    return await (copy ? Promise.race([fresh, afterPatience()]) : fresh)
  } catch {
    fresh.catch(() => undefined)
    return copy ?? nothing(new URL(address))
  }
}

function afterPatience() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE_MS))
}

async function part(request, url) {
  const cache = await caches.open(CACHE)
  const copy = await cache.match(request)
  // These names change with their content.
  if (copy && /\/(static|assets)\//.test(url.pathname)) return copy
  try {
    const response = await fetch(request)
    await keep(request.url, response.clone()).catch(() => undefined)
    return response
  } catch {
    return copy ?? Response.error()
  }
}

// Where the app is on this device, the way to its copy of the guide, or to its library.
async function inApp({ pathname }) {
  const cached = (path) => caches.match(new URL(path, location.href), { ignoreSearch: true })
  if (!(await cached('../app/index.html'))) return ''
  const id = /exercises\/([a-z0-9-]+)\//.exec(pathname)?.[1]
  const [path, text] = id && (await cached(`../app/content/${id}.json`))
    ? [`library/${id}`, 'Open this guide in the app']
    : ['library', 'Open the library in the app']
  return `<p><a href="${new URL(`../app/${path}`, location.href).pathname}">${text}</a></p>`
}

// A guide that was never opened: say so, and list those that were.
async function nothing(url) {
  const cache = await caches.open(CACHE)
  const rows = []
  let style = ''
  for (const request of await cache.keys()) {
    const response = await cache.match(request)
    const type = response.headers.get('Content-Type') ?? ''
    if (type.startsWith('text/css')) style = request.url
    if (!type.startsWith('text/html')) continue
    const title = /<h1[^>]*>([^<]*)<\/h1>/.exec(await response.text())?.[1]
    if (title) rows.push(`<li><a href="${request.url.replaceAll('"', '%22')}"><span>${title}</span></a></li>`)
  }
  return new Response(
    '<!doctype html><html lang="en"><meta charset="utf-8">'
      + '<meta name="viewport" content="width=device-width, initial-scale=1"><title>No signal · Iron</title>'
      + `<link rel="stylesheet" href="${style}"><main><h1>No signal</h1>`
      + (await inApp(url))
      + '<p>This page was not opened on this device before. These were, and can be read:</p>'
      + `<ul class="rows">${rows.join('')}</ul></main></html>`,
    { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  )
}
