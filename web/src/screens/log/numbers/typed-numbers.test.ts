import { expect, test, vi } from 'vitest'
import { stepKey, TypedNumbers, type TypedField } from './typed-numbers'

const press = (key: string, held = {}) =>
  ({
    key, ctrlKey: false, metaKey: false, altKey: false, preventDefault: () => undefined, ...held,
  }) as KeyboardEvent

test('digits make a number, another field begins anew', () => {
  const typed = new TypedNumbers()
  const values: [TypedField, number][] = []
  for (const [field, keys] of [['load', '82.5'], ['reps', '10'], ['rir', '2']] as const)
    for (const key of keys) typed.key(press(key), field, (value) => values.push([field, value]), vi.fn())
  expect(values).toEqual(
    [['load', 8], ['load', 82], ['load', 82], ['load', 82.5], ['reps', 1], ['reps', 10], ['rir', 2]],
  )
})

test('Enter logs once after a number was typed there, else it is left to the button', () => {
  const [typed, log] = [new TypedNumbers(), vi.fn()]
  expect(typed.key(press('Enter'), 'reps', vi.fn(), log)).toBe(false)
  typed.key(press('8'), 'reps', vi.fn(), log)
  expect(typed.key(press('Enter'), 'load', vi.fn(), log)).toBe(false)
  expect(typed.key(press('Enter'), 'reps', vi.fn(), log)).toBe(true)
  expect(typed.key(press('Enter'), 'reps', vi.fn(), log)).toBe(false)
  expect(log).toHaveBeenCalledOnce()
})

test('keys that are held with others, and letters, are no numbers', () => {
  const [typed, set] = [new TypedNumbers(), vi.fn()]
  expect(typed.key(press('1', { ctrlKey: true }), 'load', set, vi.fn())).toBe(false)
  expect(typed.key(press('q'), 'load', set, vi.fn())).toBe(false)
  expect(set).not.toHaveBeenCalled()
})

test('arrows go to the next value of the strip', () => {
  const set = vi.fn()
  stepKey(press('ArrowUp'), [100, 105, 110], 105, set)
  stepKey(press('ArrowDown'), [100, 105, 110], 100, set)
  stepKey(press('x'), [100, 105, 110], 100, set)
  expect(set.mock.calls).toEqual([[110], [100]])
})
