/** Written by `make generated` from content/messages/en/chart.ftl: change that file. */

type Value = string | number

export const missing = `The chart is not on this device yet. Open it once while you are online. The table ` +
    `below shows all numbers.`
export const unsupported = `The chart does not work in this browser. The table below shows all numbers.`
export const chart = `chart`
export const readByKeys = ({ summary }: { summary: Value }) =>
  `${summary} Arrow keys read the points one by one.`
