import { expect, test } from 'vitest'
import { search } from './search'

const rows = [
  { name: 'Hack squat', aliases: [] },
  { name: '45° leg press', aliases: ['Leg Press (Machine)', 'Beinpresse'] },
  { name: 'Leg curl', aliases: ['Beinbeuger'] },
  { name: 'Calf press on the leg press', aliases: [] },
]
const found = (query: string) => search(rows, query).map((row) => row.name)

test('no query shows everything in its order', () => expect(found(' ')).toEqual(rows.map((row) => row.name)))
test('words may come in any order and begin in the middle of a name', () => expect(found('press leg')[0]).toBe('45° leg press'))
test('aliases of other languages find the exercise', () => expect(found('beinpr')).toEqual(['45° leg press']))
test('the degree sign may be left out', () => expect(found('45 leg')).toEqual(['45° leg press']))
test('what is nowhere is not found', () => expect(found('yoga')).toEqual([]))
