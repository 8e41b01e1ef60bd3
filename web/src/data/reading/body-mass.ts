/** The lifter's body mass over time, as formulas of hanging and added work need it. */

import type { Measurement } from '../../core/values/documents'
import { massKg } from '../../core/rules/loads/units'
import type { Doc } from '../store/store'

/** The last body mass measured until a moment [kg], the first one before that; null without any. */
export function bodyMass(measured: readonly Doc<Measurement>[]): (at: string) => number | null {
  const known = measured
    .flatMap(({ body }) => (body.what === 'body_mass' && (body.unit === 'kg' || body.unit === 'lb')
      ? [{ at: body.at, kg: massKg(body.value, body.unit) }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  return (at) => (known.findLast((measurement) => measurement.at <= at) ?? known[0])?.kg ?? null
}
