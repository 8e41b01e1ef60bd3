/** Written by `make generated` from content/messages/en/press.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const hipSame = `the same hip work, however you push`
export const hipMore = ({ most }: { most: Value }) =>
  `${isSingular(most) ? `1 point` : `${most} points`} more hip work, depending on how you push`
export const hipMoreRange = ({ least, most }: { least: Value; most: Value }) =>
  `${least} to ${isSingular(most) ? `1 point` : `${most} points`} more hip work, depending on how you push`
export const hipLess = ({ most }: { most: Value }) =>
  `${isSingular(most) ? `1 point` : `${most} points`} less hip work, depending on how you push`
export const hipLessRange = ({ least, most }: { least: Value; most: Value }) =>
  `${least} to ${isSingular(most) ? `1 point` : `${most} points`} less hip work, depending on how you push`
export const hipEither = ({ less, more }: { less: Value; more: Value }) =>
  `anything from ${isSingular(less) ? `1 point` : `${less} points`} less to ${more} more hip work: how you ` +
    `push decides`
export const expect = ({ change }: { change: Value }) =>
  `For every 5 cm the model expects ${change}.`
export const feet = {
  'more': ({ by }: { by: Value }) =>
  `feet ${by} cm higher`,
  'less': ({ by }: { by: Value }) =>
  `feet ${by} cm lower`,
} as const
export const depth = {
  'more': ({ by }: { by: Value }) =>
  `${by}° deeper`,
  'less': ({ by }: { by: Value }) =>
  `${by}° less deep`,
} as const
export const plates = {
  'more': ({ by }: { by: Value }) =>
  `${by} kg more on`,
  'less': ({ by }: { by: Value }) =>
  `${by} kg less on`,
} as const
export const sled = {
  'more': ({ by }: { by: Value }) =>
  `sled ${by} kg heavier`,
  'less': ({ by }: { by: Value }) =>
  `sled ${by} kg lighter`,
} as const
export const rail = {
  'more': ({ by }: { by: Value }) =>
  `rail ${by}° steeper`,
  'less': ({ by }: { by: Value }) =>
  `rail ${by}° flatter`,
} as const
export const backPad = {
  'more': ({ by }: { by: Value }) =>
  `back pad ${by}° steeper`,
  'less': ({ by }: { by: Value }) =>
  `back pad ${by}° flatter`,
} as const
export const height = {
  'more': ({ by }: { by: Value }) =>
  `${by} cm taller`,
  'less': ({ by }: { by: Value }) =>
  `${by} cm shorter`,
} as const
export const mass = {
  'more': ({ by }: { by: Value }) =>
  `${by} kg heavier body`,
  'less': ({ by }: { by: Value }) =>
  `${by} kg lighter body`,
} as const
export const pressure = {
  'more': ({ by }: { by: Value }) =>
  `pressure ${by} cm nearer the toes`,
  'less': ({ by }: { by: Value }) =>
  `pressure ${by} cm nearer the heel`,
} as const
export const top = {
  'more': ({ by }: { by: Value }) =>
  `stopping ${by}° earlier`,
  'less': ({ by }: { by: Value }) =>
  `stopping ${by}° nearer to straight`,
} as const
export const push = {
  'more': `the push assumed nearer to the hip`,
  'less': `the push assumed nearer to the rail`,
} as const
export const does = ({ changes, hip }: { changes: Value; hip: Value }) =>
  `${changes}: ${hip}.`
export const doesAssumption = ({ changes }: { changes: Value }) =>
  `${changes}: the press is the same, and so are the bands. Only the mark inside them moves; no scale on ` +
    `the machine can tell where it belongs.`
export const doesNothing = ({ changes }: { changes: Value }) =>
  `${changes}: on a rail so flat or so empty the sled takes next to nothing, and shares of it mean nothing.`
export const bottom = ({ bends }: { bends: Value }) =>
  `At the bottom ${bends}.`
export const hip = {
  'more': ({ by }: { by: Value }) =>
  `the hip bends ${by}° more`,
  'less': ({ by }: { by: Value }) =>
  `the hip bends ${by}° less`,
} as const
export const ankle = {
  'more': ({ by }: { by: Value }) =>
  `the ankle bends ${by}° more`,
  'less': ({ by }: { by: Value }) =>
  `the ankle bends ${by}° less`,
} as const
export const railForce = {
  'more': ({ by }: { by: Value }) =>
  `${by} kg more along the rail`,
  'less': ({ by }: { by: Value }) =>
  `${by} kg less along the rail`,
} as const
export const work = {
  'more': ({ by }: { by: Value }) =>
  `${by} J more into the sled a press`,
  'less': ({ by }: { by: Value }) =>
  `${by} J less into the sled a press`,
} as const
