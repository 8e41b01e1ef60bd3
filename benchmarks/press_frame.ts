/** What one frame of the picture computes, for benchmarks/mechanics.py to measure in Chromium. */

import {
  DEFAULTS, frictionN, momentsAt, poseAt, press, sledPositionM, staticForceN,
} from '../web/src/core/press/mechanics'
import { checked, lockOut, travelLimits } from '../web/src/core/press/mechanics-limits'
import { draw } from '../web/src/core/press/press-picture'
import { changeWords } from '../web/src/core/press/press-words'

const FRAME = { width: 380, height: 296 }

/** The whole frame of a drag; the length returned keeps every part of the work alive. */
function frame(i: number): number {
  const { input } = checked({ ...DEFAULTS, h_m: 0.1 + 0.001 * (i % 100), knee_bottom_deg: 90 + (i % 20) })
  const answer = press(input)
  const pose = poseAt(input, sledPositionM(input, input.knee_bottom_deg))
  const force = staticForceN(input) + frictionN(input)
  const moments = [0, input.lambda, 1].map((steering) => momentsAt(input, pose, force, steering))
  const words = changeWords(DEFAULTS, input)
  const scene = draw(input, input.knee_bottom_deg, FRAME)
  const limits = travelLimits(input)
  const shapes = moments.length + words.length + scene.trunk.length
  return answer.stroke_m + shapes + (limits.heel[0] ?? 0) + lockOut(input).from_deg[0]
}

/** The twin alone: work, shares and bands of one press. */
function twin(i: number): number {
  return press({ h_m: 0.1 + 0.001 * (i % 100) }).hip_share
}

function milliseconds(of: (i: number) => number, times: number): number {
  let sum = 0
  for (let i = 0; i < 50; i++) sum += of(i)
  const start = performance.now()
  for (let i = 0; i < times; i++) sum += of(i)
  const taken = (performance.now() - start) / times
  if (!Number.isFinite(sum)) throw new Error('a frame gave no number')
  return taken
}

/** A floor of the same run: as many sines as the quadrature needs angles. */
function sines(i: number): number {
  let sum = 0
  for (let k = 0; k < 40 * 3 * 8; k++) sum += Math.sin(i + k)
  return sum
}

Object.assign(globalThis, {
  measure: (times: number) => ({
    frame: milliseconds(frame, times), twin: milliseconds(twin, times), sines: milliseconds(sines, times),
  }),
})
