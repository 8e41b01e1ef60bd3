/** The twin of the mechanics says what Python says, to nine digits. */
import { expect, test } from 'vitest'
import cases from '../../../../spec/mechanics.json'
import { checked, lockOut, travelLimits } from './mechanics-limits'
import { samePushKg, type Sled } from './press-set'
import { DEFAULTS, momentsAt, poseAt, press, sledPositionM, staticForceN, type PressInput } from './mechanics'

const RAD = Math.PI / 180

function expectSame(found: unknown, wanted: unknown, where: string): void {
  if (typeof wanted === 'number') {
    expect(typeof found, where).toBe('number')
    // A cast after the line above: the value is a number.
    expect(Math.abs((found as number) - wanted), where).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)))
  } else if (Array.isArray(wanted)) {
    expect(Array.isArray(found) && found.length, where).toBe(wanted.length)
    wanted.forEach((value, i) => expectSame((found as unknown[])[i], value, `${where}[${i}]`))
  } else if (wanted !== null && typeof wanted === 'object') {
    for (const [key, value] of Object.entries(wanted)) {
      expectSame((found as Record<string, unknown>)[key], value, `${where}.${key}`)
    }
  } else {
    expect(found, where).toEqual(wanted)
  }
}

test.each(cases.rules.press)('a press costs and shares what Python says: $in', (one) => {
  expectSame(press(one.in[0] as Partial<PressInput>), one.out, 'press')
})

test.each(cases.rules.moments)('moments at rest are those of Python: $in', (one) => {
  const input = { ...DEFAULTS, ...(one.in[0] as Partial<PressInput>) }
  const pose = poseAt(input, sledPositionM(input, one.in[1] as number))
  const moments = momentsAt(input, pose, staticForceN(input), input.lambda)
  const found = {
    s_m: pose.s,
    thigh_trunk_deg: pose.theta / RAD + input.gamma_deg,
    dorsiflexion_deg: input.alpha_deg + input.delta_deg - pose.sigma / RAD,
    hip_nm: moments.hip,
    knee_nm: moments.knee,
    ankle_nm: moments.ankle,
  }
  expectSame(found, one.out, 'moments')
})

test.each(cases.rules.limits)('where joints may give out is where Python says: $in', (one) => {
  const input = { ...DEFAULTS, ...(one.in[0] as Partial<PressInput>) }
  const travel = travelLimits(input)
  const near = lockOut(input)
  const found = {
    pelvis: [...travel.pelvis], heel: [...travel.heel], from_deg: [...near.from_deg],
    backward_nm: [...near.backward_nm],
  }
  expectSame(found, one.out, 'limits')
})

test.each(cases.rules.refusals)('a bad press is refused in the same words: $in', (one) => {
  expect(checked(one.in[0] as Partial<PressInput>).sentence).toBe(one.out)
})

test.each(cases.rules.same_push)('two sleds compare as in Python: $in', (one) => {
  const [plates, there, here] = one.in as [number, Sled, Sled]
  expectSame(samePushKg(plates, there, here), one.out, 'same push')
})
