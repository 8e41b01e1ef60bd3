import { expect, test } from 'vitest'
import { setupChanges } from './setup-changes'

const words = (id: string, value: unknown) => `${id} ${value ?? '?'}`
const changes = (...setups: (Record<string, string> | undefined)[]) =>
  [...setupChanges(setups.map((setup, at) => ({ key: `${at}`, setup })), ['feet', 'stance'], words)]

test('sets that are alike have nothing above them', () => {
  expect(changes({ feet: 'low' }, { feet: 'low', pad: '3' })).toEqual([])
  expect(changes(undefined, undefined)).toEqual([])
  expect(changes()).toEqual([])
})

test('what differs is named from the set on in which it changes', () => {
  expect(changes({ feet: 'low', stance: 'wide' }, { feet: 'low', stance: 'wide' },
    { feet: 'middle', stance: 'wide' })).toEqual([['0', 'feet low'], ['2', 'feet middle']])
})

test('a set whose setup is not recorded says so', () => {
  expect(changes(undefined, { feet: 'low' }, undefined))
    .toEqual([['0', 'feet ?'], ['1', 'feet low'], ['2', 'feet ?']])
})
