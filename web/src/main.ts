import { mount } from 'svelte'
import App from './app/App.svelte'
import { startRouter } from './router.svelte'
import { startCopying } from './data/copies/copying'
import { showFailuresWith } from './data/phone/keep'
import { whenRestEnds } from './data/phone/rest.svelte'
import { startSession } from './data/server/session.svelte'
import { startSync } from './data/server/sync.svelte'
import { followNotifications } from './app/notifications'
import { registerWorker } from './app/update.svelte'
import { buzz } from './ui/device/buzz'
import { ring } from './ui/device/sound'
import { applyRememberedLook } from './ui/device/look'
import { watchInstall } from './ui/device/install.svelte'
import { toast } from './ui/toast.svelte'
import './ui/theme.css'

applyRememberedLook()
showFailuresWith(toast.show)
whenRestEnds(() => {
  buzz('rest')
  ring('rest')
})
watchInstall()
startSession()
startRouter()
startSync()
startCopying()
followNotifications()
const target = document.getElementById('app')
// The sign that stands there while the app loads gives way to it.
target?.replaceChildren()
if (target) mount(App, { target })
registerWorker()
