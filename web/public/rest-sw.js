// Part of the service worker: the alarm at the end of a rest, and what a tap on its notification does.
const TAG = 'iron-rest'
const LATER_S = 30

// Those of the app: a guide in another tab rings for nobody and logs nothing.
async function windows() {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return all.filter(({ url }) => url.startsWith(self.registration.scope))
}

self.addEventListener('push', (event) => {
  if (!event.data) return
  const { title, text, token } = event.data.json()
  const base = self.registration.scope
  event.waitUntil(
    windows().then((open) => {
      // Who looks at Iron sees and hears the end there.
      if (open.some((client) => client.visibilityState === 'visible')) return undefined
      return self.registration.showNotification(title, {
        tag: TAG, body: text, renotify: true, icon: `${base}icon-192.png`,
        data: { url: `${base}log`, set: text, token },
        actions: [
          ...(text ? [{ action: 'log', title: 'Log' }] : []),
          { action: 'later', title: `+${LATER_S} s` },
        ],
      })
    }),
  )
})

async function later(token) {
  for (const client of await windows()) client.postMessage({ type: 'rest-later', seconds: LATER_S })
  await fetch('/api/v1/alarms/again', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, due_in_s: LATER_S }),
  })
}

async function show(url) {
  const tab = (await windows()).find((client) => 'focus' in client)
  if (!tab) return self.clients.openWindow(url)
  tab.postMessage({ type: 'show', url })
  return tab.focus()
}

self.addEventListener('notificationclick', (event) => {
  const { url, set, token } = event.notification.data || {}
  if (!url) return
  event.notification.close()
  if (event.action === 'later') event.waitUntil(later(token))
  else event.waitUntil(show(event.action === 'log' ? `${url}?log=${encodeURIComponent(set)}` : url))
})
