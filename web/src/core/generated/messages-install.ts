/** Written by `make generated` from content/messages/en/install.ftl: change that file. */

export const safari = `In Safari, tap the share button, then “Add to Home Screen”. The home-screen app ` +
    `starts empty, because iOS gives it storage of its own. To take your log along, sign in to both, or ` +
    `save a copy here first and restore it there.`
export const android = `In the browser’s menu (⋮), choose “Install app” or “Add to home screen”. Iron then ` +
    `opens like any other app and works offline.`
export const firefox = `Firefox on a computer cannot install web apps. Iron works in this tab, online or ` +
    `offline.`
export const desktop = `Look for the install button in the address bar, or “Install Iron” in the browser’s ` +
    `menu. Iron also works offline without being installed.`
export const riskSafari = `Safari deletes your log when you use Safari for seven days without opening Iron.`
export const riskFull = `The browser may delete your log when this device runs out of storage.`
