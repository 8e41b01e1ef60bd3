// Part of the service worker: a tap on the rest's notification goes back to the log.
self.addEventListener('notificationclick', (event) => {
  const url = event.notification.data && event.notification.data.url
  if (!url) return
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((open) => {
      const tab = open.find((client) => 'focus' in client)
      return tab ? tab.focus() : self.clients.openWindow(url)
    }),
  )
})
