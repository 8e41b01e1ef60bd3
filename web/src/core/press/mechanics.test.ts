/** The twin of the mechanics says what Python says, to nine digits. */
import { expect, test } from 'vitest'
import cases from '../../../../spec/mechanics.json'
import { checked, lockOut, travelLimits } from './mechanics-limits'
import { samePushKg, type Sled } from './press-set'
import { DEFAULTS, momentsAt, poseAt, press, sledPositionM, staticForceN, type PressInput } from './mechanics'
import { expectSame } from '../../../testing/expect-same'

const RAD = Math.PI / 180
/** Both compute alike; only the last digits differ. */
const CLOSE = { tolerance: 1e-9, isPartial: true }

test.each(cases.rules.press)('a press costs and shares what Python says: $in', (example) => {
  expectSame(press(example.in[0] as Partial<PressInput>), example.out, 'press', CLOSE)
})

test.each(cases.rules.moments)('moments at rest are those of Python: $in', (example) => {
  const input = { ...DEFAULTS, ...(example.in[0] as Partial<PressInput>) }
  const pose = poseAt(input, sledPositionM(input, example.in[1] as number))
  const moments = momentsAt(input, pose, staticForceN(input), input.lambda)
  const computed = {
    s_m: pose.s,
    thigh_trunk_deg: pose.theta / RAD + input.gamma_deg,
    dorsiflexion_deg: input.alpha_deg + input.delta_deg - pose.sigma / RAD,
    hip_nm: moments.hip,
    knee_nm: moments.knee,
    ankle_nm: moments.ankle,
  }
  expectSame(computed, example.out, 'moments', CLOSE)
})

test.each(cases.rules.limits)('where joints may give out is where Python says: $in', (example) => {
  const input = { ...DEFAULTS, ...(example.in[0] as Partial<PressInput>) }
  const travel = travelLimits(input)
  const near = lockOut(input)
  const computed = {
    pelvis: [...travel.pelvis], heel: [...travel.heel], from_deg: [...near.from_deg],
    backward_nm: [...near.backward_nm],
  }
  expectSame(computed, example.out, 'limits', CLOSE)
})

test.each(cases.rules.refusals)('a bad press is refused in the same words: $in', (example) => {
  expect(checked(example.in[0] as Partial<PressInput>).sentence).toBe(example.out)
})

test.each(cases.rules.same_push)('two sleds compare as in Python: $in', (example) => {
  const [plates, there, here] = example.in as [number, Sled, Sled]
  expectSame(samePushKg(plates, there, here), example.out, 'same push', CLOSE)
})
