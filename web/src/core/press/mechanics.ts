/**
 * The leg press as a model: linkage, forces, moments, work and shares. Twin of src/iron/mechanics, held to it
 * by spec/mechanics.json; equations and sources stand there. SI and radians inside, degrees at the edge.
 * Everything that depends on how the foot force is steered is a band: at steering 0, as given, 1.
 */

import { STANDARD_GRAVITY_MPS2 as G } from '../generated/tables'

export interface PressInput {
  readonly height_m: number
  readonly mass_kg: number
  readonly alpha_deg: number
  readonly delta_deg: number
  readonly gamma_deg: number
  readonly h_m: number
  readonly c_m: number
  readonly sled_kg: number
  readonly plates_kg: number
  readonly mu: number
  readonly lambda: number
  readonly knee_bottom_deg: number
  readonly knee_top_deg: number
  readonly tau_s: number
}

export const DEFAULTS: PressInput = {
  height_m: 1.78,
  mass_kg: 80,
  alpha_deg: 45,
  delta_deg: 0,
  gamma_deg: 20,
  h_m: 0.15,
  c_m: 0.06,
  sled_kg: 55,
  plates_kg: 150,
  mu: 0.02,
  lambda: 0.5,
  knee_bottom_deg: 100,
  knee_top_deg: 8,
  tau_s: 2,
}

/** Thigh, shank and foot as shares of body mass (Drillis and Contini in Winter, see docs/mechanics.md). */
const LEG_MASS_SHARES = [0.1, 0.0465, 0.0145]

/** Mass of both legs with the feet [kg]. */
export const legsKg = (massKg: number): number =>
  2 * LEG_MASS_SHARES.reduce((sum, share) => sum + share, 0) * massKg

/** The legs at one sled position; rates are zero at rest. */
export interface Pose {
  readonly s: number
  readonly theta: number
  readonly sigma: number
  readonly thetaD: number
  readonly sigmaD: number
  readonly thetaDd: number
  readonly sigmaDd: number
}

export interface JointMoments {
  readonly hip: number
  readonly knee: number
  readonly ankle: number
}

export type Joint = 'hip' | 'knee' | 'ankle'
/** A value at steering 0, as given, and 1. */
export type Band = readonly [number, number, number]

export interface PressAnswer {
  readonly rail_force_n: number
  readonly effective_load_kg: number
  readonly stroke_m: number
  readonly sled_work_j: number
  readonly friction_work_j: number
  readonly joint_work_j: Readonly<Record<Joint, number>>
  readonly hip_share: number
  readonly knee_share: number
  readonly ankle_share: number
  readonly share_bands: Readonly<Record<Joint, Band>>
  readonly warnings: readonly string[]
}

const RAD = Math.PI / 180
const THIGH = 0.245
const SHANK = 0.246
/** Height of the ankle centre above the plate, as a share of body height. */
export const SOLE = 0.039
/** A push steered fully goes through a point this far above the hip. */
export const AIM_ABOVE_HIP_M = 0.05
const CENTRE = 0.433
/** Thigh-trunk angle at which hips end, and dorsiflexion at which ankles end: bands of people [degree]. */
export const HIP_END = [105, 135] as const
export const ANKLE_END = [30, 38] as const

/** Nodes and weights of Gauss-Legendre quadrature on 0..1, by Newton's method on the Legendre polynomial. */
function gauss(n: number): readonly (readonly [x: number, w: number])[] {
  const brackets: [number, number][] = []
  for (let i = 1; i <= n; i++) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (n + 0.5))
    let slope = 1
    for (let step = 0; step < 50; step++) {
      let now = x
      let before = 1
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * now - (k - 1) * before) / k
        before = now
        now = next
      }
      slope = (n * (x * now - before)) / (x * x - 1)
      const move = now / slope
      x -= move
      if (Math.abs(move) < 1e-15) break
    }
    brackets.push([(x + 1) / 2, 1 / ((1 - x * x) * slope * slope)])
  }
  return brackets
}

const NODES = gauss(40)

export const thighM = (p: PressInput): number => THIGH * p.height_m
export const shankM = (p: PressInput): number => SHANK * p.height_m

/** Place of the ankle along the rail at a knee angle [m]; NaN when the feet are out of reach. */
export function sledPositionM(p: PressInput, kneeDeg: number): number {
  const a = thighM(p)
  const b = shankM(p)
  return Math.sqrt(a * a + b * b + 2 * a * b * Math.cos(kneeDeg * RAD) - p.h_m * p.h_m)
}

export function poseAt(p: PressInput, s: number, sD = 0, sDd = 0): Pose {
  const a = thighM(p)
  const b = shankM(p)
  const alpha = p.alpha_deg * RAD
  const reach = Math.hypot(s, p.h_m)
  const theta = alpha + Math.atan2(p.h_m, s) + Math.acos((a * a + reach * reach - b * b) / (2 * a * reach))
  const sigma = theta - Math.PI + Math.acos((a * a + b * b - reach * reach) / (2 * a * b))
  const [cp, sp, cq, sq] = [
    Math.cos(theta - alpha), Math.sin(theta - alpha), Math.cos(sigma - alpha), Math.sin(sigma - alpha),
  ]
  const det = -a * b * Math.sin(theta - sigma)
  const thetaD = (sD * b * cq) / det
  const sigmaD = (-sD * a * cp) / det
  const along = sDd + a * cp * thetaD ** 2 + b * cq * sigmaD ** 2
  const across = a * sp * thetaD ** 2 + b * sq * sigmaD ** 2
  const thetaDd = (along * b * cq + across * b * sq) / det
  const sigmaDd = (-across * a * sp - along * a * cp) / det
  return { s, theta, sigma, thetaD, sigmaD, thetaDd, sigmaDd }
}

export function staticForceN(p: PressInput): number {
  return (p.sled_kg + p.plates_kg) * G * Math.sin(p.alpha_deg * RAD)
}

export function frictionN(p: PressInput): number {
  return p.mu * (p.sled_kg + p.plates_kg) * G * Math.cos(p.alpha_deg * RAD)
}

/**
 * Net moments of one leg [N m], + = extension and plantarflexion, for a force of both legs along the rail.
 */
export function momentsAt(p: PressInput, pose: Pose, forceN: number, steering: number): JointMoments {
  const a = thighM(p)
  const b = shankM(p)
  const alpha = p.alpha_deg * RAD
  const [cos, sin] = [Math.cos(alpha), Math.sin(alpha)]
  const [cosP, sinP] = [Math.cos(alpha + p.delta_deg * RAD), Math.sin(alpha + p.delta_deg * RAD)]
  const sole = SOLE * p.height_m
  const copX = -p.h_m * sin + pose.s * cos - p.c_m * sinP + sole * cosP
  const copY = p.h_m * cos + pose.s * sin + p.c_m * cosP + sole * sinP
  const aimY = copY - AIM_ABOVE_HIP_M
  const psi = (steering * (-copX * sin + aimY * cos)) / (copX * cos + aimY * sin)
  const fx = (-forceN / 2) * (cos - psi * sin)
  const fy = (-forceN / 2) * (sin + psi * cos)
  const [ct, st, cs, ss] = [
    Math.cos(pose.theta), Math.sin(pose.theta), Math.cos(pose.sigma), Math.sin(pose.sigma),
  ]
  const [kx, ky] = [a * ct, a * st]
  const [ax, ay] = [kx + b * cs, ky + b * ss]
  const kneeAx = a * (-st * pose.thetaDd - ct * pose.thetaD ** 2)
  const kneeAy = a * (ct * pose.thetaDd - st * pose.thetaD ** 2)
  const shankAx = b * (-ss * pose.sigmaDd - cs * pose.sigmaD ** 2)
  const shankAy = b * (cs * pose.sigmaDd - ss * pose.sigmaD ** 2)
  // Three shares give three masses.
  const [thigh, shank, foot] = LEG_MASS_SHARES.map((share) => share * p.mass_kg) as [number, number, number]
  const on = (mass: number, x: number, y: number): readonly [number, number] => [-mass * x, -mass * (G + y)]
  const [tx, ty] = on(thigh, CENTRE * kneeAx, CENTRE * kneeAy)
  const [sx, sy] = on(shank, kneeAx + CENTRE * shankAx, kneeAy + CENTRE * shankAy)
  const [ox, oy] = on(foot, kneeAx + shankAx, kneeAy + shankAy)
  const spinThigh = thigh * (0.323 * a) ** 2 * pose.thetaDd
  const spinShank = shank * (0.302 * b) ** 2 * pose.sigmaDd
  const [cx, cy] = [CENTRE * (ax - kx), CENTRE * (ay - ky)]
  const ankle = (copX - ax) * fy - (copY - ay) * fx
  const knee =
    (copX - kx) * fy - (copY - ky) * fx + (ax - kx) * oy - (ay - ky) * ox + cx * sy - cy * sx - spinShank
  const hip =
    copX * fy - copY * fx + ax * oy - ay * ox + (kx + cx) * sy - (ky + cy) * sx +
    CENTRE * (kx * ty - ky * tx) - spinShank - spinThigh
  return { hip, knee: -knee, ankle }
}

/** Work of hip, knee and ankle over one press, both legs [J], at several steerings at once. */
export function jointWork(p: PressInput, steerings: readonly number[]): JointMoments[] {
  const start = sledPositionM(p, p.knee_bottom_deg)
  const stroke = sledPositionM(p, p.knee_top_deg) - start
  const sums = steerings.map(() => ({ hip: 0, knee: 0, ankle: 0 }))
  for (const [x, w] of NODES) {
    const place = x ** 3 * (10 - 15 * x + 6 * x ** 2)
    const speed = 30 * x ** 2 * (1 - x) ** 2
    const acceleration = (stroke * 60 * x * (1 - x) * (1 - 2 * x)) / p.tau_s ** 2
    const pose = poseAt(p, start + stroke * place, (stroke * speed) / p.tau_s, acceleration)
    const force = staticForceN(p) + (p.sled_kg + p.plates_kg) * acceleration + frictionN(p)
    steerings.forEach((steering, i) => {
      const moments = momentsAt(p, pose, force, steering)
      const sum = sums[i]
      if (!sum) return
      const scale = 2 * p.tau_s * w
      sum.hip -= scale * moments.hip * pose.thetaD
      sum.knee += scale * moments.knee * (pose.sigmaD - pose.thetaD)
      sum.ankle += scale * moments.ankle * pose.sigmaD
    })
  }
  return sums
}

export function shares(work: JointMoments): JointMoments {
  const total = work.hip + work.knee + work.ankle
  return { hip: work.hip / total, knee: work.knee / total, ankle: work.ankle / total }
}

/** Bend of hip and ankle at a knee angle [degree]. */
export function anglesAt(p: PressInput, kneeDeg: number): { thighTrunk: number; dorsiflexion: number } {
  const pose = poseAt(p, sledPositionM(p, kneeDeg))
  return {
    thighTrunk: pose.theta / RAD + p.gamma_deg,
    dorsiflexion: p.alpha_deg + p.delta_deg - pose.sigma / RAD,
  }
}

/** What may give out at the bottom: "possible" inside the band of people, "likely" above it. */
function warnings(p: PressInput): string[] {
  const { thighTrunk, dorsiflexion } = anglesAt(p, p.knee_bottom_deg)
  const warnings: string[] = []
  if (thighTrunk > HIP_END[0]) {
    const word = thighTrunk > HIP_END[1] ? 'likely' : 'possible'
    warnings.push(
      `Pelvis roll ${word}: the thigh-trunk angle reaches ${whole(thighTrunk)}° and hips end between ` +
        `${HIP_END[0]}° and ` +
        `${HIP_END[1]}°. Stop where the pelvis leaves the pad, or set the feet lower.`,
    )
  }
  if (dorsiflexion > ANKLE_END[0]) {
    const word = dorsiflexion > ANKLE_END[1] ? 'likely' : 'possible'
    warnings.push(
      `Heel lift ${word}: the ankle bends to ${whole(dorsiflexion)}° and ankles end between ` +
        `${ANKLE_END[0]}° ` +
        `and ${ANKLE_END[1]}°. Set the feet higher, or go less deep.`,
    )
  }
  return warnings
}

const whole = (degrees: number): string => degrees.toFixed(0)

/** Everything the model says about one press, the muscles left out: they stay with Python. */
export function press(given: Partial<PressInput>): PressAnswer {
  const p = { ...DEFAULTS, ...given }
  const stroke = sledPositionM(p, p.knee_top_deg) - sledPositionM(p, p.knee_bottom_deg)
  const force = staticForceN(p)
  const [low, high] = jointWork(p, [0, 1])
  if (!low || !high) throw new Error('two steerings give two answers')
  // Moments and work are linear in the steering.
  const between = (joint: Joint): number => low[joint] + p.lambda * (high[joint] - low[joint])
  const middle = { hip: between('hip'), knee: between('knee'), ankle: between('ankle') }
  const [atRail, asGiven, atHip] = [shares(low), shares(middle), shares(high)]
  const band = (joint: Joint): Band => [atRail[joint], asGiven[joint], atHip[joint]]
  return {
    rail_force_n: force,
    effective_load_kg: force / G,
    stroke_m: stroke,
    sled_work_j: force * stroke,
    friction_work_j: frictionN(p) * stroke,
    joint_work_j: middle,
    hip_share: asGiven.hip,
    knee_share: asGiven.knee,
    ankle_share: asGiven.ankle,
    share_bands: { hip: band('hip'), knee: band('knee'), ankle: band('ankle') },
    warnings: warnings(p),
  }
}
