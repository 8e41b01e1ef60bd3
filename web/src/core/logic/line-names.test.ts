import { expect, test } from 'vitest'
import english from '../../../../content/messages/en.ftl?raw'
import { sentencesOf } from '../rules/prescription/messages'
import { changes, lineChangeMessage, lineNames, type LineChange } from './line-names'

const VARIABLES = [
  {
    id: 'foot_height', name: 'Foot height', short: 'Feet',
    values: [
      { id: 'low', name: 'Low' }, { id: 'high', name: 'High' },
    ],
  },
  { id: 'stance', name: 'Stance', short: 'Stance', values: [{ id: 'shoulder', name: 'Shoulder width' }] },
]
const MACHINES = new Map([['m1', 'Panatta, Keller'], ['m2', 'Blue sled']])
const LOW = 'leg-press-45|m1|both|foot_height=low|stance=shoulder'
const HIGH = 'leg-press-45|m1|both|foot_height=high|stance=shoulder'
const BARE = 'leg-press-45|-|left|foot_height=unknown|stance=unknown'

test('a short name holds only what tells lines apart', () => {
  const names = lineNames([LOW, HIGH], VARIABLES, MACHINES)
  expect(names.get(LOW)).toEqual({
    short: 'feet low', long: 'Panatta, Keller · feet low · stance shoulder width',
  })
  expect(names.get(HIGH)?.short).toBe('feet high')
})

test('parts that say the same twice are left out', () => {
  const wide = HIGH.replace('stance=shoulder', 'stance=wide')
  const names = lineNames([LOW, wide, LOW.replace('m1', 'm2')], VARIABLES, MACHINES)
  expect([...names.values()].map((name) => name.short)).toEqual([
    'feet low · Panatta, Keller', 'feet high · Panatta, Keller', 'feet low · Blue sled',
  ])
})

test('a line alone is named by its machine', () => {
  expect(lineNames([LOW], VARIABLES, MACHINES).get(LOW)?.short).toBe('Panatta, Keller')
})

test('what was recorded on another line only says so', () => {
  expect(lineNames([BARE, LOW], VARIABLES, MACHINES).get(BARE)?.long).toBe(
    'machine not recorded · feet not recorded · stance not recorded · left side',
  )
})

test('what no line ever recorded is left out', () => {
  expect(lineNames([BARE], VARIABLES, MACHINES).get(BARE)?.long).toBe('left side')
  const plain = BARE.replace('left', 'both')
  expect(lineNames([plain], VARIABLES, MACHINES).get(plain)?.long).toBe('')
})

test('changes are told with names', () => {
  const { phrase } = sentencesOf(english)
  const words = (change: LineChange) => phrase(lineChangeMessage(change, VARIABLES, MACHINES))
  expect(changes(LOW, HIGH).map(words)).toEqual([
    'feet from low to high',
  ])
  expect(
    changes(BARE, LOW.replace('m1', 'm2')).map(words)
  ).toEqual([
    'Blue sled, no machine recorded before', 'sides from the left to both', 'feet low, not recorded before',
    'stance shoulder width, not recorded before',
  ])
})
