/** Written by `make generated` from content/messages/en/photos.ftl: change that file. */

export const notStored = `The photo could not be saved. This device’s storage may be full.`
export const unreadable = `The browser cannot read this file as a picture. Choose a JPEG, PNG or WebP.`
export const notDrawn = `The browser cannot open this picture. Choose a smaller one.`
