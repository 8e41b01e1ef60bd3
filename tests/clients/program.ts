/** What a program in TypeScript does with the generated types: it logs a set twice under one key and reads it back. */
import createClient from 'openapi-fetch'
import type { paths } from './api.js'

// All that this needs of Node's declarations.
declare const process: { argv: string[] }
const [address = '', key = ''] = process.argv.slice(2)
const iron = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${key}` } })

const me = await iron.GET('/api/v1/me')
if (me.data?.user?.name !== 'ada') throw new Error(JSON.stringify(me.error ?? me.data))
for (let time = 0; time < 2; time += 1) {
  const logged = await iron.POST('/api/v1/sets', {
    params: { header: { 'Idempotency-Key': '"from-typescript"' } },
    body: { exercise: 'leg press', sets: [{ load: 180, unit: 'kg', reps: 12, rir: 2 }], new_machine: false },
  })
  if (!logged.data) throw new Error(logged.error.detail)
}
const page = await iron.GET('/api/v1/sets', { params: { query: { exercise: 'leg-press-45', limit: 10 } } })
if (!page.data) throw new Error(page.error.detail)
const pulled = await iron.GET('/api/v1/sync/pull', { params: { query: { since: 0 } } })
const refused = await iron.GET('/api/v1/sets', { params: { query: { since: 'yesterday' } } })
console.log(
  JSON.stringify({
    sets: page.data.rows.map((row) => [row.exercise, row.load?.value ?? null, row.reps ?? null]),
    kinds: pulled.data?.docs.map((document) => document.kind),
    refused: refused.error?.where,
  }),
)
