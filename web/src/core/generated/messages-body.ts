/** Written by `make generated` from content/messages/en/body.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const title = `Body`
export const photos = `Photos`
export const timeShown = `Time shown`
export const trendMethod = `How the trend is calculated`
export const trendWhy = `The trend line follows a tenth of each day's difference (an exponential average ` +
    `with a factor of 0.9 a day, from J. Walker, The Hacker's Diet). Salt, water and dinner hardly move ` +
    `the line, and a real change shows a week late. “Likely” is an 80 % interval of a straight line ` +
    `through the days of the last four weeks. Four weeks and five days are our choice.`
export const noValues = `No values yet. Five values in four weeks make a trend.`
export const values = `Values`
export const valueDelete = ({ value, day }: { value: Value; day: Value }) =>
  `Delete ${value} of ${day}`
export const older = `Show older values`
export const spanQuarter = `12 weeks`
export const spanYear = `12 months`
export const spanAll = `All time`
export const valueDeleted = ({ value, day }: { value: Value; day: Value }) =>
  `${value} of ${day} deleted.`
export const measure = `Measure`
export const side = `Side`
export const unit = `Unit`
export const day = `Day`
export const save = `Save`
export const less = `A little less`
export const more = `A little more`
export const otherMeasure = `Other measure, unit or day`
export const left = `Left`
export const right = `Right`
export const noSide = `Not set`
export const valueSaved = ({ measure, value }: { measure: Value; value: Value }) =>
  `${measure} ${value} saved.`
export const measurements = `Measurements`
export const photosHere = `Photos are on this device only. They are never sent to the server and are not ` +
    `part of a saved copy.`
export const photosSave = `Save them as files regularly.`
export const takenOn = `Taken on`
export const seenFrom = `Seen from`
export const photoClean = `Location, camera and time are removed from the file before it is saved.`
export const show = `Show`
export const sideBySide = `Side by side`
export const daysApart = ({ days }: { days: Value }) =>
  `${isSingular(days) ? `1 day` : `${days} days`} apart`
export const photoAlt = ({ name }: { name: Value }) =>
  `You on ${name}`
export const allPhotos = `All photos`
export const photoDelete = ({ name }: { name: Value }) =>
  `Delete the photo of ${name}`
export const deleteButton = `Delete`
export const photosZip = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `Save the photo` : `Save all ${count} photos`} as a zip file`
export const noPhotos = `No photos yet. Use the same light, place and pose each time to make photos ` +
    `comparable.`
export const photoDay = `Choose the day the photo was taken, today or before.`
export const photoSaved = ({ day }: { day: Value }) =>
  `Photo of ${day} saved on this device.`
export const photoDeleted = ({ day }: { day: Value }) =>
  `Photo of ${day} deleted.`
export const photosLost = `If you lose the device or clear the browser, your photos are deleted.`
export const photosLostAccount = `If you lose the device, sign out or clear the browser, your photos are ` +
    `deleted.`
export const me = `Me`
export const subtitle = `Weight and measurements.`
export const subtitleWeight = `Weight and measurements. Your weight on the day counts in pull-ups, dips ` +
    `and push-ups.`
export const value = `Value`
export const trendColumn = `Trend`
export const undo = `Undo`
export const front = `Front`
export const backView = `Back`
export const saving = `Saving…`
export const photoAdd = `Add a photo`
export const all = `All`
export const photoLeft = `Left photo`
export const photoRight = `Right photo`
export const measured = `Measured`
export const otherPose = `Other`
export const trendNow = ({ amount }: { amount: Value }) =>
  `Trend ${amount}.`
export const firstValue = `One value so far. The second one shows a difference.`
export const changeSince = ({ change, day, days }: { change: Value; day: Value; days: Value }) =>
  `${change} since ${day}, ${days} days measured.`
export const noChangeSince = ({ day, days }: { day: Value; days: Value }) =>
  `No change since ${day}, ${days} days measured.`
