import { describe, expect, test } from 'vitest'
import SPEC from '../../../../../../spec/program-imports/liftosaur.json'
import { fromLiftosaur, isLiftosaur, namesOf } from './liftosaur'

const names = new Map(Object.entries(SPEC.names))

describe('a Liftosaur program', () => {
  test.each(SPEC.cases)('$case', ({ text, body, left }) => {
    const taken = fromLiftosaur(text, (name) => names.get(name) ?? null)
    expect(taken?.body).toEqual(body)
    expect(taken?.left).toEqual(left)
    expect(isLiftosaur(text)).toBe(true)
  })

  test('a circle of reused lines ends', () => {
    expect(fromLiftosaur('A / ...B\nB / ...A\n', () => 'x')).toBeNull()
  })

  test('names are looked up with their equipment', () => {
    expect(namesOf('Bench Press, Dumbbell')[0]).toBe('Dumbbell Bench Press')
  })
})
