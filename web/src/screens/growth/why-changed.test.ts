/** "What changed?": a sentence for each part that something is known of, and never why the number moved. */
import { expect, test } from 'vitest'
import { changes } from '../../core/logic/line-names'
import type { KnownMachine } from '../../data/reading/exercise-history'
import english from '../../../../content/messages/en.ftl?raw'
import { sentencesOf } from '../../core/rules/prescription/messages'
import { numbersSay, reasons, type Ground } from './why-changed'

const sentences = sentencesOf(english)
const wordsOf = (...given: Parameters<typeof numbersSay>) =>
  numbersSay(...given).map(sentences.render).join(' ')

const OLD: KnownMachine = { name: 'Old sled', base_kg: 47, base_known: true, angle_deg: 45 }
const BLUE: KnownMachine = { name: 'Blue sled', base_kg: 62, base_known: true, angle_deg: 45 }

function between(old: KnownMachine, now: KnownMachine, more: Partial<Ground> = {}): string[] {
  const machines = new Map([['m1', old], ['m2', now]])
  const names = new Map([['m1', old.name], ['m2', now.name]])
  const exercise = more.exercise ?? 'leg-press-45'
  return reasons(changes(`${exercise}|m1|both|stance=wide`, `${exercise}|m2|both|stance=wide`),
    { exercise, loadMeaning: 'plates', unit: 'kg', machines, names, sentences, ...more })
}

function setup(before: string, after: string): string[] {
  return reasons(changes(`leg-press-45|${before}`, `leg-press-45|${after}`),
    {
      exercise: 'leg-press-45', loadMeaning: 'plates', unit: 'kg', machines: new Map(), names: new Map(),
      sentences,
    })
}

test('two weighed sleds compare by the plates that push alike, and say why', () => {
  expect(between(OLD, BLUE)).toEqual([
    '100 kg on Old sled push like 85 kg on Blue sled: its sled is 15 kg heavier.',
  ])
  expect(between(BLUE, OLD)).toEqual([
    '100 kg on Blue sled push like 115 kg on Old sled: its sled is 15 kg lighter.',
  ])
})

test('a steeper rail lets more of the kilos push', () => {
  expect(between({ ...OLD, angle_deg: 30 }, OLD)).toEqual([
    '100 kg on Old sled push like 57 kg on Old sled: its rail is 15° steeper, so 0.71 of what slides ' +
      'pushes, not 0.50.',
  ])
})

test('a guessed sled makes a band and says whose mass is the guess', () => {
  expect(between({ name: 'Old sled', base_kg: 55 }, BLUE)).toEqual([
    '100 kg on Old sled push like 73 to 113 kg on Blue sled: the mass of the old sled is a guess.',
  ])
  expect(between({ name: 'A' }, { name: 'B' })).toEqual([
    '100 kg on A push like 60 to 140 kg on B: the mass of both sleds is a guess.',
  ])
})

test('an empty sled may push more than the loaded one did', () => {
  const steep = { ...BLUE, base_kg: 200, angle_deg: 90 }
  expect(between(OLD, steep)[0]).toContain(
    '100 kg on Old sled push less than Blue sled does empty: its sled is 153 kg heavier',
  )
})

test('the same sled and rail say so, a flat rail compares with nothing, pounds stay pounds', () => {
  expect(between(OLD, { ...OLD, name: 'Twin' })).toEqual([
    '100 kg on Old sled push like 100 kg on Twin: according to your notes, sled and rail are the same.',
  ])
  expect(between(OLD, { ...OLD, angle_deg: 0 })[0]).toContain('friction decides')
  expect(between(OLD, BLUE, { unit: 'lb' })).toEqual([
    '200 lb on Old sled push like 167 lb on Blue sled: its sled is 33 lb heavier.',
  ])
})

test('other machines promise no numbers, free weights nothing at all', () => {
  expect(between(OLD, BLUE, { exercise: 'leg-curl', loadMeaning: 'stack' })[0]).toContain(
    'the same mark may be another load',
  )
  expect(between(OLD, BLUE, { exercise: 'hack-squat' })[0]).toContain('the same plates may be another load')
  expect(between(OLD, BLUE, { exercise: 'back-squat', loadMeaning: 'barbell' })).toEqual([])
})

test('no sentence about a machine names a muscle or growth', () => {
  const all = [
    between(OLD, BLUE), between({ name: 'A' }, { name: 'B' }),
    between(OLD, BLUE, { loadMeaning: 'stack', exercise: 'leg-curl' }),
  ]
    .flat()
    .join(' ')
  expect(all).not.toMatch(/quad|glute|hamstring|muscle|grow|activ/i)
})

test('another stance says what was studied, other feet what the model expects', () => {
  expect(setup('-|both|stance=shoulder', '-|both|stance=wide')).toEqual([
    'No known study compared growth between stances. Three studies of muscle activity found no difference ' +
      'in the quads.',
  ])
  expect(setup('-|both|foot_height=low|stance=wide', '-|both|foot_height=middle|stance=narrow')).toHaveLength(
    2,
  )
  expect(
    reasons(changes('back-squat|-|both|stance=wide', 'back-squat|-|both|stance=narrow'), {
      exercise: 'back-squat', loadMeaning: 'barbell', unit: 'kg', machines: new Map(), names: new Map(),
      sentences,
    }),
  ).toEqual([])
})

test('what was not recorded before may be what it always was, said once for all of it', () => {
  expect(setup('-|both|foot_height=unknown|stance=unknown', 'm1|both|foot_height=low|stance=wide')).toEqual([
    'No value was recorded before. It may be the same as now.',
  ])
  expect(setup('m1|both|stance=wide', '-|both|stance=unknown')).toEqual([
    'A value is no longer recorded. It may be the same as before.',
  ])
})

test('the numbers say how far, how sure, and that they cannot say why', () => {
  const moved = { share: 0.104, low: 0.043, high: 0.163, sessions: 3, bounds: false }
  expect(wordsOf(moved, false)).toBe(
    'Your sets suggest 10 % more load for 10 reps (80 % interval 4 to 16 %), first 3 sessions against the ' +
      'last 3. The reason is not known.',
  )
  expect(wordsOf({ ...moved, share: -0.104, low: -0.163, high: -0.043 }, false)).toContain(
    '10 % less load for 10 reps (80 % interval 4 to 16 %)',
  )
  expect(wordsOf({ ...moved, share: 0.03, low: -0.03, high: 0.09, sessions: 2 }, false)).toBe(
    'Your sets suggest 3 % more load for 10 reps, first 2 sessions against the last 2. Anything from 3 % ' +
      'less to 9 % more is possible. The reason is not known.',
  )
  expect(wordsOf({ ...moved, bounds: true }, true)).toMatch(
    /10 % more help .* Sessions without a noted effort count as “at least”\.$/,
  )
  expect(wordsOf(null, false)).toBe(
    'Not enough sessions before and after to say how this changed your load.'
  )
})
