/** Written by `make generated` from content/messages/en/builder.ftl: change that file. */

type Value = string | number

export const notHere = `This program is not on this device. Open the plan once while you are online, then ` +
    `try again.`
export const build = `Build a program`
export const edit = `Edit your program`
export const editRunning = `Edit the running program`
export const buildVersion = `Build your version`
export const restored = `Your unsaved changes were restored.`
export const discard = `Discard changes`
export const part = `Part of the program`
export const liftWhy = `A lift keeps one number, such as its working load or training max. Rules change ` +
    `that number.`
export const ruleWhy = `A rule checks what you did. When all its conditions are met, it changes the lift.`
export const questionsWhy = `Iron asks these questions after a session. Rules can use the answers.`
export const undo = `Undo`
export const continues = ({ name }: { name: Value }) =>
  `${name} continues with your changes.`
export const saved = ({ name }: { name: Value }) =>
  `${name} saved.`
export const removeFrom = ({ name, label }: { name: Value; label: Value }) =>
  `Remove ${name} from ${label}`
export const add = `Add`
export const removeLast = `Remove last`
export const choose = `Choose…`
export const check = `Check`
export const noMistakes = `No mistakes found.`
export const andMore = ({ count }: { count: Value }) =>
  `and ${count} more`
export const moveUp = ({ name }: { name: Value }) =>
  `Move ${name} up`
export const up = `Up`
export const moveDown = ({ name }: { name: Value }) =>
  `Move ${name} down`
export const down = `Down`
export const removeNamed = ({ name }: { name: Value }) =>
  `Remove ${name}`
export const remove = `Remove`
export const addExercises = `Add exercises`
export const schemeWhy = `A scheme is a named list of sets. An exercise uses one scheme, or a different ` +
    `one for each week or stage.`
export const schemeName = `Name of the scheme`
export const schemeAdd = `Add a scheme`
export const exampleSets = `5 or 8-12`
export const exampleRange = `5 or 5-9`
export const examplePairs = `name = value, …`
export const exampleList = `separate with commas`
export const text = `The program as text`
export const textWhy = `Comments (#) stay until a part is edited outside of the text.`
export const plan = `Plan`
export const saveAndContinue = `Save and continue the program`
export const saveProgram = `Save program`
export const days = `Days`
export const lifts = `Lifts`
export const schemes = `Schemes`
export const rules = `Rules`
export const questions = `Questions`
export const about = `About`
export const change = `Change`
export const chooseExercise = `Choose an exercise`
export const notSet = `Not set`
export const toCorrect = `To correct`
export const textTab = `Text`
export const monday = `Monday`
export const tuesday = `Tuesday`
export const wednesday = `Wednesday`
export const thursday = `Thursday`
export const friday = `Friday`
export const saturday = `Saturday`
export const sunday = `Sunday`
