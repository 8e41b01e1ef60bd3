/** Written by `make generated` from content/messages/en/program.ftl: change that file. */

type Value = string | number

export const plan = `Plan`
export const title = `Open a program`
export const add = `Add to your programs`
export const chooseOther = `Choose another one`
export const acceptedFiles = `An Iron file or text, a link that somebody sent you, or a Liftosaur program. ` +
    `You see what it does before it is saved.`
export const openFile = `Open a file`
export const linkOrText = `Link or text`
export const preview = `Preview`
export const unreadable = `This text could not be read. Copy it again.`
export const tooLarge = `This file is larger than 256 KiB, too large for a program.`
export const added = ({ name }: { name: Value }) =>
  `${name} added to your programs.`
export const undo = `Undo`
