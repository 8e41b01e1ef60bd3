/** Written by `make generated` from content/messages/en/program-links.ftl: change that file. */

export const linkEmpty = `This link has no program. Copy the whole link, or ask for the file.`
export const linkDamaged = `This link is damaged: a part is missing. Copy the whole link, or ask for the ` +
    `file.`
export const linkLarge = `This link is larger than 256 KiB, too large for a program. Ask for the file.`
export const unreadable = `This program cannot be read. Ask for it again.`
export const noExercise = `Iron does not know an exercise in any line. A line of Liftosaur looks like ` +
    `“Squat / 3x5 / 60kg”.`
