import { beforeEach, expect, test, vi } from 'vitest'

const stored = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
  removeItem: (key: string) => stored.delete(key),
})
const { keptJournals, noteKept } = await import('./who')

const ANNA = { id: '1', name: 'anna', owner: true, account: 'a' }
const BERT = { id: '2', name: 'bert', owner: false, account: 'b' }

beforeEach(() => { stored.clear() })

test('a journal that stayed is offered until its account has signed in again', () => {
  noteKept(ANNA, 3)
  noteKept(BERT, 1)
  noteKept({ ...ANNA, name: 'Anna' }, 5)
  expect(keptJournals().map(({ user, waiting }) => [user.name, waiting])).toEqual([['bert', 1], ['Anna', 5]])
  noteKept(BERT, 0)
  noteKept(ANNA, 0)
  expect(keptJournals()).toEqual([])
  expect(stored.size).toBe(0)
})

test('an account of the same name on another server is another one', () => {
  noteKept(ANNA, 3)
  noteKept({ ...ANNA, account: 'c' }, 0)
  expect(keptJournals()).toHaveLength(1)
})

test('what is no list of journals offers nothing', () => {
  stored.set('iron-kept', '{')
  expect(keptJournals()).toEqual([])
})
