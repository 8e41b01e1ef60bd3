import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { activeAppRegistration, appRegistration } from './app-worker'

// Below vitest the app would be at `/`, where the site is.
vi.hoisted(() => vi.stubEnv('BASE_URL', '/app/'))

const ORIGIN = 'https://iron.example.org'
const BASE = '/app/'
const registered = (path: string, isActive: boolean) =>
  ({ scope: ORIGIN + path, active: isActive ? {} : null }) as ServiceWorkerRegistration

/** As the browser: the registration of an address, and an event when a worker takes a page over. */
class Container extends EventTarget {
  here: ServiceWorkerRegistration | undefined
  async getRegistration(): Promise<ServiceWorkerRegistration | undefined> { return this.here }
  becomes(registration: ServiceWorkerRegistration): void {
    this.here = registration
    this.dispatchEvent(new Event('controllerchange'))
  }
}

describe('the registration of the app', () => {
  let serviceWorker: Container

  beforeEach(() => {
    serviceWorker = new Container()
    vi.stubGlobal('navigator', { serviceWorker })
  })
  afterEach(() => { vi.unstubAllGlobals() })

  it('is not that of the site around it', async () => {
    expect(await appRegistration()).toBeUndefined()
    serviceWorker.here = registered('/', true)
    expect(await appRegistration()).toBeUndefined()
    serviceWorker.here = registered(BASE, false)
    expect(await appRegistration()).toBe(serviceWorker.here)
  })

  it('is there at once where its worker is active', async () => {
    serviceWorker.here = registered(BASE, true)
    expect(await activeAppRegistration()).toBe(serviceWorker.here)
  })

  it('is waited for where the site’s worker has the page, until its own worker is active', async () => {
    serviceWorker.here = registered('/', true)
    const asked = activeAppRegistration()
    const mine = registered(BASE, true)
    serviceWorker.becomes(registered(BASE, false))
    serviceWorker.becomes(mine)
    expect(await asked).toBe(mine)
  })
})
