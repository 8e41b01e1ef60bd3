import { expect, test } from 'vitest'
import { noFacts, type Facts } from '../../rules/history/performed'
import { wholeMuscles } from './whole-muscles'

const credit = (id: string, value: number) => ({ id, credit: value, low: value / 2, high: value })
const MUSCLES = {
  quads: { name: 'Quads' }, rectus_femoris: { name: 'Quads (rectus femoris)' },
  gastrocnemius: { name: 'Calves (gastrocnemius)' }, soleus: { name: 'Calves (soleus)' },
  upper_chest: { name: 'Upper chest' },
}
const whole = wholeMuscles(MUSCLES)
const extension: Facts = {
  ...noFacts('extension'),
  muscles: [credit('quads', 0.5), credit('rectus_femoris', 1), credit('soleus', 0.5), credit('other', 0.2)],
}

test('parts that lifters call by one word are one muscle, named by its first part', () => {
  expect(whole.of('rectus_femoris')).toEqual(
    { id: 'quads', name: 'Quads', parts: ['quads', 'rectus_femoris'] })
  expect(whole.of('soleus')).toEqual(
    { id: 'gastrocnemius', name: 'Calves', parts: ['gastrocnemius', 'soleus'] })
  expect(whole.of('upper_chest').parts).toEqual(['upper_chest'])
  expect(whole.of('other')).toEqual({ id: 'other', name: 'other', parts: ['other'] })
})

test('a set counts once for a muscle, with the band of the part that it trains most', () => {
  expect(whole.merge(() => extension)('extension').muscles).toEqual(
    [credit('quads', 1), credit('gastrocnemius', 0.5), credit('other', 0.2)])
})
