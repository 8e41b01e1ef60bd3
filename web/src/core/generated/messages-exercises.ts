/** Written by `make generated` from content/messages/en/exercises.ftl: change that file. */

type Value = string | number

export const yours = `Your exercises`
export const mergedInto = ({ name, other }: { name: Value; other: Value }) =>
  `${name} and its history count as ${other}.`
export const mergeUndo = `Undo merge`
export const name = `Name`
export const nameExample = `Pendulum squat`
export const looksLike = ({ name, percent }: { name: Value; percent: Value }) =>
  `Looks like ${name}, ${percent} % alike.`
export const logInstead = `Log it instead`
export const sameQuestion = `Are these the same?`
export const otherNames = `Other names`
export const otherNamesExample = `One per line, as other apps or your gym call it`
export const otherNamesWhy = `Search and imports also use these names.`
export const equipment = `Equipment`
export const notSet = `Not set`
export const measuresTitle = `What to log for each set`
export const weightCounts = `How the weight counts`
export const howMany = `How many move`
export const oneSide = `One side at a time: left and right are two sets`
export const repsFrom = `Reps from`
export const rangeTo = `to`
export const muscles = `Muscles and how much a set counts`
export const setup = `Setup`
export const setupWhy = `Grip, seat, stance: the log asks for the setup and carries it on from set to set.`
export const setupAdd = `Add a setup option`
export const faults = `Common mistakes`
export const note = `Note`
export const save = `Save`
export const growth = `Growth`
export const logIt = `Log it`
export const mergeOther = `Merge with another exercise`
export const deleteExercise = `Delete exercise`
export const notHere = `This exercise was deleted or has not synced to this device.`
export const seeYours = `See your exercises`
export const saved = ({ name }: { name: Value }) =>
  `${name} saved.`
export const deleted = ({ name }: { name: Value }) =>
  `${name} deleted.`
export const library = `Library`
export const add = `Add`
export const noExercises = `No exercises of your own yet. Add one that is not in the library, with its ` +
    `muscles, weights and setup.`
export const addExercise = `Add an exercise`
export const addDetails = `add details`
export const sameAs = ({ name, other }: { name: Value; other: Value }) =>
  `Is ${name} the same as ${other}?`
export const sameExercise = `Same exercise?`
export const merged = `Merged exercises`
export const mergeUndoNamed = ({ name }: { name: Value }) =>
  `Undo the merge of ${name}`
export const mergeUndone = ({ name }: { name: Value }) =>
  `${name} stands on its own again, with all of its history.`
export const fault = ({ number }: { number: Value }) =>
  `Mistake ${number}`
export const faultExample = `Hips rise first`
export const faultFixNumber = ({ number }: { number: Value }) =>
  `How to fix mistake ${number}`
export const faultFix = `How to fix it`
export const faultRemove = `Remove this mistake`
export const faultAdd = `Add a mistake`
export const countsAs = `Counts as`
export const change = `Change`
export const details = `Missing details`
export const detailsWhy = `These values are used only for sets that have none.`
export const machine = `Machine`
export const machineFirst = `Add the machine first`
export const machineWhy = `if you always used the same one.`
export const side = `Side`
export const notRecorded = `Not recorded`
export const mergeWith = ({ name }: { name: Value }) =>
  `Merge with ${name}`
export const looksLikeTitle = `Looks like`
export const similarity = ({ percent }: { percent: Value }) =>
  `${percent} % alike`
export const search = `Search exercises`
export const noMatch = ({ words }: { words: Value }) =>
  `No exercise matches “${words}”.`
export const exerciseDeleted = `This exercise was deleted.`
export const countsNow = ({ name, other }: { name: Value; other: Value }) =>
  `${name} counts as ${other} now.`
export const muscleCounts = ({ muscle }: { muscle: Value }) =>
  `${muscle}: what a set counts`
export const choose = `Choose`
export const option = ({ name }: { name: Value }) =>
  `Setup option ${name}`
export const optionName = `Option name`
export const optionExample = `Handle, seat, stance`
export const type = `Type`
export const value = ({ number }: { number: Value }) =>
  `Value ${number}`
export const valueRemove = ({ number }: { number: Value }) =>
  `Remove value ${number}`
export const remove = `Remove`
export const valueAdd = `Add a value`
export const from = `From`
export const valueTo = `To`
export const step = `Step`
export const unit = `Unit`
export const unitExample = `notch`
export const splits = `Sets with different values are not compared`
export const optionRemove = `Remove this option`
export const newExercise = `New exercise`
export const twoAtOnce = `Two at once`
export const single = `One`
export const undo = `Undo`
export const ownSubtitle = `Your own exercises get records, charts and advice like any other.`
export const noDetails = `No details yet`
export const mergeSubtitle = `Your sets stay as they are. You can undo this any time.`
export const mergeEmpty = `This exercise has no history yet.`
export const asLogged = `As logged`
export const left = `Left`
export const right = `Right`
export const primaryMuscle = `Primary muscle`
export const helpingMuscle = `Add a helping muscle`
export const namedValues = `Named values`
export const wide = `Wide`
export const closeGrip = `Close`
export const neutral = `Neutral`
export const valueExample = `Value`
export const mergeNamed = ({ name }: { name: Value }) =>
  `Merge ${name}`
export const counts = {
  'plates': `Plates`,
  'barbell': `Barbell`,
  'dumbbell': `Dumbbells`,
  'kettlebell': `Kettlebell`,
  'stack': `Weight stack`,
  'added': `Body weight + load`,
  'assistance': `Assisted`,
  'band': `Band`,
  'none': `No load`,
} as const
export const countsWhy = {
  'plates': `Log the weight of the plates. Leave out the sled or lever: you can enter its weight on the ` +
    `machine.`,
  'barbell': `Log the plates and the bar together.`,
  'dumbbell': `Log the weight of ONE dumbbell.`,
  'kettlebell': `Log the weight of ONE kettlebell.`,
  'stack': `Log the number on the stack.`,
  'added': `You lift your body weight. Log only the weight that you add.`,
  'assistance': `You lift your body weight. Log how much the machine helps: less help is better.`,
  'band': `A band has no weight, so only the reps count.`,
  'none': `Only reps, time or distance count.`,
} as const
export const measure = {
  'load': `Load`,
  'reps': `Reps`,
  'duration': `Time`,
  'distance': `Distance`,
} as const
export const nameMissing = `Give the exercise a name.`
export const nameTaken = ({ name }: { name: Value }) =>
  `You already have an exercise named “${name}”. Open that exercise, or choose another name.`
export const measureMissing = `Choose what to log for each set: load, reps, time or distance.`
export const rangeOdd = `Enter the rep range as two whole numbers, the smaller number first.`
export const variableTwice = ({ name }: { name: Value }) =>
  `You have two settings named “${name}”. Give each its own name.`
export const variableValues = ({ name }: { name: Value }) =>
  `“${name}” needs at least two values to choose from. Add a value, or make it a number.`
export const variableValueTwice = ({ name }: { name: Value }) =>
  `Two values of “${name}” have the same name. Give each its own name.`
export const variableRange = ({ name, min, max, step }: { name: Value; min: Value; max: Value;
    step: Value }) =>
  `“${name}” cannot go from ${min} to ${max} in steps of ${step}. Enter a smaller number, a larger number ` +
    `and a step above 0.`
export const variableMany = ({ name, count }: { name: Value; count: Value }) =>
  `“${name}” would have ${count} values to choose from. Use a larger step.`
