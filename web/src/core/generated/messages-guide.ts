/** Written by `make generated` from content/messages/en/guide.ftl: change that file. */

type Value = string | number

export const evidence = `Evidence`
export const noSource = `No source, as the grade shows.`
export const strong = `Several trials, or a review of trials, measured this directly and agree.`
export const moderate = `One good trial, or several studies that agree with limits.`
export const weak = `Few people, a single study, an indirect measure, or a source not read in full.`
export const contested = `Studies disagree with each other or with common advice.`
export const opinion = `Coaching experience. No study was found.`
export const mechanics = `Calculated from geometry and forces, not from a trial.`
export const readFull = `read in full`
export const readAbstract = `abstract read`
export const readAbout = `read about in another source`
export const recorded = `What you can record, and how to measure it`
export const setInLog = `Set it in the log`
export const depth = `Depth`
export const depthWhy = `A set below 90 % of your usual depth counts as cut: hollow in charts and no record.`
export const faults = `Faults you can mark on a set`
export const markInLog = `Mark it in the log`
export const repRanges = `Rep ranges`
export const day = `Day`
export const reps = `Reps`
export const reserve = `Reps in reserve`
export const range = ({ low, high }: { low: Value; high: Value }) =>
  `${low}–${high} reps`
export const rir = ({ low, high }: { low: Value; high: Value }) =>
  `RIR ${low}–${high}`
export const library = `Library`
export const logIt = `Log it`
export const basis = ({ basis }: { basis: Value }) =>
  `Evidence behind this guide: ${basis}`
export const sections = `Sections`
export const movement = `The movement`
export const muscles = `Muscles worked`
export const musclesWhy = `How much one hard set counts for each muscle, with its range.`
export const questions = `Questions`
export const own = `This is your own exercise. It has no guide.`
export const edit = `Edit exercise`
export const notHere = `This guide is not on this device yet. Open it once while you are online.`
export const growth = `Your growth`
export const records = `Records`
export const compare = `Compare`
export const suggest = `Is a sentence wrong, or could it be better?`
export const suggestHow = `shows how to suggest a change.`
export const guidePage = `The guide's page`
export const jointWork = `Share of the joint work of a rep`
export const inUnit = ({ unit }: { unit: Value }) =>
  `in ${unit}`
export const degrees = `degrees`
export const splitsWhy = `Sets with different values are not compared.`
export const keepsWhy = `Logged for you. Sets stay comparable.`
