/** The picture is the model: what is drawn has the lengths and angles that are computed. */
import { expect, test } from 'vitest'
import { DEFAULTS, anglesAt, sledPositionM } from './mechanics'
import { checked, lockOut, travelLimits } from './mechanics-limits'
import { discsOf, draw, kneeAtPlate, platePlaceM } from './press-picture'
import { changeWords, expectWords, hipShift, hipWords, rangeWords } from './press-words'

const FRAME = { width: 400, height: 300 }

test('thigh and shank are drawn to scale at every depth', () => {
  for (const knee of [8, 60, 100, 130]) {
    const scene = draw(DEFAULTS, knee, FRAME)
    const [hip, joint, ankle] = scene.joints
    if (!hip || !joint || !ankle) throw new Error('three joints')
    expect(Math.hypot(joint[0] - hip[0], joint[1] - hip[1]) / scene.scale).toBeCloseTo(0.245 * 1.78, 6)
    expect(Math.hypot(ankle[0] - joint[0], ankle[1] - joint[1]) / scene.scale).toBeCloseTo(0.246 * 1.78, 6)
  }
})

test('a drag of the sled gives the knee bend back that put it there', () => {
  for (const delta_deg of [-10, 0, 15]) {
    const p = { ...DEFAULTS, delta_deg }
    for (const knee of [10, 55, 100, 125]) expect(kneeAtPlate(p, platePlaceM(p, knee))).toBeCloseTo(knee, 6)
  }
})

test('no path of a possible press holds a NaN', () => {
  for (const h_m of [-0.2, 0, 0.4]) {
    for (const alpha_deg of [0, 45, 90]) {
      const { input } = checked({ h_m, alpha_deg, knee_bottom_deg: 150 })
      expect(JSON.stringify(draw(input, input.knee_bottom_deg, FRAME))).not.toMatch(/NaN|null/)
    }
  }
})

test('150 kg are three 25s a side', () => {
  expect(discsOf(150)).toEqual([25, 25, 25])
  expect(discsOf(92.5)).toEqual([25, 20, 1.25])
})

test('feet 5 cm higher are worth 0 to 16 points of hip work, by how the push is steered', () => {
  const shift = hipShift({ ...DEFAULTS, h_m: 0.1 }, { ...DEFAULTS, h_m: 0.15 })
  expect(shift[0]).toBeGreaterThanOrEqual(0)
  expect(shift[0]).toBeLessThan(1)
  expect(shift[1]).toBeGreaterThan(13)
  expect(shift[1]).toBeLessThan(17)
  expect(hipWords([0.3, 15.8])).toBe('0 to 16 points more hip work, depending on how you push')
  expect(hipWords([-15.8, 0])).toBe('0 to 16 points less hip work, depending on how you push')
  expect(hipWords([-3, 4])).toBe('anything from 3 points less to 4 more hip work: how you push decides')
})

test('a change is told by what was done and what it does', () => {
  const words = changeWords(DEFAULTS, { ...DEFAULTS, plates_kg: 170 })
  expect(words[0]).toContain('20 kg more on')
  expect(words.at(-1)).toContain('14 kg more along the rail')
  expect(changeWords(DEFAULTS, DEFAULTS)).toEqual([])
  expect(changeWords(DEFAULTS, { ...DEFAULTS, lambda: 1 })[0]).toContain('the bands')
})

test('on a level rail nobody is told about shares of nothing', () => {
  const words = changeWords(DEFAULTS, { ...DEFAULTS, alpha_deg: 0 })
  expect(words[0]).toContain('next to nothing')
  expect(words.join(' ')).not.toContain('points')
})

test('ranges have true minus signs and never a minus zero', () => {
  expect(rangeWords([-67.2, 12])).toBe('−67 to 12')
  expect(rangeWords([-0.2, 0.1])).toBe('0')
})

test('where the pelvis may roll is where the hip reaches its band, and deep low feet run out of ankle ' +
  'first', () => {
  const limits = travelLimits(DEFAULTS)
  expect(anglesAt(DEFAULTS, limits.pelvis[0] ?? NaN).thighTrunk).toBeCloseTo(105, 5)
  const low = travelLimits({ ...DEFAULTS, h_m: 0.02 })
  expect(low.heel[1]).toBeLessThan(limits.heel[1] ?? 150)
  expect(low.pelvis[0]).toBeGreaterThan(limits.pelvis[0] ?? 0)
})

test('along the rail the plate pushes the knee backward from about 33 degrees, by 67 N m per leg at 8 ' +
  '(reference row 9)', () => {
  const lockout = lockOut({ ...DEFAULTS, plates_kg: 145, lambda: 0 })
  expect(lockout.from_deg[0]).toBeGreaterThan(30)
  expect(lockout.from_deg[0]).toBeLessThan(35)
  expect(lockout.backward_nm[0]).toBeCloseTo(67, 0)
})

test('what cannot be is replaced by the nearest that can, with the limit in a sentence', () => {
  expect(checked({ knee_bottom_deg: 170 })).toMatchObject({
    where: 'knee_bottom_deg', input: { knee_bottom_deg: 150 },
  })
  const far = checked({ h_m: 0.39, knee_bottom_deg: 130 })
  expect(far.sentence).toContain('out of reach')
  expect(Number.isFinite(sledPositionM(far.input, 130))).toBe(true)
  expect(checked({ plates_kg: NaN }).input.plates_kg).toBe(DEFAULTS.plates_kg)
})

test('a new line with other feet is explained by the band of the model, everything else is left ' +
  'alone', () => {
  expect(expectWords('leg-press-45', 'foot_height', 'low', 'middle')).toBe(
    'For every 5 cm the model expects 0 to 16 points more hip work, depending on how you push.')
  expect(expectWords('leg-press-45', 'foot_height', 'high', 'low')).toContain('less hip work')
  expect(expectWords('leg-press-45', 'foot_height', 'unknown', 'low')).toBe('')
  expect(expectWords('leg-press-45', 'stance', 'narrow', 'wide')).toBe('')
  expect(expectWords('hack-squat', 'foot_height', 'low', 'high')).toBe('')
})
