/**
 * “Keep all offline”: every guide into the cache that the service worker reads, once, and again when the
 * library changed.
 */

import { contentIndex } from '../reading/content'

const CACHE = 'iron-content'
const AT_ONCE = 6
const MARK = `${import.meta.env.BASE_URL}content/kept`

/**
 * What is on the phone: `kept` everything of this library, `old` everything of an older one, `some` what was
 * opened, `never` no cache here.
 */
export type Kept = 'kept' | 'old' | 'some' | 'never'

export async function keptState(): Promise<Kept> {
  if (!('caches' in globalThis)) return 'never'
  const mark = await (await (await caches.open(CACHE)).match(MARK))?.text()
  if (mark === undefined) return 'some'
  return mark === (await contentIndex()).built ? 'kept' : 'old'
}

/**
 * Fetch every guide and keep it. `step` hears how many are done; the answer is how many could not be fetched.
 */
export async function keepAll(step: (count: number, total: number) => void): Promise<number> {
  const index = await contentIndex()
  const cache = await caches.open(CACHE)
  const left = index.exercises.map((row) => `${import.meta.env.BASE_URL}content/${row.id}.json`)
  const total = left.length
  let failed = 0
  let count = 0
  const work = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) {
      if (!(await keptOne(cache, url))) failed++
      step(++count, total)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (failed === 0 && total > 0) await cache.put(MARK, new Response(index.built))
  return total === 0 ? 1 : failed
}

async function keptOne(cache: Cache, url: string): Promise<boolean> {
  try {
    await cache.add(url)
    return true
  } catch {
    return false // No signal, or no room: counted and said.
  }
}
