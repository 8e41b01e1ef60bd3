/** Written by `make generated` from content/messages/en/me.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const mailTitle = `E-mail address`
export const mailPurpose = `For a link to set a new password if you forget yours, and for a note when your ` +
    `password was changed. You do not use this address to sign in, and other lifters do not see it.`
export const mailRemove = `Remove`
export const mailNotConfirmed = `not confirmed yet`
export const mailOpenLink = `Open the link that was sent to this address. The link works for a day.`
export const mailOpenLinkInstead = ({ email }: { email: Value }) =>
  `Open the link that was sent to this address. The link works for a day. The new address then replaces ` +
    `${email}.`
export const mailSent = ({ email }: { email: Value }) =>
  `A link was sent to ${email}.`
export const mailSendAgain = `Send the link again`
export const mailAddress = `Address`
export const mailNewAddress = `New address`
export const mailConfirm = `Send a link to confirm it`
export const mailChange = `Change the address`
export const photosLeftOut = ({ count }: { count: Value }) =>
  `A copy has no photos: ${isSingular(count) ? `your photo is on this device only.` : `your ${count} ` +
    `photos are on this device only.`}`
export const owner = `, owner of this server`
export const sessionEnded = `Nothing is lost. Unsynced changes are sent when you sign in again.`
export const signInAgain = `Sign in again`
export const security = `Password and passkeys`
export const devices = `Devices`
export const keys = `API keys`
export const connections = `Connections`
export const signOut = `Sign out`
export const noAccount = `No account needed`
export const noAccountWhy = `Your log is on this device. With an account it syncs to your other devices ` +
    `and is safe if you lose the device.`
export const signInOrUp = `Sign in or sign up`
export const signOutQuestion = `Sign out?`
export const allSyncedSignOut = `Everything is synced. Signing out removes your log from this device.`
export const signInAndSync = `Sign in again and sync`
export const syncNow = `Sync now`
export const signOutKeep = `Sign out and keep them on this device`
export const saveCopy = `Save a copy`
export const serverUnreachable = `The server cannot be reached. Your changes stay on this device.`
export const signedOutKept = `Signed out. Your log stays on this device and syncs when you sign in here ` +
    `again.`
export const signedOut = `Signed out. Your log was removed from this device.`
export const signedOutOpen = `Signed out. Iron is still open in another tab. Close all tabs to remove your ` +
    `log from this device.`
export const comfort = `Display and input`
export const textSize = `Text size`
export const textSizeShort = `Text`
export const handedness = `Handedness`
export const handednessNote = `side of the main buttons`
export const handednessShort = `Hand`
export const decimals = `Decimals`
export const effort = `Effort`
export const effortNote = `how hard a set was`
export const vibration = `Vibration`
export const vibrationNote = `set saved, rest over`
export const shortcuts = `Keyboard shortcuts`
export const shortcutsNote = `single keys`
export const settingsWhere = `You can type a comma or a point anywhere. Unit, theme and week start are under`
export const me = `Me`
export const install = `Install the app`
export const installed = `Iron is installed on this device and works offline.`
export const installWhy = `Iron opens like any app, works offline, and the browser keeps its data longer.`
export const installIron = `Install Iron`
export const introAgain = `Show the intro again`
export const shortcutsShow = `Show keyboard shortcuts`
export const introShown = `The intro shows again on Today.`
export const restore = `Restore a copy`
export const copyFile = `A file saved with “Save a copy”`
export const copyOnPhone = `Or a copy on this device:`
export const copyNew = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 document` : `${count} documents`} not here yet`
export const copyDeleted = ({ count }: { count: Value }) =>
  `${count} deleted since then, would be restored`
export const copySame = ({ count }: { count: Value }) =>
  `${count} already here`
export const copyDiffer = ({ count }: { count: Value }) =>
  `${count} different on this device, kept unchanged`
export const copyReplace = `Replace them with the copy`
export const copyAdd = `Add it to this log anyway`
export const copyUnreadable = `The browser could not read this file. Choose it again.`
export const copyRestored = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 item` : `${count} items`} restored.`
export const data = `Your data`
export const unsyncedChanges = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 change is on this device only.` : `${count} changes are on this device only.`}`
export const changesSyncing = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `Syncing 1 change…` : `Syncing ${count} changes…`}`
export const allSynced = `Everything is synced.`
export const serverRestored = ({ time, count }: { time: Value; count: Value }) =>
  `The server was restored to an earlier state (${time}). This device sends its data again: ` +
    `${isSingular(count) ? `1 document` : `${count} documents`}.`
export const dataOnlyOnPhone = ({ risk }: { risk: Value }) =>
  `Saved on this device only. ${risk} Save a copy regularly, or use an account.`
export const rollingCopies = ({ count }: { count: Value }) =>
  `This device also keeps an automatic copy of your last ${isSingular(count) ? `training day` : `${count} ` +
    `training days`}.`
export const exportWhy = `Moving to another app? Export your sets as a table, without setup and machines:`
export const or = `or`
export const forStrong = `for Strong`
export const forHevy = `for Hevy`
export const fitWhy = `For a watch or an activity site: every workout as a FIT file, without notes and setup.`
export const fitSave = `Save FIT activities`
export const deleteAccount = `Delete account`
export const backupNone = `Last backup: none yet.`
export const lastSynced = ({ time }: { time: Value }) =>
  `Last synced ${time}.`
export const backupFile = ({ time }: { time: Value }) =>
  `Last backup: the file you saved, ${time}.`
export const syncing = `Syncing…`
export const offline = `You are offline.`
export const offlineLater = `You are offline. Your log is saved here and syncs later.`
export const signedOutElsewhere = `You were signed out. Nothing is lost: unsynced changes are sent when ` +
    `you sign in again.`
export const todayAt = ({ time }: { time: Value }) =>
  `today at ${time}`
export const notSignedIn = `You are not signed in.`
export const signIn = `Sign in`
export const deviceSignOut = ({ name }: { name: Value }) =>
  `Sign out ${name}`
export const signOutOthers = `Sign out all other devices`
export const deviceUnknown = `Is there a device you do not know? Sign it out and change your password.`
export const deviceKeys = `Scripts and apps with a key have a list of their own.`
export const changePassword = `Change password`
export const deviceSignedOut = ({ name }: { name: Value }) =>
  `${name} signed out.`
export const keysAccount = `API keys need an account, because scripts read your log through the server.`
export const keyNamed = ({ name }: { name: Value }) =>
  `API key “${name}”`
export const keyOnce = `This key is shown only once. Anyone who has the key can use it until you revoke it.`
export const copy = `Copy`
export const done = `Done`
export const keyNew = `New API key`
export const name = `Name`
export const keyExample = `laptop script`
export const access = `Access`
export const keyOrigins = `Web pages that may use it, if any`
export const keyOriginsExample = `https://charts.example`
export const keyOriginsWhy = `Only needed for a key that a page of another site uses in your browser. ` +
    `Enter addresses without a path, separated by spaces.`
export const keyCreate = `Create key`
export const keyRevokeNamed = ({ name }: { name: Value }) =>
  `Revoke the key “${name}”`
export const keyRevoke = `Revoke`
export const keyMcp = `Address for an assistant with MCP:`
export const keyHeader = `Its header, followed by your key:`
export const keyDocs = `Description of the API:`
export const keyLimits = `A key cannot change your account or other keys.`
export const keyCopied = `API key copied.`
export const copyRefused = `The browser blocked copying. Select the key and copy it yourself.`
export const deleteWarning = `All workouts with their history, your machines, the photos on this device ` +
    `and your sign-in are deleted, on the server and on this device.`
export const deleteFinal = `This cannot be undone.`
export const saveCopyFirst = `Save a copy first`
export const password = `Password`
export const deleteNoPassword = `Your account has no password. Delete it within five minutes of signing ` +
    `in; otherwise sign out and in again first.`
export const deleteAll = `Delete everything`
export const deleteAllPasskey = `Use a passkey and delete everything`
export const accountDeleted = `Your account and all its data were deleted, on this device and on the server.`
export const linked = `Other ways to sign in`
export const linkedWhy = `Sign in to Iron with your account of another service. Iron stores only your name ` +
    `and id there.`
export const remove = `Remove`
export const connect = ({ name }: { name: Value }) =>
  `Connect ${name}`
export const marked = `Illness, travel, pain`
export const markedWhy = `Sets of these days stay in your history and records. Advice, trends and stalls ` +
    `leave them out and say so.`
export const firstDay = `First day`
export const lastDay = `Last day`
export const markedCause = `Why`
export const pain = `If it still hurts: stop, and see someone who can examine you.`
export const leaveOut = `Leave these days out`
export const countAgain = `Count them again`
export const causeDeload = `Lighter week`
export const causeRotation = `Planned change of position`
export const causeOther = `Something else`
export const daysMissing = `Choose the first and the last day.`
export const daysReversed = `The last day comes before the first one.`
export const daysCounted = `These days count again.`
export const plainHttp = `This address uses plain HTTP, so offline use and passkeys are not available. ` +
    `Open Iron over HTTPS, or as localhost on the server itself.`
export const about = `About Iron`
export const bodyNote = `Weight, measurements and photos`
export const machinesNote = `Plates, bars, sled weight and angle`
export const comfortNote = `Text size, handedness, plate colours, install`
export const markedNote = `Days that advice and trends leave out`
export const exercises = `Your exercises`
export const exercisesNote = `Custom exercises and merges`
export const sharingNote = `Who can read your log`
export const liftersNote = `Logs that others share with you`
export const groupsNote = `A weekly board with your gym or class`
export const importHistory = `Import your history`
export const importNote = `From Strong, Hevy, FitNotes and others, with undo`
export const plates = `Plates`
export const plateColourNow = ({ size, unit, colour }: { size: Value; unit: Value; colour: Value }) =>
  `Colour of the ${size} ${unit} plate, ${colour}`
export const plateColour = ({ size, unit }: { size: Value; unit: Value }) =>
  `Colour of the ${size} ${unit} plate`
export const platesReset = `Reset all colours`
export const platesWhy = `Standard colours are those of weightlifting: 25 kg red, 20 kg blue, 15 kg ` +
    `yellow, 10 kg green.`
export const refused = ({ what, error }: { what: Value; error: Value }) =>
  `Only on this device (${what}): ${error}`
export const refusedHelp = `Edit this again to send it again, or go back to the version on the server.`
export const refusedBack = `Use the server's version`
export const passkeys = `Passkeys`
export const passkeysWhy = `Sign in with your fingerprint, face or screen lock instead of a password. A ` +
    `passkey works only at this address.`
export const passkeyAdd = `Add a passkey`
export const passkey = `Passkey`
export const passkeyRename = ({ name }: { name: Value }) =>
  `Rename the passkey “${name}”`
export const passkeyRemove = ({ name }: { name: Value }) =>
  `Remove the passkey “${name}”`
export const rename = `Rename`
export const save = `Save`
export const twoStep = `Two-step sign-in`
export const twoStepOn = `On. After your password, Iron asks for a code from your authenticator app.`
export const turnOff = `Turn off`
export const twoStepSteps = `Scan this code with your authenticator app, or enter the key there. Then ` +
    `enter the six digits that the app shows.`
export const twoStepCode = `QR code of the key below`
export const twoStepOpen = `Open in an authenticator app on this device`
export const sixDigits = `Six digits`
export const turnOn = `Turn on`
export const twoStepOff = `Off. With two-step sign-in, a stolen password alone is useless.`
export const setUp = `Set up`
export const recovery = `Recovery codes`
export const recoveryWhy = `Each code works once instead of the six digits. Keep the codes in a safe ` +
    `place, on paper for example.`
export const codesShow = `Show codes`
export const codesReplace = `Replace all codes`
export const passwordCurrent = `Current password`
export const passwordNew = `New password`
export const passwordConfirm = `Confirm your password`
export const passwordConfirmWhy = `You are changing how you sign in. Please enter your password again.`
export const continueOn = `Continue`
export const settings = `Settings`
export const unit = `Unit`
export const theme = `Theme`
export const weekStarts = `Week starts`
export const rest = `Rest between sets`
export const bodyWeight = `Body weight`
export const height = `Height`
export const heightWhy = `for the leg-press model`
export const centimetres = `cm`
export const bodyWeightOdd = ({ value, unit }: { value: Value; unit: Value }) =>
  `${value} ${unit} cannot be a body weight. Enter your weight again.`
export const bodyWeightSaved = ({ value, unit }: { value: Value; unit: Value }) =>
  `Body weight ${value} ${unit} saved.`
export const heightOdd = `Enter your height in centimetres, from 100 to 250.`
export const copyOfDay = ({ day, count }: { day: Value; count: Value }) =>
  `, saved ${day}: ${isSingular(count) ? `1 workout` : `${count} workouts`}.`
export const copyOfRange = ({ day, count, start, end }: { day: Value; count: Value; start: Value;
    end: Value }) =>
  `, saved ${day}: ${isSingular(count) ? `1 workout` : `${count} workouts`}, ${start} to ${end}.`
export const thisDevice = `This device`
export const lastUsed = ({ time }: { time: Value }) =>
  `Last used ${time}`
export const signedIn = ({ time }: { time: Value }) =>
  `signed in ${time}`
export const deviceSignsInAgain = `The device has to sign in again. Unsynced workouts stay on the device ` +
    `and sync after that.`
export const devicesSignInAgain = `These devices have to sign in again. Unsynced workouts stay on the ` +
    `device and sync after that.`
export const accessRead = `Read`
export const accessWrite = `Read and write`
export const created = ({ day }: { day: Value }) =>
  `created ${day}`
export const used = ({ day }: { day: Value }) =>
  `used ${day}`
export const neverUsed = `never used`
export const forPages = ({ pages }: { pages: Value }) =>
  `for pages of ${pages}`
export const deleteElsewhere = `Backups that the host made earlier still hold your journal until the host ` +
    `deletes them. Other devices keep their copies until they are cleared.`
export const deleteElsewhereOwner = `You own this server. At its next start it prints a code for a new ` +
    `owner. Backups that the host made earlier still hold your journal until the host deletes them. Other ` +
    `devices keep their copies until they are cleared.`
export const version = ({ version }: { version: Value }) =>
  `Iron ${version}`
export const plateStandard = `standard colour`
export const changesUnreached = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 change has` : `${count} changes have`} not reached the server.`
export const sendOrKeep = `Send them first, or keep them on this device until you sign in here again.`
export const signInOrKeep = `Sign in again to send them, or keep them on this device until you sign in ` +
    `here again.`
export const photosDeleted = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 photo on this device is deleted too` : `${count} photos on this device are ` +
    `deleted too`}`
export const photosOnlyCopy = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `, and is nowhere else.` : `, and are nowhere else.`}`
export const signedInAs = `Signed in as`
export const signOutDelete = `Sign out and delete them`
export const syncChanges = ({ changes }: { changes: Value }) =>
  `Sync ${changes}`
export const signedOutLog = `You were signed out. The log on this device belongs to`
export const comfortSubtitle = `Text size, handedness, vibration, shortcuts`
export const textNormal = `Normal`
export const textBig = `Big`
export const handLeft = `Left`
export const handRight = `Right`
export const twoInReserve = `2 in reserve`
export const on = `On`
export const off = `Off`
export const reading = `Reading…`
export const copyNoAccount = `A device without an account`
export const nothingToRestore = `Nothing to restore`
export const restoreNow = `Restore`
export const restoreItems = ({ items }: { items: Value }) =>
  `Restore ${items}`
export const copyNamesake = ({ name }: { name: Value }) =>
  `This copy belongs to another account that is also named ${name}.`
export const copyOfOther = ({ owner, name }: { owner: Value; name: Value }) =>
  `This copy belongs to ${owner}. You are signed in as ${name}.`
export const copyOfOtherGuest = ({ owner }: { owner: Value }) =>
  `This copy belongs to ${owner}. You are not signed in.`
export const devicesSubtitle = `Where you are signed in`
export const signOutDevices = ({ devices }: { devices: Value }) =>
  `Sign out ${devices}?`
export const devicesSignedOut = ({ devices }: { devices: Value }) =>
  `${devices} signed out.`
export const keysSubtitle = `For scripts, spreadsheets and assistants`
export const keyRead = `Read`
export const keyWrite = `Read and write`
export const illness = `Illness`
export const causePain = `Pain`
export const travel = `Travel`
export const markedSubtitle = `Days that do not count`
export const undo = `Undo`
export const phone = `Phone`
export const computer = `Computer`
export const passwordChanged = `Password changed. Other devices were signed out.`
export const passwordSet = `Password set.`
export const passwordSetNow = `Set a password`
export const passwordChange = `Change password`
export const lookAuto = `Auto`
export const lookLight = `Light`
export const lookDark = `Dark`
export const forPullUps = `for pull-ups and dips`
export const body = `Body`
export const machines = `Machines`
export const sharing = `Sharing`
export const lifters = `Lifters`
export const groups = `Groups`
export const mon = `Mon`
export const sat = `Sat`
export const sun = `Sun`
