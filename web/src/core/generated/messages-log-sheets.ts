/** Written by `make generated` from content/messages/en/log-sheets.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const done = `Done`
export const setLoad = ({ load, unit }: { load: Value; unit: Value }) =>
  `${load}, ${unit}`
export const setLoadEach = ({ load, unit, each }: { load: Value; unit: Value; each: Value }) =>
  `${load}, ${unit} ${each}`
export const otherLoad = `Another load…`
export const reps = `Reps`
export const distance = ({ unit }: { unit: Value }) =>
  `Distance, ${unit}`
export const kind = `Kind`
export const wentWrong = `What went wrong`
export const cutRange = `Cut range`
export const cutRangeCure = `Counts as cut: no record, hollow in the chart.`
export const sideUnsaid = `One, not said which`
export const note = `Note`
export const removeSet = `Remove this set`
export const typedLoad = ({ unit }: { unit: Value }) =>
  `Load in ${unit}`
export const notLoad = ({ typed, unit }: { typed: Value; unit: Value }) =>
  `“${typed}” is not a load. Type a number of ${unit}, such as 82.5.`
export const tooHeavy = ({ typed, unit, most }: { typed: Value; unit: Value; most: Value }) =>
  `${typed} ${unit} is too much. Type at most ${most}.`
export const moreSetup = `More setup`
export const setup = `Setup for the coming sets`
export const setupSplits = ({ variables }: { variables: Value }) =>
  `Sets with another ${variables} have their own records and progress, because Iron compares only like sets.`
export const variablesOr = ({ some, last }: { some: Value; last: Value }) =>
  `${some} or ${last}`
export const howToMeasure = `How to measure`
export const unknown = `Unknown`
export const fullOrCut = `Full or cut`
export const fullOrPartial = `Full or partial`
export const partialWhy = `Partial reps count as work, and make no record.`
export const judged = {
  'none': `Not judged`,
  'full': `Full`,
  'cut': `Cut`,
  'partial': `Partial`,
} as const
export const sideWhy = `Left and right in turn are two sets; reps count per side.`
export const machine = `Machine`
export const machineOrBar = `Bar or machine of its own`
export const machineNone = `Unknown or none`
export const machineElsewhere = ({ count }: { count: Value }) =>
  `${count} in other gyms…`
export const machineName = `Name`
export const machineNameExample = `Maker, colour, whatever you call it`
export const machineGym = `Gym`
export const machineBarKg = `Bar, kg`
export const machineSledKg = `Sled or lever, kg`
export const machineBaseGuess = ({ mass }: { mass: Value }) =>
  `unknown: ${mass} is taken as a guess`
export const machinePlates = ({ unit }: { unit: Value }) =>
  `Plates there are, ${unit}`
export const machineStack = ({ unit }: { unit: Value }) =>
  `Marks of the stack, ${unit}`
export const machineAdd = `Add a machine`
export const machineSave = `Add machine`
export const cancel = `Cancel`
export const machineUnnamed = `Give the machine a name, such as its maker.`
export const notMass = ({ typed }: { typed: Value }) =>
  `“${typed}” is not a mass. Type its kilos, or leave it empty.`
export const swap = `Machine taken`
export const swapTo = `Machine taken? Swap to`
export const swapProgram = `In the program`
export const swapMachine = `Same on`
export const swapOther = `Another…`
export const superset = `Superset`
export const supersetWith = ({ name }: { name: Value }) =>
  `Superset with ${name}`
export const supersetNone = `None`
export const earlier = `Earlier`
export const later = `Later`
export const place = ({ at, count }: { at: Value; count: Value }) =>
  `${at} of ${count}`
export const placeOrder = `: order of the exercises`
export const aimed = `Reps aimed at`
export const aimedByIron = `Iron decides`
export const aimedNow = ({ aim }: { aim: Value }) =>
  `Now ${aim}.`
export const quickOpen = `Write sets in one line`
export const alwaysFor = ({ name }: { name: Value }) =>
  `Always for ${name}`
export const alwaysForExample = `Slow at the bottom`
export const alwaysOn = ({ machine }: { machine: Value }) =>
  `Always on ${machine}`
export const alwaysOnExample = `Seat 4, pin 7`
export const guide = `Read the guide`
export const exerciseChange = `Change this exercise`
export const removeEntry = `Remove from this workout`
export const removed = ({ name }: { name: Value }) =>
  `${name} removed.`
export const removedSets = ({ sets, name }: { sets: Value; name: Value }) =>
  `${isSingular(sets) ? `${name} removed with 1 set.` : `${name} removed with ${sets} sets.`}`
export const order = `Order of the exercises`
export const orderMove = ({ name, at, count }: { name: Value; at: Value; count: Value }) =>
  `Move ${name}, ${at} of ${count}, with the arrow keys`
export const orderAt = ({ name, at, count }: { name: Value; at: Value; count: Value }) =>
  `${name}, ${at} of ${count}`
export const orderHow = `Drag a row by its handle, or use the arrow keys on it.`
export const sets = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 set` : `${count} sets`}`
export const quick = `Sets in one line`
export const quickHow = `@2 is two reps left. A semicolon begins the next set, which keeps load and setup.`
export const quickLog = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `Log 1 set` : `Log ${count} sets`}`
export const gym = `Where are you?`
export const gymAny = `Anywhere`
export const gymAnyWhy = `everything is offered`
export const gymMachines = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 machine` : `${count} machines`}`
export const gymName = `Name of the gym`
export const gymNameExample = `Keller`
export const gymSave = `Add`
export const gymAdd = `Add a gym`
export const gymHow = `Set the plates, bars and dumbbells of a gym under`
export const gymHowMachines = `Machines`
export const gymWhy = `Your progress goes on in another gym; only sets on different machines are kept apart.`
export const gymNoneChosen = `No gym: everything is offered.`
export const gymChosen = ({ gym }: { gym: Value }) =>
  `${gym}: its machines and loads are offered.`
