import { describe, expect, test } from 'vitest'
import { putSet } from '../../../core/logic/workout'
import { inOrder } from '../../../core/values/documents'
import { entry, kg, lifted, Phone, press, REST } from './phone.fixture'

describe('undo', () => {
  test('takes back the set, the numbers on the card, the rest and the kept advice', () => {
    const phone = press()
    phone.advised = {}
    phone.tap(0)
    phone.send({ type: 'touch', change: { load: kg(200), reps: 5, rir: 1 } })
    const [rest, touched] = [phone.rest, phone.touched]
    phone.tap(1000)
    phone.undo()
    expect(phone.sets('press')).toEqual(['180 × 12'])
    expect(phone.rest).toEqual(rest)
    expect(phone.touched).toEqual(touched)
    expect(phone.remembered).toEqual({
      entry: 'press', choices: { press: { touched, detour: null } },
    })
    expect([...phone.advice]).toEqual(['s1'])
  })

  test('works once: a second tap on it takes back nothing more', () => {
    const phone = press()
    phone.tap(0)
    phone.tap(1000)
    phone.undo()
    phone.undo()
    expect(phone.sets('press')).toEqual(['180 × 12'])
  })

  test('of an older message does nothing', () => {
    const phone = press()
    phone.tap(0)
    const first = phone.messages[0]?.undo ?? -1
    phone.tap(1000)
    phone.send({ type: 'undo', id: first })
    expect(phone.sets('press')).toHaveLength(2)
  })

  test('takes back all sets of the quick line and nothing else', () => {
    const phone = press()
    phone.tap(0)
    phone.send({
      type: 'log-many', at: 1000, ids: ['q1', 'q2'], time: '2026-11-22T18:05:00',
      wishes: [{ reps: 10 }, { reps: 9 }],
    })
    phone.undo()
    expect(phone.sets('press')).toEqual(['180 × 12'])
  })

  test('brings back the exercise that a superset had left', () => {
    const phone = Phone.at(entry('a', { group: 'A' }), entry('b', { group: 'A' }))
    phone.send({ type: 'select', entry: 'a' })
    phone.send({ type: 'touch', change: { reps: 10 } })
    phone.tap(0)
    expect(phone.state.entryId).toBe('b')
    // The row with its own Undo is out of sight now.
    expect(phone.messages.at(-1)?.isBrief).toBe(false)
    phone.undo()
    expect(phone.state.entryId).toBe('a')
    expect(phone.touched).toEqual({ reps: 10 })
  })

  test('of a changed set restores what the change touched and keeps what came since', () => {
    const phone = Phone.at(entry('press', { sets: [lifted('s1', 180, 12)] }))
    const [old] = phone.workout.entries[0]?.sets ?? []
    if (!old) throw new Error('no set')
    phone.send({ type: 'change', entry: entry('press'), before: old, after: { ...old, reps: 11, rir: 2 } })
    expect(phone.messages.at(-1)?.text).toBe('Set changed.')
    phone.workout = putSet(phone.workout, 'press', { ...old, reps: 11, rir: 2, note: 'from the other phone' })
    phone.undo()
    expect(phone.workout.entries[0]?.sets).toEqual([{ ...old, note: 'from the other phone' }])
  })

  test('of a removed set puts exactly that set back', () => {
    const set = lifted('s1', 180, 12, { note: 'slow', faults: ['cut_range'] })
    const phone = Phone.at(entry('press', { sets: [set, lifted('s2', 180, 10)] }))
    phone.send({ type: 'remove', entry: entry('press'), set })
    expect(phone.sets('press')).toEqual(['180 × 10'])
    phone.undo()
    expect(phone.workout.entries[0]?.sets).toContainEqual(set)
  })

  test('of a swap brings the old exercise back with its group and its plan', () => {
    const old = entry('a', { group: 'A', plan: { sets: 4 }, sets: [lifted('s1', 100, 10)] })
    const phone = Phone.at(old, entry('b', { group: 'A' }))
    phone.send({ type: 'select', entry: 'a' })
    phone.send({ type: 'swap', exercise: 'other', name: 'Other' })
    expect(phone.state.entryId).toBe('made')
    expect(phone.messages.at(-1)?.text).toBe('Other instead.')
    phone.undo()
    expect(inOrder(phone.workout.entries)).toEqual([old, entry('b', { group: 'A' })])
    expect(phone.state.entryId).toBe('a')
  })

  test('of a swap keeps sets that arrived in the new exercise meanwhile', () => {
    const phone = Phone.at(entry('a'))
    phone.send({ type: 'swap', exercise: 'other', name: 'Other' })
    phone.workout = putSet(phone.workout, 'made', lifted('s9', 50, 5))
    phone.undo()
    expect(phone.workout.entries.map(({ id }) => id).sort()).toEqual(['a', 'made'])
  })

  test('may be tried again when the disk refused it', () => {
    const phone = press()
    phone.tap(0)
    phone.full = true
    phone.undo()
    expect(phone.sets('press')).toHaveLength(1)
    phone.full = false
    phone.undo()
    expect(phone.sets('press')).toEqual([])
  })
})

describe('removing a set', () => {
  test('that was logged by the last tap takes the rest and the numbers back with it', () => {
    const phone = press()
    const { touched } = phone
    phone.tap(0)
    const [set] = phone.workout.entries[0]?.sets ?? []
    if (set) phone.send({ type: 'remove', entry: entry('press'), set })
    expect(phone.sets('press')).toEqual([])
    expect(phone.rest).toBeNull()
    expect(phone.touched).toEqual(touched)
    phone.undo()
    expect(phone.sets('press')).toEqual(['180 × 12'])
    expect(phone.rest?.total_s).toBe(REST)
  })

  test('of before leaves the running rest and the numbers alone', () => {
    const phone = press()
    phone.tap(0)
    phone.tap(1000)
    phone.send({ type: 'touch', change: { reps: 6 } })
    const [first] = inOrder(phone.workout.entries[0]?.sets ?? [])
    if (first) phone.send({ type: 'remove', entry: entry('press'), set: first })
    expect(phone.rest?.total_s).toBe(REST)
    expect(phone.touched).toEqual({ reps: 6 })
  })
})
