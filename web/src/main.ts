import { mount } from 'svelte'
import App from './App.svelte'
import { startRouter } from './router.svelte'
import { startCopying } from './data/copying'
import { startSession } from './data/session.svelte'
import { startSync } from './data/sync.svelte'
import { registerWorker } from './sw/update.svelte'
import { applyRememberedLook } from './ui/look'
import { watchInstall } from './ui/install.svelte'
import './ui/theme.css'

applyRememberedLook()
watchInstall()
startSession()
startRouter()
startSync()
startCopying()
const target = document.getElementById('app')
if (target) mount(App, { target })
registerWorker()
