import { expect, test } from 'vitest'
import { commonFirst, nearestFirst, NO_FILTER, passes, type Pickable } from './picking'

const PRESS: Pickable = { id: 'leg-press-45', primary: ['quads', 'glutes'], place: 'machine', rank: 3 }
const SQUAT: Pickable = { id: 'back-squat', primary: ['quads'], place: 'free', rank: 1 }
const CURL: Pickable = { id: 'lying-leg-curl', primary: ['hamstrings'], place: 'machine' }
const ids = (filter: Partial<typeof NO_FILTER>, inGym: ReadonlySet<string> | null = null) =>
  [PRESS, SQUAT, CURL].filter((row) => passes(row, { ...NO_FILTER, ...filter }, inGym)).map(({ id }) => id)

test('a muscle shows what is for it first of all', () => {
  expect(ids({ muscle: 'quads' })).toEqual(['leg-press-45', 'back-squat'])
  expect(ids({ muscle: 'hamstrings' })).toEqual(['lying-leg-curl'])
})

test('filters add up', () => expect(ids({ muscle: 'quads', place: 'machine' })).toEqual(['leg-press-45']))

test('a gym keeps free weights, and the machines that stand in it', () => {
  expect(ids({ here: true }, new Set(['lying-leg-curl']))).toEqual(['back-squat', 'lying-leg-curl'])
})

test('a gym nobody described hides nothing', () => expect(ids({ here: true })).toHaveLength(3))

test('the common ones come in their order', () =>
  expect(commonFirst([PRESS, SQUAT, CURL], 5).map(({ id }) => id)).toEqual(['back-squat', 'leg-press-45']))

const FRONT: Pickable = { id: 'front-squat', primary: ['quads'], place: 'free', movement: 'squat', rank: 40 }
const BOX: Pickable = { id: 'box-squat', primary: ['quads'], place: 'free', movement: 'squat' }
const HACK: Pickable = { id: 'hack-squat', primary: ['quads'], place: 'machine', movement: 'squat', rank: 29 }
const BAND: Pickable = {
  id: 'band-leg-extension', primary: ['quads'], place: 'other', movement: 'knee_extension',
}
const stand = (trained: string[]) =>
  nearestFirst({ ...SQUAT, movement: 'squat' }, [BAND, BOX, CURL, FRONT, HACK, PRESS], trained)
    .map(({ id }) => id)

test('for a new lifter the same movement and equipment stand in first, the common ones before others', () =>
  expect(stand([]))
    .toEqual(['front-squat', 'box-squat', 'hack-squat', 'leg-press-45', 'band-leg-extension']))

test('of one movement the exercise trained last stands in first', () =>
  expect(stand(['leg-press-45', 'hack-squat', 'box-squat']))
    .toEqual(['hack-squat', 'box-squat', 'front-squat', 'leg-press-45', 'band-leg-extension']))
