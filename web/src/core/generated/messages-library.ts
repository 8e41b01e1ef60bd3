/** Written by `make generated` from content/messages/en/library.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const guidesSome = ({ done, count }: { done: Value; count: Value }) =>
  `${done} of ${count} guides kept.`
export const offlineGuides = `Guides kept`
export const guidesAll = ({ count }: { count: Value }) =>
  `All ${count} guides are on this device.`
export const guidesFailed = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 guide` : `${count} guides`} could not be downloaded. Try again when you are ` +
    `online.`
export const guidesSize = `1 MB download, 4 MB on this device.`
export const title = `Library`
export const yours = `Yours`
export const search = `Search exercises`
export const muscle = `Muscle`
export const allMuscles = `All muscles`
export const equipment = `Equipment`
export const allEquipment = `All equipment`
export const movement = `Movement`
export const allMovements = `All movements`
export const pressOrSquat = `Leg press or squat?`
export const notHereYet = `The library is not on this device yet. Open this page once while you are ` +
    `online. Logging works offline.`
export const exerciseMissing = `Not here?`
export const create = ({ name }: { name: Value }) =>
  `Create “${name}”`
export const showAll = ({ count }: { count: Value }) =>
  `Show all ${count}`
export const yourOwn = `Your own`
export const tapMuscle = `Tap a muscle`
export const tapMuscleChosen = ({ muscle }: { muscle: Value }) =>
  `Tap a muscle: ${muscle}`
export const guidesOld = `The guides on this device are an older version.`
export const guidesOpened = `Guides you have opened work offline.`
export const guidesUpdate = `Update guides`
export const guidesDownload = `Download all guides`
