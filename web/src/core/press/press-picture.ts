/**
 * The lifter and the sled as shapes, to scale, from the model: the geometry of the picture and nothing of the
 * screen. World: hip at the origin, x forward, y up, metres. Screen: pixels, y down. Lengths of trunk, head
 * and foot are shares of the height (Drillis and Contini); widths are drawn by eye and take no part in any
 * number.
 */

import { AIM_ABOVE_HIP_M, SOLE, poseAt, shankM, sledPositionM, thighM, type PressInput } from './mechanics'

export type Point = readonly [x: number, y: number]

export interface Frame { readonly width: number; readonly height: number }

export interface Scene {
  /** Paths, ready for the attribute `d`. */
  readonly floor: string
  readonly frame: string
  readonly rails: string
  readonly pad: string
  readonly carriage: string
  readonly brace: string
  readonly plate: string
  readonly wheels: readonly Point[]
  readonly discs: readonly {
    readonly x: number
    readonly y: number
    readonly r: number
    readonly kind: string
  }[]
  readonly trunk: string
  readonly arm: string
  readonly head: { readonly x: number; readonly y: number; readonly r: number }
  readonly thigh: string
  readonly shank: string
  readonly foot: string
  readonly joints: readonly Point[]
  readonly wedge: string
  readonly push: string
  readonly kneeArc: string
  readonly hipArc: string
  readonly labels: { readonly hip: Point; readonly knee: Point; readonly ankle: Point }
  readonly ruler: { readonly whole: string; readonly travel: string; readonly here: Point }
  readonly feetGrip: { readonly at: Point; readonly turn: number }
  readonly depthGrip: { readonly at: Point; readonly turn: number }
  readonly angles: { readonly hip: number; readonly knee: number; readonly ankle: number }
  /** Pixels a metre. */
  readonly scale: number
}

const RAD = Math.PI / 180
const RAIL_LOW = -0.06
const RAIL_HIGH = -0.23
const RULER = -0.315
/** The plate reaches this far below and above the line through the hip [m]. */
const PLATE = [-0.15, 0.5] as const

/**
 * Screen from world: the picture's frame depends on machine and height only, so it rests while feet and sled
 * move.
 */
export class View {
  readonly scale: number
  private readonly left: number
  private readonly top: number

  constructor(private readonly p: PressInput, frame: Frame) {
    const points = extremes(p)
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    this.scale = Math.min((frame.width - 20) / (x1 - x0), (frame.height - 20) / (y1 - y0))
    this.left = (frame.width - this.scale * (x1 - x0)) / 2 - this.scale * x0
    this.top = (frame.height - this.scale * (y1 - y0)) / 2 + this.scale * y1
  }

  at = ([x, y]: Point): Point => [this.left + this.scale * x, this.top - this.scale * y]

  /** Rail coordinates (s along, e across) of a point on the screen [m]. */
  rail([px, py]: Point): Point {
    const [x, y] = [(px - this.left) / this.scale, (this.top - py) / this.scale]
    const [cos, sin] = axes(this.p)
    return [x * cos + y * sin, -x * sin + y * cos]
  }
}

function axes(p: PressInput): readonly [cos: number, sin: number] {
  return [Math.cos(p.alpha_deg * RAD), Math.sin(p.alpha_deg * RAD)]
}

/** A place by its rail coordinates. */
function onRail(p: PressInput, s: number, e: number): Point {
  const [cos, sin] = axes(p)
  return [s * cos - e * sin, s * sin + e * cos]
}

function extremes(p: PressInput): Point[] {
  const [back, side] = trunkAxes(p)
  const size = p.height_m / 1.78
  const reach = thighM(p) + shankM(p)
  const head = add(back, 0.83 * size)
  return [
    onRail(p, reach + 0.43, RAIL_HIGH), onRail(p, reach + 0.1, PLATE[1] + 0.01),
    onRail(p, reach + 0.34, RAIL_LOW + 0.1),
    onRail(p, 0.2, RULER - 0.11), plus(head, [-0.05, 0.11]), plus(head, [0, -0.1]),
    plus(add(side, 0.24), add(back, -0.1)),
    [0, floorY(p)], add(back, 0.4),
  ]
}

function trunkAxes(p: PressInput): readonly [back: Point, side: Point] {
  const gamma = p.gamma_deg * RAD
  return [[-Math.cos(gamma), Math.sin(gamma)], [-Math.sin(gamma), -Math.cos(gamma)]]
}

const plus = ([a, b]: Point, [c, d]: Point): Point => [a + c, b + d]
const add = ([x, y]: Point, by: number): Point => [x * by, y * by]
const mix = (a: Point, b: Point, share: number): Point => [
  a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]),
]
const towards = (angle: number): Point => [Math.cos(angle), Math.sin(angle)]
const digit = (value: number): string => value.toFixed(1)

function line(points: readonly Point[], close = false): string {
  return points.map(([x, y], i) => `${i ? 'L' : 'M'}${digit(x)} ${digit(y)}`).join('') + (close ? 'Z' : '')
}

/** A line that rounds its corners: curves from middle to middle, the ends kept. */
function smooth(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return line(points)
  const curves = points.slice(1, -1).map((point, i) => {
    const next = points[i + 2] ?? last
    const end = next === last ? last : mix(point, next, 0.5)
    return `Q${digit(point[0])} ${digit(point[1])} ${digit(end[0])} ${digit(end[1])}`
  })
  return `M${digit(first[0])} ${digit(first[1])}${curves.join('')}`
}

/** Outline around a row of circles: a tapered limb with round ends. */
function limb(circles: readonly { at: Point; r: number }[]): string {
  const left: Point[] = []
  const right: Point[] = []
  for (let i = 0; i + 1 < circles.length; i++) {
    const [first, two] = [circles[i], circles[i + 1]]
    if (!first || !two) continue
    const angle = Math.atan2(two.at[1] - first.at[1], two.at[0] - first.at[0])
    const lean = Math.acos(
      (first.r - two.r) / Math.max(Math.hypot(two.at[0] - first.at[0], two.at[1] - first.at[1]), 1e-6),
    )
    for (const circle of [first, two]) {
      left.push(plus(circle.at, add(towards(angle - lean), circle.r)))
      right.push(plus(circle.at, add(towards(angle + lean), circle.r)))
    }
  }
  const [first, last] = [circles[0], circles.at(-1)]
  const [end, start] = [right.at(-1), left[0]]
  if (!first || !last || !end || !start) return ''
  const arc = (r: number, [x, y]: Point): string => `A${digit(r)} ${digit(r)} 0 0 1 ${digit(x)} ${digit(y)}`
  return (
    smooth(left) + arc(last.r, end) + smooth(right.reverse()).replace('M', 'L') + arc(first.r, start) + 'Z'
  )
}

function arc(centre: Point, r: number, from: number, to: number): string {
  const start = plus(centre, [r * Math.cos(from), -r * Math.sin(from)])
  const end = plus(centre, [r * Math.cos(to), -r * Math.sin(to)])
  return `M${digit(start[0])} ${digit(start[1])}A${digit(r)} ${digit(r)} 0 ` +
    `${Math.abs(to - from) > Math.PI ? 1 : 0} ${to > from ? 0 : 1} ${digit(end[0])} ${digit(end[1])}`
}

/** The plate of the sled at a knee bend: where it crosses the line through the hip along the rail [m]. */
export function platePlaceM(p: PressInput, kneeDeg: number): number {
  const sole = SOLE * p.height_m
  const tilt = p.delta_deg * RAD
  return sledPositionM(p, kneeDeg) + sole * Math.cos(tilt) + Math.tan(tilt) * (p.h_m + sole * Math.sin(tilt))
}

/** Knee bend at a place of the plate [degree], or NaN out of reach: the inverse of `platePlaceM`. */
export function kneeAtPlate(p: PressInput, place: number): number {
  const s = place - (platePlaceM(p, 90) - sledPositionM(p, 90))
  const [a, b] = [thighM(p), shankM(p)]
  const cos = (s * s + p.h_m * p.h_m - a * a - b * b) / (2 * a * b)
  return s <= 0 ? NaN : Math.acos(Math.min(Math.max(cos, -1), 1)) / RAD
}

/** Sizes of one side's discs, largest first: 25, 20, 15, 10, 5, 2.5 and 1.25 kg, twelve at most. */
export function discsOf(platesKg: number): number[] {
  const marks: number[] = []
  let left = platesKg / 2
  for (const size of [25, 20, 15, 10, 5, 2.5, 1.25]) {
    while (left >= size - 1e-9 && marks.length < 12) {
      marks.push(size)
      left -= size
    }
  }
  return marks
}

export function draw(p: PressInput, kneeDeg: number, frame: Frame): Scene {
  const view = new View(p, frame)
  const pose = poseAt(p, sledPositionM(p, kneeDeg))
  const knee = add(towards(pose.theta), thighM(p))
  const ankle = plus(knee, add(towards(pose.sigma), shankM(p)))
  const place = platePlaceM(p, kneeDeg)
  return {
    ...machine(p, view, place),
    ...body(p, view, knee, ankle),
    ...pushes(p, view, ankle),
    ...marks(p, view, pose.theta, pose.sigma, knee, ankle),
    ruler: ruler(p, view, place),
    angles: {
      hip: pose.theta / RAD + p.gamma_deg,
      knee: kneeDeg,
      ankle: p.alpha_deg + p.delta_deg - pose.sigma / RAD,
    },
    scale: view.scale,
  }
}

function machine(p: PressInput, view: View, place: number) {
  const { at, scale } = view
  const [back, side] = trunkAxes(p)
  const size = p.height_m / 1.78
  const reach = thighM(p) + shankM(p)
  const rail = (e: number): string => line([onRail(p, 0.16, e), onRail(p, reach + 0.43, e)].map(at))
  const seat = (p.gamma_deg > 50 ? 180 - p.gamma_deg - 95 : 180 - p.gamma_deg - 112) * RAD
  const corner = plus(add(side, 0.155 * size), add(back, -0.06 * size))
  const padEnd = plus(add(side, 0.155 * size), add(back, 0.6 * size))
  const ground = floorY(p)
  const tilt = p.delta_deg * RAD
  const onPlate = (t: number, n = 0): Point =>
    onRail(p, place - t * Math.sin(tilt) + n * Math.cos(tilt), t * Math.cos(tilt) + n * Math.sin(tilt))
  const carriage = [
    onRail(p, place + 0.04, RAIL_LOW - 0.015), onRail(p, place + 0.36, RAIL_LOW - 0.015),
    onRail(p, place + 0.36, RAIL_HIGH + 0.015), onRail(p, place + 0.04, RAIL_HIGH + 0.015),
  ]
  const discs = discsOf(p.plates_kg)
  const horn = onRail(p, place + 0.25, RAIL_LOW + 0.07)
  return {
    floor: line([at([-0.86 * size, ground]), at([onRail(p, reach + 0.5, 0)[0], ground])]),
    frame: [
      line([at(mix(corner, padEnd, 0.72)), at([mix(corner, padEnd, 0.72)[0] - 0.03, ground])]),
      line([at(corner), at([corner[0], ground])]),
      line([at(onRail(p, reach + 0.4, RAIL_HIGH)), at([onRail(p, reach + 0.4, RAIL_HIGH)[0], ground])]),
    ].join(''),
    rails: rail(RAIL_LOW) + rail(RAIL_HIGH),
    pad: line([plus(corner, add(towards(seat), 0.2 * size)), corner, padEnd].map(at)),
    carriage: line(carriage.map(at), true),
    brace: line([onPlate(PLATE[1] - 0.12, 0.03), onRail(p, place + 0.34, RAIL_LOW - 0.015)].map(at)),
    plate: line([onPlate(PLATE[0], 0.02), onPlate(PLATE[1], 0.02)].map(at)),
    wheels: [
      [0.09, RAIL_LOW], [0.31, RAIL_LOW], [0.09, RAIL_HIGH], [0.31, RAIL_HIGH],
    ].map(([s = 0, e = 0]) => at(onRail(p, place + s, e))),
    discs: discs.map((mass, i) => {
      const [x, y] = at(plus(horn, [0.018 * i, -0.018 * i]))
      return { x, y, r: 0.225 * Math.cbrt(mass / 25) * scale, kind: kindOf(mass) }
    }).reverse(),
    depthGrip: { at: at(onRail(p, place + 0.25, RAIL_LOW + 0.07)), turn: -p.alpha_deg },
  }
}

function kindOf(mass: number): string {
  if (mass >= 25) return 'c25'
  if (mass >= 20) return 'c20'
  if (mass >= 15) return 'c15'
  return mass >= 10 ? 'c10' : 'c5'
}

function floorY(p: PressInput): number {
  const [back, side] = trunkAxes(p)
  const corner = plus(add(side, 0.155), add(back, -0.06))
  return Math.min(corner[1], onRail(p, 0.16, RAIL_HIGH)[1], onRail(p, 1.3, RAIL_HIGH)[1]) - 0.1
}

function body(p: PressInput, view: View, knee: Point, ankle: Point) {
  const { at, scale } = view
  const size = p.height_m / 1.78
  const r = (metres: number): number => metres * size * scale
  const [back, side] = trunkAxes(p)
  const along = (share: number, off = 0): Point => plus(add(back, share * size), add(side, off * size))
  const tangent = towards((p.alpha_deg + p.delta_deg + 90) * RAD)
  const normal = towards((p.alpha_deg + p.delta_deg) * RAD)
  const onFoot = (t: number, n: number): Point =>
    at(plus(ankle, plus(add(tangent, t * size), add(normal, n * SOLE * p.height_m))))
  const hip: Point = [0, 0]
  const elbow = along(0.2, 0.02)
  const hand = plus(along(0.02, 0.16), [0.1 * size, 0.02 * size])
  const head = at(along(0.69, -0.012))
  const shoe = [
    onFoot(-0.062, 1), onFoot(0.19, 1), onFoot(0.2, 0.72), onFoot(0.15, 0.45), onFoot(0.06, 0.05),
    onFoot(0.035, -0.5),
    onFoot(-0.04, -0.5), onFoot(-0.066, 0.3),
  ]
  return {
    trunk: limb([
      { at: at(along(0, 0.01)), r: r(0.105) }, { at: at(along(0.17, 0.025)), r: r(0.09) },
      { at: at(along(0.36, 0.0)), r: r(0.115) }, { at: at(along(0.48, 0.015)), r: r(0.082) },
      { at: at(along(0.6, 0.005)), r: r(0.05) },
    ]),
    arm: limb([{ at: at(along(0.45, 0.01)), r: r(0.052) }, { at: at(elbow), r: r(0.04) }]) +
      limb([{ at: at(elbow), r: r(0.04) }, { at: at(hand), r: r(0.028) }]),
    head: { x: head[0], y: head[1], r: r(0.1) },
    thigh: limb([
      { at: at(hip), r: r(0.088) }, { at: at(mix(hip, knee, 0.4)), r: r(0.08) },
      { at: at(knee), r: r(0.055) },
    ]),
    shank: limb([
      { at: at(knee), r: r(0.054) }, { at: at(mix(knee, ankle, 0.3)), r: r(0.056) },
      { at: at(ankle), r: r(0.036) },
    ]),
    foot: line(shoe, true),
    joints: [hip, knee, ankle].map(at),
  }
}

/**
 * The lines along which the foot may push: a wedge from along the rail to above the hip, and the assumed one.
 */
function pushes(p: PressInput, view: View, ankle: Point) {
  const plate = (p.alpha_deg + p.delta_deg) * RAD
  const sole = SOLE * p.height_m
  const cop = plus(ankle, plus(add(towards(plate), sole), add(towards(plate + Math.PI / 2), p.c_m)))
  const [cos, sin] = axes(p)
  const aim: Point = [cop[0], cop[1] - AIM_ABOVE_HIP_M]
  const psi = (-aim[0] * sin + aim[1] * cos) / (aim[0] * cos + aim[1] * sin)
  const far = cop[0] * cos + cop[1] * sin + 0.1
  const end = (steering: number): Point =>
    plus(cop, add([cos - steering * psi * sin, sin + steering * psi * cos], -far))
  return {
    wedge: line([cop, end(0), end(1)].map(view.at), true),
    push: line([cop, end(p.lambda)].map(view.at)),
    feetGrip: {
      at: view.at(plus(ankle, add(towards(plate + Math.PI / 2), 0.065 * (p.height_m / 1.78)))),
      turn: -(p.alpha_deg + p.delta_deg) - 90,
    },
  }
}

function marks(p: PressInput, view: View, theta: number, sigma: number, knee: Point, ankle: Point) {
  const { at, scale } = view
  const outward = (theta + sigma) / 2 + Math.PI / 2
  const plate = (p.alpha_deg + p.delta_deg) * RAD
  return {
    kneeArc:
      arc(at(knee), 0.115 * scale, theta, sigma) +
      line([at(knee), at(plus(knee, add(towards(theta), 0.15)))]),
    hipArc: arc([...at([0, 0])], 0.15 * scale, -p.gamma_deg * RAD, theta) +
      line([at([0, 0]), at(add(towards(-p.gamma_deg * RAD), 0.19))]),
    labels: {
      hip: at(add(towards((theta - p.gamma_deg * RAD) / 2), 0.19)),
      knee: at(plus(knee, add(towards(outward), 0.13))),
      ankle: at(plus(ankle, plus(add(towards(plate), -0.07), add(towards(plate + Math.PI / 2), 0.24)))),
    },
  }
}

function ruler(p: PressInput, view: View, place: number) {
  const stretch = (from: number, to: number): string =>
    line([onRail(p, platePlaceM(p, from), RULER), onRail(p, platePlaceM(p, to), RULER)].map(view.at))
  return {
    whole: stretch(Math.min(150, deepest(p)), 2),
    travel: stretch(p.knee_bottom_deg, p.knee_top_deg),
    here: view.at(onRail(p, place, RULER)),
  }
}

/** A stretch of the way from one knee bend to another, beside the rail. */
export function lane(p: PressInput, frame: Frame, from: number, to: number, offset: number): string {
  const view = new View(p, frame)
  return line(
    [onRail(p, platePlaceM(p, from), RULER - offset), onRail(p, platePlaceM(p, to), RULER - offset)].map(
      view.at,
    ),
  )
}

/** A place beside the rail, for the name of a lane. */
export function beside(p: PressInput, frame: Frame, knee: number, offset: number): Point {
  return new View(p, frame).at(onRail(p, platePlaceM(p, knee), RULER - offset))
}

/** The deepest knee bend that the feet still reach [degree], 150 at most. */
export function deepest(p: PressInput): number {
  const [a, b] = [thighM(p), shankM(p)]
  const need = Math.abs(p.h_m) / Math.sin(60 * RAD)
  const cos = (need * need - a * a - b * b) / (2 * a * b)
  return cos <= -1 ? 150 : Math.min(150, Math.acos(Math.min(cos, 1)) / RAD)
}
