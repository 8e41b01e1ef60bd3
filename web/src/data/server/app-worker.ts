/**
 * The registration of the app's own service worker. The site around it has another one (`/site-worker.js`),
 * which controls a page of the app until this one is there: `navigator.serviceWorker.ready` may be either.
 */

const BASE = import.meta.env.BASE_URL

/** The app's registration; undefined before the app's first visit has begun it. */
export async function appRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(BASE)
  return registration && new URL(registration.scope).pathname === BASE ? registration : undefined
}

/** The app's registration, once its worker is active. */
export function activeAppRegistration(): Promise<ServiceWorkerRegistration> {
  return new Promise((resolve) => {
    const look = async () => {
      const registration = await appRegistration()
      if (!registration?.active) return
      navigator.serviceWorker.removeEventListener('controllerchange', look)
      resolve(registration)
    }
    // A new worker takes its pages over as soon as it is active (`clientsClaim`).
    navigator.serviceWorker.addEventListener('controllerchange', look)
    void look()
  })
}
