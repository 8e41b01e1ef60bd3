import { expect, test } from 'vitest'
import { readProgram } from '../../../core/rules/programs/compiling'
import { Fold } from '../../../core/rules/programs/fold'
import type { Entry, SetKind } from '../../../core/values/documents'
import { asProgrammed, restAfterTarget, writtenWarmUps, type Programmed } from './program-targets'

const usual = (kind: SetKind) => ({ working: 150, 'warm-up': 60, drop: 150, 'rest-pause': 20 })[kind]
const entry = (...sets: Entry['sets']): Entry => ({ id: 'e', order: 'a', exercise: 'back-squat', sets })

/** The slot of a program with these sets, asked for its set `at`. */
function asked(sets: object[], at = 0, lift: object = {}): Programmed {
  const program = readProgram({
    format: 2, name: 'P', cycles: 2,
    lifts: [{ id: 'squat', exercise: 'back-squat', keeps: 'load', ...lift }],
    days: [{ name: 'A', slots: [{ lift: 'squat', sets }] }],
  })
  const fold = new Fold(program, {
    unit: 'kg', asked: { squat: 100 }, meaning: () => 'barbell', grids: new Map(),
  })
  const slot = fold.targets({ cycle: 1, week: 1, day: 0 })[0]
  const target = slot?.sets[at]
  if (!slot || !target) throw new Error('The program has this set.')
  return { target, slot, sets: slot.sets, at, count: slot.sets.length, unit: 'kg', source: '', outlook: [] }
}

test('the rest of a set stands before that of the exercise', () => {
  expect(restAfterTarget(asked([{ count: 2, reps: 5, rest: 45 }]), entry(), usual)).toBe(45)
  expect(restAfterTarget(asked([{ count: 2, reps: 5 }]), entry(), usual)).toBe(150)
})

test('a drop comes at once, rest-pause, myo-reps and clusters after a few breaths', () => {
  const after = (kind: string) =>
    restAfterTarget(asked([{ reps: 8 }, { reps: 4, kind }]), entry(), usual)
  expect([after('drop'), after('rest-pause'), after('myo-rep'), after('cluster')]).toEqual([0, 20, 20, 20])
  expect(after('back-off')).toBe(150)
})

test('an EMOM rests until the next full minute after its first set', () => {
  const emom = asked([{ reps: 5, kind: 'emom', minutes: 3 }], 1)
  const first = { id: '1', order: 'a', reps: 5, done_at: '2026-03-01T10:00:00' }
  expect(emom.count).toBe(3)
  expect(restAfterTarget(emom, entry(first), usual, '2026-03-01T10:01:17')).toBe(43)
  const opening = asked([{ reps: 5, kind: 'emom', minutes: 3 }])
  expect(restAfterTarget(opening, entry(), usual, '2026-03-01T10:00:00')).toBe(60)
  expect(restAfterTarget(asked([{ reps: 5, kind: 'emom', minutes: 3 }], 2), entry(first), usual)).toBe(150)
})

test('written warm-up sets come before the log’s own, which a lift can switch off', () => {
  const sets = [{ count: 2, reps: 5, percent: 40, kind: 'warm-up' }, { reps: 5 }]
  const warm = { id: 'w', order: 'a', kind: 'warm-up' as const, reps: 5 }
  expect(writtenWarmUps(asked(sets), entry())).toEqual([{ load: 40, reps: 5 }, { load: 40, reps: 5 }])
  expect(writtenWarmUps(asked(sets), entry(warm))).toEqual([{ load: 40, reps: 5 }])
  expect(writtenWarmUps(asked([{ reps: 5 }]), entry())).toBeNull()
  expect(writtenWarmUps(asked([{ reps: 5 }], 0, { warm_up: 'none' }), entry())).toEqual([])
})

test('a drop set of the program is logged as one, the first of a row of rest-pauses as a working set', () => {
  const draft = { kind: 'working' as const, side: 'both' as const, setup: {} }
  const kindAt = (sets: object[], at: number) => asProgrammed(draft, asked(sets, at)).kind
  expect(kindAt([{ reps: 8 }, { reps: 6, kind: 'drop' }], 1)).toBe('drop')
  expect(kindAt([{ count: 2, reps: 8, kind: 'myo-rep' }], 0)).toBe('working')
  expect(kindAt([{ count: 2, reps: 8, kind: 'myo-rep' }], 1)).toBe('rest-pause')
})
