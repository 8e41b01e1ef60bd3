/** Written by `make generated` from content/messages/en/choose.ftl: change that file. */

export const library = `Library`
export const title = `Leg press or squat?`
export const answers = `Your answers`
export const pain = `Do you have pain, or did you have pain before? See someone who can examine you.`
export const noReasons = `The guides say nothing about this exercise for your answers.`
export const rankingMethod = `Every reason is a sentence from a guide with its evidence grade. For each ` +
    `question, the best-graded reason for and the best-graded reason against count. Contested reasons do ` +
    `not count. The weight of each grade is a guess.`
export const sideBySide = `Leg press and squat side by side`
export const notHere = `This page is not on this device yet. Open it once while you are online.`
export const reasonContested = `Contested`
export const reasonFor = `For`
export const reasonAgainst = `Against`
