import { expect, test } from 'vitest'
import { syncWords } from './sync-words'

const AT = 'today at 12:49'

test('right after sign-up, while everything is sent, nothing claims to be on the server', () => {
  expect(syncWords({ waiting: 535, state: 'busy', problem: '', last: '' })).toEqual({
    text: 'Syncing 535 changes…', isBusy: true, more: '',
  })
})

test('what was synced before new changes is told with its time', () => {
  expect(syncWords({ waiting: 1, state: 'idle', problem: '', last: AT })).toEqual({
    text: '1 change is on this device only.', isBusy: false, more: 'Last synced today at 12:49.',
  })
})

test('a look for news of other devices does not turn the statement around', () => {
  const idle = syncWords({ waiting: 0, state: 'idle', problem: '', last: AT })
  expect(idle).toEqual({
    text: 'Everything is synced.', isBusy: false, more: 'Last synced today at 12:49.',
  })
  expect(syncWords({ waiting: 0, state: 'busy', problem: '', last: AT })).toEqual(idle)
})

test('without signal only what waits is promised for later', () => {
  const words = (waiting: number) => syncWords({ waiting, state: 'offline', problem: '', last: AT }).more
  expect(words(2)).toBe('You are offline. Your log is saved here and syncs later.')
  expect(words(0)).toBe('You are offline.')
})

test('what the server refused, and an ended session, are said beside the count', () => {
  expect(syncWords({ waiting: 3, state: 'failed', problem: 'The server is full.', last: AT })).toEqual({
    text: '3 changes are on this device only.', isBusy: false, more: 'The server is full.',
  })
  const signedOut = syncWords({ waiting: 3, state: 'signed-out', problem: '', last: AT })
  expect(signedOut.more).toMatch(/^You were signed out/)
})

test('an account whose first exchange has not happened says nothing of the server', () => {
  expect(syncWords({ waiting: 0, state: 'offline', problem: '', last: '' }).text).toBe('')
})
