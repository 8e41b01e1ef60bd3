/** New ids and local times: the only place of the app that reads the clock for documents. */

import { uuid7 } from '../../core/rules/records/uuid'

/** A new UUIDv7. getRandomValues works without HTTPS, randomUUID does not. */
export function newId(): string {
  return uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

/** Local wall time `YYYY-MM-DDTHH:MM:SS`. */
export function wallTime(at: Date = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

/** Minutes east of UTC. */
export function zoneOffset(at: Date = new Date()): number {
  return -at.getTimezoneOffset() + 0
}
