/** Written by `make generated` from content/messages/en/storage.ftl: change that file. */

export const deletedMeanwhile = `This was deleted meanwhile. Go back and open it again.`
export const logOfAnother = `This is another lifter’s log. You can read it, but not change it.`
export const newer = `A newer version of Iron wrote this. Reload Iron to change it.`
export const storageFull = `This device’s storage is full, so your last change is not saved. Free up some ` +
    `space, or save a copy now.`
export const storageStuck = `This device’s storage has not answered for 30 seconds, so your last change ` +
    `may not be saved. Close other tabs of Iron, then reload.`
export const signedOutElsewhere = `You signed out in another tab, so this log is no longer on this device. ` +
    `Reload Iron, then sign in again.`
export const storageFailed = `Your last change could not be saved on this device. Save a copy, then reload ` +
    `Iron.`
export const saveCopy = `Save a copy`
export const reload = `Reload`
