/** Written by `make generated` from content/messages/en/me.ftl: change that file. */

type Value = string | number

const FORMS = new Intl.PluralRules('en-GB')
const selects = (value: Value, variant: Value): boolean =>
  value === variant || (typeof value === 'number' && FORMS.select(value) === variant)

export const mailTitle = `E-mail address`
export const mailWhatFor = `For a link to set a new password, should you forget yours, and for a note when ` +
    `it was changed. You do not sign in with it, and other lifters do not see it.`
export const mailRemove = `Remove`
export const mailNotConfirmed = `not confirmed yet`
export const mailOpenLink = `Open the link that was sent there. It works for a day.`
export const mailOpenLinkInstead = ({ email }: { email: Value }) =>
  `Open the link that was sent there. It works for a day. Then it takes the place of ${email}.`
export const mailSent = ({ email }: { email: Value }) =>
  `A link was sent to ${email}.`
export const mailSendAgain = `Send the link again`
export const mailAddress = `Address`
export const mailNewAddress = `New address`
export const mailConfirm = `Send a link to confirm it`
export const mailChange = `Change the address`
export const photosLeftOut = ({ count }: { count: Value }) =>
  `A copy has no photos: ${selects(count, 'one') ? `your photo is on this phone only.` : `your ${count} ` +
    `photos are on this phone only.`}`
export const photosSave = ({ count }: { count: Value }) =>
  `${selects(count, 'one') ? `Save ${count} photo` : `Save ${count} photos`}`
