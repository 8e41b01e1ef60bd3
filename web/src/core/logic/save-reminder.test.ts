import { expect, test } from 'vitest'
import { reminderDue, type Safety } from './save-reminder'

const NOW = Date.UTC(2026, 10, 28, 12)
const DAY = 86_400_000
const guest: Safety = {
  isGuest: true, finishedWorkouts: 3, persistence: 'granted', copied: undefined, asked: undefined,
}

test('a guest with a finished workout is asked to save a file, and again a week later', () => {
  expect(reminderDue(guest, NOW)).toBe('save')
  expect(reminderDue({ ...guest, asked: NOW - 6 * DAY }, NOW)).toBeNull()
  expect(reminderDue({ ...guest, asked: NOW - 7 * DAY }, NOW)).toBe('save')
})

test('who saved a copy this week is not asked', () => {
  expect(reminderDue({ ...guest, copied: NOW - 2 * DAY, asked: NOW - 30 * DAY }, NOW)).toBeNull()
})

test('an account is on the server: it is not asked', () => {
  expect(reminderDue({ ...guest, isGuest: false }, NOW)).toBeNull()
})

test('a refusal of the browser is said once, to guests and accounts', () => {
  expect(reminderDue({ ...guest, persistence: 'refused', asked: NOW }, NOW)).toBe('refused')
  expect(reminderDue({ ...guest, isGuest: false, persistence: 'refused' }, NOW)).toBe('refused')
  expect(reminderDue({ ...guest, isGuest: false, persistence: 'told' }, NOW)).toBeNull()
})

test('before the first finished workout nothing is said', () => {
  expect(reminderDue({ ...guest, finishedWorkouts: 0, persistence: 'refused' }, NOW)).toBeNull()
})
