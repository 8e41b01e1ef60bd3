/** Written by `make generated` from content/messages/en/picker.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const title = `Add exercises`
export const swap = `Swap to`
export const search = `Search exercises`
export const hint = `Name or muscle`
export const recent = `Recent`
export const common = `Common`
export const all = `All`
export const nothing = `No exercise matches. Remove a filter.`
export const noLibrary = `The library is not on this device yet. Type a name to add an exercise of your own.`
export const byMuscle = `Filter by muscle`
export const byEquipment = `Filter by equipment`
export const alreadyAdded = `Already added`
export const yours = `yours`
export const addSuperset = `Add as a superset`
export const describe = `Describe`
export const describeFirst = `Describe it first: load, muscles, setup`
export const add = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `Add 1 exercise` : `Add ${count} exercises`}`
export const addOwn = ({ name }: { name: Value }) =>
  `Add “${name}” as your own exercise`
export const ownMade = ({ name }: { name: Value }) =>
  `${name} is added as your own exercise.`
export const inGym = ({ gym }: { gym: Value }) =>
  `In ${gym}`
export const tick = ({ name }: { name: Value }) =>
  `Select ${name}`
export const about = ({ name }: { name: Value }) =>
  `About ${name}`
export const guide = `Read the guide`
export const missing = `The details of this exercise are not on this device yet. Open them once while you ` +
    `are online.`
export const muscles = {
  'chest': `Chest`,
  'back': `Back`,
  'quads': `Quads`,
  'hamstrings': `Hamstrings`,
  'glutes': `Glutes`,
  'shoulders': `Shoulders`,
  'biceps': `Biceps`,
  'triceps': `Triceps`,
  'calves': `Calves`,
  'abs': `Abs`,
  'forearms': `Forearms`,
  'adductors': `Adductors`,
} as const
export const equipment = {
  'free': `Free weights`,
  'machine': `Machine`,
  'cable': `Cable`,
  'body': `Body weight`,
  'cardio': `Cardio`,
} as const
