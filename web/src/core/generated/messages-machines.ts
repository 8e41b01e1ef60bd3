/** Written by `make generated` from content/messages/en/machines.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const machines = `Machines`
export const name = `Name`
export const gymExample = `Keller`
export const plateUnit = `Plate unit`
export const plateSizes = `Plate sizes there`
export const plateCount = `How many of each`
export const plateEnough = `Enough of each`
export const plateCounted = `Count them`
export const platePairs = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 pair` : `${count} pairs`}`
export const plateSingles = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 plate` : `${count} plates`}`
export const plateFewer = ({ mass }: { mass: Value }) =>
  `Fewer ${mass} plates`
export const plateMore = ({ mass }: { mass: Value }) =>
  `More ${mass} plates`
export const gymBars = ({ unit }: { unit: Value }) =>
  `Bars, in ${unit}`
export const gymBarUsual = `The bar you use most`
export const gymBarUsualHelp = `Iron plans with this bar unless you choose another one in the workout.`
export const gymDumbbells = ({ unit }: { unit: Value }) =>
  `Dumbbells, in ${unit}`
export const gymDumbbellsHelp = `Weight of one dumbbell. Without any, Iron suggests every usual step.`
export const weightFrom = `Weight`
export const weightTo = `Up to`
export const weightStep = `In steps of`
export const weightAdd = `Add`
export const weightRemove = ({ mass }: { mass: Value }) =>
  `Remove ${mass}`
export const weightsWrong = `Enter one weight, or a range such as 2 up to 30 in steps of 2. A list holds ` +
    `up to 100 weights.`
export const note = `Note`
export const gymNoteExample = `Closes at ten`
export const gymWhy = `Machines here use these plates, except those with plates or a stack of their own.`
export const save = `Save`
export const gymDelete = `Delete gym`
export const gymDeleted = `This gym was deleted.`
export const gymNew = `Add a gym`
export const undo = `Undo`
export const gymList = `See machines and gyms`
export const gymTwice = ({ name }: { name: Value }) =>
  `You already have a gym called ${name}. Choose another name.`
export const saved = ({ name }: { name: Value }) =>
  `${name} saved.`
export const gymGone = ({ name }: { name: Value }) =>
  `${name} deleted. Its machines and workouts keep its name.`
export const example = `Blue Panatta by the window`
export const gym = `Gym`
export const exercise = `Exercise`
export const loadedWith = `Loaded with`
export const platesGoOn = `Plates go on`
export const whichPlates = `Which plates`
export const platesOfGym = `The gym’s`
export const platesOwn = `Its own`
export const platesAsGym = `This machine uses the gym’s plates.`
export const platesUsual = `Iron uses the plates of the workout’s gym, or usual ones where you described ` +
    `no gym.`
export const stackHelp = `For example 5 up to 100 in steps of 5.`
export const stackWeights = ({ unit }: { unit: Value }) =>
  `Weights on the stack, in ${unit}`
export const weightExact = `This weight is exact: printed on the machine or weighed`
export const railAngle = `Angle of the rail, in degrees`
export const friction = ({ percent }: { percent: Value }) =>
  `Friction ${percent} %, from your pull test`
export const pullTestRemove = `Remove the pull test`
export const remove = `Remove`
export const seat = `seat 4`
export const machineDelete = `Delete machine`
export const machineDeleted = `This machine was deleted.`
export const machineList = `See all machines`
export const machineGone = ({ name }: { name: Value }) =>
  `${name} deleted. Its sets keep its name.`
export const me = `Me`
export const title = `Machines and gyms`
export const add = `Add`
export const listedTwice = `is listed twice. If both are the same machine, merge them so that their sets ` +
    `are compared.`
export const merge = `Merge`
export const gyms = `Gyms`
export const gymsWhy = `Tell Iron which plates, bars and dumbbells a gym has, and Iron suggests only ` +
    `weights you can load there.`
export const noMachines = `No machines yet. Add the machine you train on, so that the plates per side are ` +
    `right and the sled's own weight counts.`
export const angle = ({ degrees }: { degrees: Value }) =>
  `${degrees}°`
export const gymNoMachines = `no machines yet`
export const merged = ({ name }: { name: Value }) =>
  `${name} is one machine now.`
export const base = ({ load }: { load: Value }) =>
  `base ${load} kg`
export const baseGuess = ({ load }: { load: Value }) =>
  `base ${load} kg, a guess`
export const bars = ({ bars, unit }: { bars: Value; unit: Value }) =>
  `bars ${bars} ${unit}`
export const dumbbellsTo = ({ most, unit }: { most: Value; unit: Value }) =>
  `dumbbells to ${most} ${unit}`
export const gymMachines = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 machine` : `${count} machines`}`
export const emptyBar = ({ unit }: { unit: Value }) =>
  `Empty bar, in ${unit}`
export const emptySled = ({ unit }: { unit: Value }) =>
  `Sled or lever without plates, in ${unit}`
export const weightWhyBar = `A load includes the bar. Its weight tells Iron which plates to show. Sets you ` +
    `already logged keep the weight they were logged with.`
export const weightWhySled = `You log plates only, without this weight. Sets you already logged keep the ` +
    `weight they were logged with.`
export const machineNew = `Add a machine`
export const plates = `Plates`
export const stack = `Stack`
export const bothSides = `Both sides`
export const onePin = `One pin`
export const notCompared = `Sets on different machines are not compared.`
export const machineNeedsName = `Give the machine a name, such as its maker or its colour.`
export const machineNeedsExercise = `Choose the exercise you do on this machine.`
export const baseWrong = ({ high, unit }: { high: Value; unit: Value }) =>
  `Enter the empty weight as a number from 0 to ${high} ${unit}, or leave it empty.`
export const angleWrong = `Enter the angle in degrees, from 0 (flat) to 90 (upright), or leave it empty.`
export const stackEmpty = `Add the weights of the stack, such as 5 to 100 in steps of 5.`
export const platesEmpty = `Choose at least one plate size.`
export const gymNeedsName = `Give the gym a name.`
export const barsHeavy = ({ unit }: { unit: Value }) =>
  `Bars weigh up to 100 ${unit}. Remove any heavier bar.`
export const dumbbellsHeavy = ({ unit }: { unit: Value }) =>
  `Dumbbells weigh up to 500 ${unit}. Remove any heavier dumbbell.`
export const loadIs = ({ load, plates }: { load: Value; plates: Value }) =>
  `${load} is ${plates} on each side.`
export const loadIsPin = ({ load, plates }: { load: Value; plates: Value }) =>
  `${load} is ${plates}.`
