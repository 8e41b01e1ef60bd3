// Serves the server's own pages without a connection: those that were opened, and for all others one page that says
// so. The network comes first: a guide may have been corrected. The app has a worker of its own, which its pages prefer.
const CACHE = 'iron-guides-1'
// Guides are about 20 kB each; the oldest go first.
const MOST = 300
// A line that answers nothing for this long counts as no signal, where there is a copy.
const PATIENCE_MS = 4000

const HOME = new URL('./', location.href)
// What may be kept: pages that are the same for everybody, with their parts (`iron site` writes those without app/).
const PUBLIC = new RegExp(
  '^(|index\\.html|api/docs|(exercises|choose|static|islands|pictures)/.*|assets/island-.*'
    + '|app/(islands/|assets/island-|content/pictures/).*)$',
)
// Where programs, downloads and sign-ins lead: requests that must reach the server once, as the browser sends them. So
// there is no navigation preload either, which asks for every address before this worker is asked.
const LEFT_ALONE = /^(_allauth\/|api\/(?!docs$)|calendar\/|\.well-known\/|(authorize|token|register|revoke|mcp)$)/

self.addEventListener('install', (event) => event.waitUntil(keepHome().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode !== 'navigate') {
    if (PUBLIC.test(pathOf(url))) event.respondWith(part(request, url))
  } else if (!LEFT_ALONE.test(pathOf(url))) event.respondWith(page(request))
})

function pathOf({ pathname }) {
  return pathname.slice(HOME.pathname.length)
}

async function activate() {
  for (const name of await caches.keys())
    if (name.startsWith('iron-guides-') && name !== CACHE) await caches.delete(name)
  await self.clients.claim()
}

// The first page is what people type; the page of a lost connection has its style.
async function keepHome() {
  try {
    const response = await fetch(HOME)
    const html = await response.clone().text()
    await keep(HOME.href, response)
    const parts = html.matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)
    await keepAll([...parts].map(([, address]) => new URL(address, HOME).href))
  } catch {
    // No signal in this moment: it is kept when it is opened.
  }
}

async function keepAll(addresses) {
  if (!Array.isArray(addresses)) return
  for (const address of addresses) {
    const url = new URL(String(address).split('#')[0], location.href)
    if (url.origin !== location.origin || !PUBLIC.test(pathOf(url))) continue
    try {
      await keep(url.href, await fetch(url.href))
    } catch {
      // No signal: what is there stays.
    }
  }
}

async function keep(address, response) {
  if (!response.ok || response.type !== 'basic' || !PUBLIC.test(pathOf(new URL(address)))) return
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
    return copy ?? nothing(pathOf(new URL(address)))
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

// Where the app is on this device, the way to its copy of the guide, to its library, or to Today.
async function inApp(path) {
  const cached = (file) => caches.match(new URL(`app/${file}`, HOME), { ignoreSearch: true })
  if (!(await cached('index.html'))) return ''
  const id = /^exercises\/(?!compare\/)([a-z0-9-]+)\//.exec(path)?.[1]
  let [place, text] = ['', 'Open the app']
  if (path.startsWith('exercises/')) [place, text] = ['library', 'Open the library in the app']
  if (id && (await cached(`content/${id}.json`))) [place, text] = [`library/${id}`, 'Open this guide in the app']
  return `<p><a class="button hot" href="${new URL(`app/${place}`, HOME).pathname}">${text}</a></p>`
}

// A page that was never opened: say so, lead on, and list those that were.
async function nothing(path) {
  const cache = await caches.open(CACHE)
  const rows = []
  let style = ''
  for (const request of await cache.keys()) {
    const response = await cache.match(request)
    if (!response) continue // it is being replaced
    const type = response.headers.get('Content-Type') ?? ''
    if (type.startsWith('text/css')) style = request.url
    if (!type.startsWith('text/html')) continue
    const heading = /<h1[^>]*>([^<]*)<\/h1>/.exec(await response.text())?.[1]
    const title = request.url === HOME.href ? 'Home page' : heading
    if (title) rows.push(`<li><a href="${request.url.replaceAll('"', '%22')}"><span>${title}</span></a></li>`)
  }
  const why = /^app(\/|$)/.test(path)
    ? 'Iron cannot be reached, and the app is not on this device yet. Open it once with a connection: then it works '
      + 'without one.'
    : 'Iron cannot be reached, and this page was not opened on this device before.'
  const list = rows.length ? `<p>These pages can be read:</p><ul class="rows">${rows.join('')}</ul>` : ''
  return new Response(
    '<!doctype html><html lang="en"><meta charset="utf-8">'
      + '<meta name="viewport" content="width=device-width, initial-scale=1"><title>No connection · Iron</title>'
      + `<link rel="stylesheet" href="${style}"><main><h1>No connection</h1><p>${why}</p>`
      + `${await inApp(path)}${list}</main></html>`,
    { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  )
}
