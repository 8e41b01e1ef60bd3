import { describe, expect, test } from 'vitest'
import type { WorkoutSet } from '../../../core/values/documents'
import type { LogEvent } from './events'
import { entry, kg, lifted, Phone, press, REST } from './phone.fixture'
import { START, TAP_MS } from './reducer'

describe('one tap', () => {
  test('writes the set first; rest, buzz and message come when it is on the disk', () => {
    const phone = press()
    phone.slow = true
    phone.tap(0)
    expect(phone.state.writing).toBe(true)
    expect([phone.rest, phone.buzzes, phone.messages]).toEqual([null, 0, []])
    phone.waiting.splice(0).forEach((event) => phone.send(event))
    expect(phone.sets('press')).toEqual(['180 × 12'])
    expect(phone.rest).toEqual({ end: REST, total_s: REST })
    expect(phone.buzzes).toBe(1)
    expect(phone.messages.map(({ text, isBrief }) => [text, isBrief])).toEqual([['Set logged.', true]])
    expect(phone.state).toMatchObject({ writing: false, choices: {}, entryId: 'press' })
    expect(phone.remembered).toEqual({ entry: 'press', choices: {} })
  })

  test('does nothing without an exercise, and nothing while a write is under way', () => {
    const empty = Phone.at()
    empty.tap(0)
    expect(empty.state).toEqual(START)
    const phone = press()
    phone.slow = true
    phone.tap(0)
    phone.tap(10 * TAP_MS)
    expect(phone.waiting).toHaveLength(1)
  })

  test('gives the set what it was meant to be, and keeps the advice it answered', () => {
    const phone = press()
    phone.target = { load: kg(182.5), reps_low: 8 }
    phone.advised = {}
    phone.tap(0)
    expect(phone.workout.entries[0]?.sets[0]).toMatchObject({
      target: { load: kg(182.5), reps_low: 8 }, done_at: '2026-11-22T18:01:00',
    })
    expect([...phone.advice]).toEqual(['s1'])
  })

  test('keeps no advice with a warm-up set', () => {
    const phone = press()
    phone.advised = {}
    phone.send({ type: 'touch', change: { kind: 'warm-up' } })
    phone.tap(0)
    expect(phone.advice.size).toBe(0)
  })

  test('in a workout of the past gives the set no time and starts no rest', () => {
    const phone = press()
    phone.workout = { ...phone.workout, end: '2026-11-22T19:00:00' }
    phone.tap(0)
    expect(phone.workout.entries[0]?.sets[0]).not.toHaveProperty('done_at')
    expect(phone.rest).toBeNull()
  })

  test('rests as long as the entry says', () => {
    const phone = Phone.at(entry('press', { rest_s: 240 }))
    phone.send({ type: 'touch', change: { reps: 5 } })
    phone.tap(0)
    expect(phone.rest?.total_s).toBe(240)
  })

  test('after a warm-up set offers the next step of the ramp', () => {
    const phone = press()
    phone.send({ type: 'touch', change: { kind: 'warm-up', load: kg(50), reps: 8 } })
    phone.tap(0)
    expect(phone.touched).toMatchObject({ kind: 'warm-up', load: kg(90), reps: 8, rir: null, failure: null })
  })
})

describe('a warm-up', () => {
  const warm = { kind: 'warm-up', load: kg(50), reps: 8 } as const

  test('does not take the load that was chosen for the working set', () => {
    const phone = Phone.at(entry('press'))
    phone.send({ type: 'touch', change: { load: kg(102.5), reps: 5 } })
    phone.send({ type: 'touch', change: warm })
    expect(phone.touched).toMatchObject(warm)
    phone.tap(0)
    phone.send({ type: 'untouch' })
    expect(phone.touched).toEqual({ load: kg(102.5), reps: 5 })
    phone.tap(1000)
    expect(phone.sets('press')).toEqual(['50 × 8', '102.5 × 5'])
    expect(phone.touched).toEqual({})
  })

  test('that is not done after all leaves the working numbers as they were', () => {
    const phone = press()
    phone.send({ type: 'touch', change: warm })
    phone.send({ type: 'touch', change: { kind: 'working' } })
    expect(phone.touched).toEqual({ load: kg(180), reps: 12 })
  })

  test('keeps a setup that was changed before it for the working set too', () => {
    const phone = press()
    phone.send({ type: 'touch', change: warm })
    phone.send({ type: 'touch', change: { setup: { feet: 'low' }, reps: 6 } })
    phone.send({ type: 'untouch' })
    expect(phone.touched).toEqual({ load: kg(180), reps: 12, setup: { feet: 'low' } })
  })
})

describe('another bar', () => {
  const bar = kg(15)

  test('is stored with the exercise in hand and changes no number of the next set', () => {
    const phone = press()
    const before = phone.view().draft
    phone.send({ type: 'bar', bar })
    expect(phone.workout.entries.map((stored) => stored.bar)).toEqual([bar])
    expect(phone.view().draft).toEqual(before)
  })

  test('is not taken where the disk refuses it, and without an exercise nothing is written', () => {
    const phone = press()
    phone.full = true
    phone.send({ type: 'bar', bar })
    expect(phone.workout.entries[0]?.bar).toBeUndefined()
    const empty = Phone.at()
    empty.send({ type: 'bar', bar })
    expect(empty.workout.entries).toEqual([])
  })
})

describe('two taps', () => {
  test.each([0, 1, 120, TAP_MS - 1])('%i ms apart log one set', (gap) => {
    const phone = press()
    phone.tap(1000)
    phone.tap(1000 + gap)
    expect(phone.sets('press')).toEqual(['180 × 12'])
    expect(phone.messages).toHaveLength(1)
  })

  test(`${TAP_MS} ms apart log two`, () => {
    const phone = press()
    phone.tap(1000)
    phone.tap(1000 + TAP_MS)
    expect(phone.sets('press')).toEqual(['180 × 12', '180 × 12'])
  })

  test('a third tap is counted from the first, so a steady finger is not locked out', () => {
    const phone = press()
    for (const at of [0, 300, 600, 900]) phone.tap(at)
    expect(phone.sets('press')).toHaveLength(2)
  })

  test('let the button settle, and only the newest tap ends that', () => {
    const phone = press()
    phone.tap(0)
    expect([phone.state.settling, phone.settles]).toEqual([true, [0]])
    phone.tap(TAP_MS)
    phone.send({ type: 'settled', at: 0 })
    expect(phone.state.settling).toBe(true)
    phone.send({ type: 'settled', at: TAP_MS })
    expect(phone.state.settling).toBe(false)
  })

  test('on “Next” and on the button that takes its place log nothing', () => {
    const phone = Phone.at(entry('a'), entry('b'))
    phone.send({ type: 'next', at: 0, entry: 'b' })
    phone.tap(200)
    expect(phone.state.entryId).toBe('b')
    expect(phone.sets('b')).toEqual([])
  })

  test('on the quick line’s button log its sets once', () => {
    const phone = press()
    const event: LogEvent = {
      type: 'log-many', at: 0, ids: ['q1', 'q2'], time: '2026-11-22T18:05:00',
      wishes: [{ reps: 10 }, { reps: 9 }],
    }
    phone.send(event)
    phone.send({ ...event, at: 200, ids: ['q3', 'q4'] })
    expect(phone.sets('press')).toEqual(['- × 10', '- × 9'])
    expect(phone.messages.map(({ text }) => text)).toEqual(['2 sets logged.'])
  })
})

describe('supersets and sides', () => {
  test('one rest after the round, none between the partners', () => {
    const phone = Phone.at(entry('a', { group: 'A' }), entry('b', { group: 'A' }))
    phone.send({ type: 'select', entry: 'a' })
    phone.send({ type: 'touch', change: { reps: 10 } })
    phone.tap(0)
    expect([phone.state.entryId, phone.rest]).toEqual(['b', null])
    phone.send({ type: 'touch', change: { reps: 8 } })
    phone.tap(1000)
    expect([phone.state.entryId, phone.rest?.total_s]).toEqual(['a', REST])
  })

  test('the second side comes without a rest', () => {
    const phone = Phone.at(entry('lunge'))
    phone.send({ type: 'touch', change: { side: 'left', reps: 10 } })
    phone.tap(0)
    expect(phone.rest).toBeNull()
    phone.tap(1000)
    expect(phone.workout.entries[0]?.sets.map(({ side }) => side)).toEqual(['left', 'right'])
    expect(phone.rest?.total_s).toBe(REST)
  })
})

describe('a full disk', () => {
  test('leaves the set on the screen, ready for a copy, and offers no undo', () => {
    const phone = press()
    phone.full = true
    phone.tap(0)
    expect(phone.sets('press')).toEqual([])
    expect(phone.state.stuck.map(({ set }) => set.id)).toEqual(['s1'])
    expect([...phone.onlyOnScreen]).toEqual(['s1'])
    expect([phone.messages, phone.buzzes]).toEqual([[], 0])
    expect(phone.rest?.total_s).toBe(REST)
  })

  test('a retry that succeeds puts it where it belongs', () => {
    const phone = press()
    phone.full = true
    phone.tap(0)
    phone.full = false
    const [stuck] = phone.state.stuck
    if (stuck) phone.send({ type: 'retry', entry: entry('press'), set: stuck.set })
    expect(phone.sets('press')).toEqual(['180 × 12'])
    expect([phone.state.stuck, phone.onlyOnScreen.size]).toEqual([[], 0])
  })

  test('leaves the quick line’s sets in its field', () => {
    const phone = press()
    phone.full = true
    phone.send({ type: 'log-many', at: 0, ids: ['q1'], time: '2026-11-22T18:05:00', wishes: [{ reps: 10 }] })
    expect(phone.state).toMatchObject({ writing: false, stuck: [] })
    expect(phone.touched).toMatchObject({ reps: 12 })
    expect(phone.messages).toEqual([])
  })
})

describe('the card', () => {
  test('changes add up and are remembered for a killed browser', () => {
    const phone = press()
    phone.send({ type: 'touch', change: { rir: 2 } })
    expect(phone.remembered).toEqual({
      entry: 'press', choices: { press: { touched: { load: kg(180), reps: 12, rir: 2 }, detour: null } },
    })
    phone.send({ type: 'untouch' })
    expect(phone.touched).toEqual({})
  })

  test('a look at another exercise loses nothing', () => {
    const phone = Phone.at(entry('a'), entry('b'))
    phone.send({ type: 'touch', change: { reps: 10 } })
    phone.send({ type: 'select', entry: 'a' })
    expect(phone.touched).toEqual({ reps: 10 })
    phone.send({ type: 'select', entry: 'b' })
    expect(phone.state.entryId).toBe('b')
    expect(phone.touched).toEqual({})
    phone.send({ type: 'select', entry: 'a' })
    expect(phone.touched).toEqual({ reps: 10 })
  })

  test('a killed browser’s numbers come back, unless the lifter was faster', () => {
    const restored: LogEvent = {
      type: 'restored', entry: 'b', choices: { b: { touched: { reps: 7 }, detour: null } },
    }
    const phone = Phone.at(entry('a'), entry('b'))
    phone.send(restored)
    expect(phone.state.entryId).toBe('b')
    expect(phone.touched).toEqual({ reps: 7 })
    const fast = Phone.at(entry('a'), entry('b'))
    fast.send({ type: 'touch', change: { reps: 3 } })
    fast.send(restored)
    expect(fast.state.entryId).toBe('a')
    expect(fast.touched).toEqual({ reps: 3 })
  })

  test('a drop set is lighter and ends the rest; a rest-pause has a third of the repetitions', () => {
    const phone = press()
    phone.tap(0)
    phone.send({ type: 'follow', kind: 'drop' })
    expect(phone.touched).toMatchObject({ kind: 'drop', load: kg(145), reps: 12, rir: null })
    expect(phone.rest).toBeNull()
    phone.send({ type: 'follow', kind: 'rest-pause' })
    expect(phone.touched).toMatchObject({ kind: 'rest-pause', load: kg(180), reps: 4 })
  })

  test('after a drop one rests as after a working set, until another drop is chosen', () => {
    const phone = press()
    phone.tap(0)
    const usual = phone.rest
    for (const at of [1000, 2000]) {
      phone.send({ type: 'follow', kind: 'drop' })
      expect(phone.rest).toBeNull()
      phone.tap(at)
      expect([phone.rest, usual]).not.toContain(null)
      expect(phone.rest).toEqual(usual)
    }
  })

  test('what a merge added on reading is not written with a change', () => {
    const phone = Phone.at(entry('press', { sets: [lifted('s1', 180, 12)] }))
    const shown: WorkoutSet = { ...lifted('s1', 180, 12), side: 'left' }
    phone.send({ type: 'change', entry: entry('press'), before: shown, after: { ...shown, reps: 11 } })
    expect(phone.workout.entries[0]?.sets[0]).toEqual(lifted('s1', 180, 11))
  })
})
