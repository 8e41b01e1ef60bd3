/** The files of spec/, written by Python, run by the twins: every answer must be the same number. */
import { describe, expect, test } from 'vitest'
import plateCases from '../../../spec/plates.json'
import unitCases from '../../../spec/units.json'
import { loadable, nearest, perSide, rack, type RackInput } from './plates'
import { asLifted, lengthM, massIn, massKg, shown, type LengthUnit, type MassUnit } from './units'

interface Case {
  readonly in: readonly unknown[]
  readonly out: unknown
}
type Rules = Readonly<Record<string, readonly Case[]>>
// A case carries the arguments of its rule as JSON; the runner hands them over unchecked, the answer is the check.
type Twin = (...given: never[]) => unknown

const twins: Readonly<Record<string, readonly [Rules, Readonly<Record<string, Twin>>]>> = {
  units: [
    unitCases.rules,
    {
      mass_kg: (value: number, unit: MassUnit) => massKg(value, unit),
      mass_in: (value: number, unit: MassUnit) => massIn(value, unit),
      length_m: (value: number, unit: LengthUnit) => lengthM(value, unit),
      as_lifted: (value: number, unit: MassUnit) => asLifted(value, unit),
      shown: (value: number) => shown(value),
    },
  ],
  plates: [
    plateCases.rules,
    {
      loadable: (machine: RackInput, low: number, high: number) => loadable(rack(machine), low, high),
      per_side: (machine: RackInput, load: number) => perSide(rack(machine), load),
      nearest: (machine: RackInput, load: number) => nearest(rack(machine), load),
    },
  ],
}

for (const [room, [rules, functions]] of Object.entries(twins)) {
  describe(`spec/${room}.json`, () => {
    test('has a twin for every rule', () => {
      expect(Object.keys(functions).sort()).toEqual(Object.keys(rules).sort())
    })
    for (const [name, cases] of Object.entries(rules)) {
      test.each(cases)(`${name} %#: $in`, (given) => {
        const twin = functions[name]
        expect(twin?.(...(given.in as never[]))).toEqual(given.out)
      })
    }
  })
}
