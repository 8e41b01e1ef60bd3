import { expect, test } from 'vitest'
import { find } from './find'

const THINGS = [
  { name: '45° leg press', aliases: ['Leg Press (Machine)', 'Beinpresse'] },
  { name: 'Leg extension', aliases: ['Beinstrecker'] },
  { name: 'Bench press', aliases: ['Bankdrücken'] },
  { name: 'Calf press', aliases: ['Calf Press on Leg Press'] },
]
const names = (typed: string) => find(typed, THINGS).map((thing) => thing.name)

test('words may come in any order and be only begun', () =>
  expect(names('press le')[0]).toBe('45° leg press'))
test('two letters may change places', () => expect(names('bnech')).toEqual(['Bench press']))
test('a letter may be missing', () => expect(names('extesion')).toEqual(['Leg extension']))
test('accents do not matter, and aliases count', () => expect(names('bankdrucken')).toEqual(['Bench press']))
test('the name itself comes before an alias', () =>
  expect(names('leg press')).toEqual(['45° leg press', 'Calf press']))
test('nonsense finds nothing', () => expect(names('zzqqx')).toEqual([]))
test('nothing typed is everything', () => expect(names(' ')).toHaveLength(4))
