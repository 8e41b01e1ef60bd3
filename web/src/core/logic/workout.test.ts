import { describe, expect, test } from 'vitest'
import { inOrder, type Entry, type Workout, type WorkoutSet } from '../values/documents'
import { nextDraft, setFrom } from './draft'
import { rack } from '../rules/loads/plates'
import { loadStrip, secondsStrip, usualRack } from './strips'
import {
  aimedAt, lastKey, moveEntry, putEntry, putSet, removeEntry, removeSet, setLabels, swapIn,
} from './workout'

const set = (id: string, order: string, more: Partial<WorkoutSet> = {}): WorkoutSet => ({
  id, order, ...more,
})
const kg = (value: number) => ({ value, unit: 'kg' as const })
const entry = (id: string, order: string, sets: WorkoutSet[] = []): Entry => ({
  id, order, exercise: 'leg-press-45', sets,
})
const workout = (...entries: Entry[]): Workout => ({ v: 1, start: '2026-11-22T18:05:00', entries })

describe('edits of a workout', () => {
  test('an undone set comes back exactly as it was', () => {
    const before = workout(
      entry('e', 'a0', [set('1', 'a0', { reps: 12 }), set('2', 'a1', { reps: 11, note: 'hard' })]),
    )
    const gone = removeSet(before, 'e', '1')
    expect(gone.entries[0]?.sets).toHaveLength(1)
    const back = putSet(gone, 'e', set('1', 'a0', { reps: 12 }))
    expect(inOrder(back.entries[0]?.sets ?? [])).toEqual(before.entries[0]?.sets)
  })

  test('an entry that was removed goes back to its place', () => {
    const before = workout(entry('a', 'a0'), entry('b', 'a1'), entry('c', 'a2'))
    const back = putEntry(removeEntry(before, 'b'), entry('b', 'a1'))
    expect(inOrder(back.entries).map((e) => e.id)).toEqual(['a', 'b', 'c'])
  })

  test('a range of reps is chosen and taken back, and the planned number of sets stays', () => {
    const planned = { ...entry('a', 'a0'), plan: { sets: 4, reps_low: 5, reps_high: 8 } }
    expect(aimedAt(planned, [8, 12]).plan).toEqual({ sets: 4, reps_low: 8, reps_high: 12 })
    expect(aimedAt(planned, null).plan).toEqual({ sets: 4 })
    expect(aimedAt(aimedAt(entry('a', 'a0'), [8, 12]), null)).toEqual(entry('a', 'a0'))
  })

  test('moving an entry changes only its key, and stops at the ends', () => {
    const before = workout(entry('a', 'a0'), entry('b', 'a1'), entry('c', 'a2'))
    expect(inOrder(moveEntry(before, 'c', -1).entries).map((e) => e.id)).toEqual(['a', 'c', 'b'])
    expect(inOrder(moveEntry(before, 'a', 1).entries).map((e) => e.id)).toEqual(['b', 'a', 'c'])
    expect(moveEntry(before, 'a', -1)).toBe(before)
  })

  test('exercises that two phones put at the same place are moved and swapped all the same', () => {
    const before = workout(entry('a', 'a0'), entry('b', 'a1'), entry('c', 'a1'), entry('d', 'a1'))
    const ids = (changed: Workout) => inOrder(changed.entries).map((e) => e.id)
    expect(ids(moveEntry(before, 'd', -1))).toEqual(['a', 'b', 'd', 'c'])
    expect(ids(moveEntry(before, 'a', 1))).toEqual(['b', 'a', 'c', 'd'])
    const lifted = { ...entry('b', 'a1'), sets: [{ id: 's', order: 'a0', reps: 5 }] }
    const swapped = swapIn(putEntry(before, lifted), 'b', entry('new', 'a0'))
    expect(ids(swapped)).toEqual(['a', 'b', 'new', 'c', 'd'])
  })

  test('a list with keys of another program is put in order by the first move', () => {
    const before = workout(entry('a', '1st'), entry('b', '2nd'), entry('c', '3rd'))
    expect(inOrder(moveEntry(before, 'c', -1).entries).map((e) => e.id)).toEqual(['a', 'c', 'b'])
    expect(inOrder(putEntry(before, entry('d', lastKey(before.entries))).entries).at(-1)?.id).toBe('d')
  })

  test('only working sets are numbered', () => {
    const sets = [
      set('x', 'a0', { kind: 'warm-up' }), set('y', 'a1'), set('z', 'a2', { kind: 'drop' }), set('q', 'a3'),
    ]
    expect([...setLabels(sets).values()]).toEqual(['W', '1', 'D', '2'])
  })
})

describe('the next set', () => {
  const last = [
    set('l1', 'a0', { load: kg(180), reps: 12, rir: 2 }), set('l2', 'a1', { load: kg(180), reps: 11 }),
    set('l3', 'a2', { load: kg(170), reps: 12 }),
  ]

  test('is the first working set of last time when nothing was done yet', () => {
    expect(nextDraft(entry('e', 'a0'), last)).toMatchObject({
      load: kg(180), reps: 12, rir: 2, kind: 'working',
    })
  })

  test('follows last time set by set while the load does', () => {
    const now = entry('e', 'a0', [
      set('1', 'a0', { load: kg(180), reps: 12 }), set('2', 'a1', { load: kg(180), reps: 12 }),
    ])
    expect(nextDraft(now, last)).toMatchObject({ load: kg(170), reps: 12 })
  })

  test('repeats today when today went another way', () => {
    const now = entry('e', 'a0', [set('1', 'a0', { load: kg(185), reps: 10 })])
    expect(nextDraft(now, last)).toMatchObject({ load: kg(185), reps: 10 })
  })

  test('carries the setup of the last set forward, also of a warm-up', () => {
    const now = entry('e', 'a0', [set('1', 'a0', { kind: 'warm-up', setup: { foot_height: 'low' } })])
    expect(nextDraft(now, last).setup).toEqual({ foot_height: 'low' })
  })

  test('becomes a set without what is the default', () => {
    const made = setFrom(
      { kind: 'working', side: 'both', setup: {}, load: kg(180), reps: 12 },
      { id: '1', order: 'a0', done_at: '2026-11-22T18:20:11' },
    )
    expect(made).toEqual({ id: '1', order: 'a0', done_at: '2026-11-22T18:20:11', load: kg(180), reps: 12 })
  })
})

describe('the strip of loads', () => {
  const usual = (meaning: string) =>
    usualRack({ machine: {}, gym: {}, usualSides: null, meaning }, 'kg')

  test('shows what the plates of the machine can make', () => {
    const press = rack({ plates: [20, 10] })
    expect(loadStrip(press, 60, 'kg').slice(0, 5)).toEqual([0, 20, 40, 60, 80])
  })

  test('keeps a load that the machine cannot make, because it was lifted', () => {
    const press = rack({ plates: [20] })
    expect(loadStrip(press, 45, 'kg')).toContain(45)
  })

  test('counts the bar of a barbell', () => {
    expect(loadStrip(usual('barbell'), 60, 'kg').slice(0, 3)).toEqual([20, 22.5, 25])
  })

  test('is round loads while none is known', () => {
    expect(loadStrip(usual('plates'), undefined, 'kg').slice(0, 4)).toEqual([
      0, 10, 20, 30,
    ])
  })

  test('is the marks of a selector stack', () => {
    expect(loadStrip(rack({ stack: [5, 12, 19] }), 12, 'kg')).toEqual([5, 12, 19])
  })
})

describe('times to choose from', () => {
  test('end after ten minutes for a hold, and after three hours for a ride', () => {
    expect(secondsStrip(0, true).at(-1)).toBe(600)
    expect(secondsStrip(0, false).at(-1)).toBe(10_800)
  })
  test('hold what was chosen, however long', () => expect(secondsStrip(900, true).at(-1)).toBe(900))
})
