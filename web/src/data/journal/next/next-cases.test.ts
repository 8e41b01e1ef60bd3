/** The phone's next load is that of every other face (`spec/next.json`), from the same documents. */
import 'fake-indexeddb/auto'
import { beforeAll, expect, test, vi } from 'vitest'
import spec from '../../../../../spec/next.json'
import type { Kind, Workout } from '../../../core/values/documents'
import { useDb } from '../../store/db'
import { writeAll } from '../../store/store'
import { nextAfter } from './next-loads'

type Row = [kind: Kind, id: string, body: Workout]

/** The files of the library as the server sends them. */
const CONTENT = import.meta.glob<string>('../../../../public/content/*.json', {
  query: '?raw', import: 'default',
})

beforeAll(() => {
  vi.stubGlobal('fetch', async (path: string) => {
    const name = decodeURIComponent(path.split('/content/')[1] ?? '')
    const text = await CONTENT[`../../../../public/content/${name}`]?.()
    const headers = { 'content-type': 'application/json' }
    return new Response(text ?? null, { status: text ? 200 : 404, headers })
  })
})

test.each(spec.rules.next.map((example, at) => [example.in[0] as string, at, example] as const))(
  '%s, case %i', async (exercise, at, example) => {
    useDb(`iron-test-next-cases-${at}`)
    const rows = example.in[1] as Row[]
    await writeAll(rows.map(([kind, id, body]) => ({ kind, id, body })))
    const newest = rows.filter(([kind]) => kind === 'workout').at(-1)
    if (!newest) throw new Error('A case has workouts.')
    const coming = (await nextAfter(newest[1], newest[2], '2026-03-20')).get(exercise)
    const { out } = example
    if (out.load === null) {
      expect(coming).toBeUndefined()
      return
    }
    const { answer, line, load, sentence } = coming ?? {}
    expect({
      line, load, sentence, sets: answer?.sets, rule: answer?.rule,
      reps: [answer?.reps_low ?? null, answer?.reps_high ?? null], rir: answer?.rir ?? null,
    }).toEqual({
      line: out.line, load: out.load, sentence: out.sentence, sets: out.sets, reps: out.reps, rir: out.rir,
      rule: out.rule,
    })
    if (out.chance === null) expect(answer?.chance ?? null).toBeNull()
    else expect(answer?.chance).toBeCloseTo(out.chance, 6)
  },
)
