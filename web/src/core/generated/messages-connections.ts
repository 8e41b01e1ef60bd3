/** Written by `make generated` from content/messages/en/connections.ftl: change that file. */

type Value = string | number

export const assistants = `Assistants`
export const assistantsWhy = `An assistant that speaks MCP can read your log, and log sets if you let it. Add`
export const assistantsSteps = `as a remote MCP server in the assistant; the assistant then opens Iron and ` +
    `asks you.`
export const accessRemoveNamed = ({ name }: { name: Value }) =>
  `Remove the access of ${name}`
export const accessRemove = `Remove access`
export const accessRemoved = ({ name }: { name: Value }) =>
  `${name} has no access any more.`
export const calendar = `Calendar of planned days`
export const calendarWhy = `Subscribe to this address in your calendar app. It shows the days of your plan ` +
    `with their exercises, and which ones you did. Nothing else of your log is in it.`
export const calendarStopped = `The old address stopped working, because the server’s secret key changed.`
export const copyAddress = `Copy address`
export const newAddress = `Create a new address`
export const revokeAddress = `Revoke address`
export const createAddress = `Create calendar address`
export const addressCopied = `Calendar address copied.`
export const copyRefused = `The browser blocked copying. Select the address and copy it yourself.`
export const title = `Connections`
export const keysFor = `Scripts, and assistants that take a key, use`
export const keys = `API keys`
export const accountWhy = `Connections need an account, because other services reach your log through the ` +
    `server.`
export const signIn = `Sign in`
export const webhookNamed = ({ url }: { url: Value }) =>
  `Webhook ${url}`
export const resume = `Resume`
export const sendTest = `Send test`
export const webhookDelete = ({ url }: { url: Value }) =>
  `Delete the webhook ${url}`
export const deleteButton = `Delete`
export const lastDelivered = ({ day }: { day: Value }) =>
  `last delivered ${day}`
export const nothingDelivered = `nothing delivered yet`
export const webhooks = `Webhooks`
export const webhooksWhy = `Iron sends a signed message to an address of yours, such as Home Assistant, ` +
    `when something happens. What is not delivered is tried again for three days.`
export const secretOf = ({ url }: { url: Value }) =>
  `Secret of the webhook for ${url}:`
export const secretOnce = `This secret is shown only once. The receiver checks the signature with it.`
export const done = `Done`
export const address = `Address`
export const addressExample = `https://home.example/hook`
export const events = `Events`
export const createWebhook = `Create webhook`
export const testSent = `A test message is on its way.`
export const calendarRead = ({ made, day }: { made: Value; day: Value }) =>
  `Created ${made}, last read ${day}. Anyone who has the address can read the calendar.`
export const calendarUnread = ({ made }: { made: Value }) =>
  `Created ${made}, not read yet. Anyone who has the address can read the calendar.`
export const read = `Read`
export const readAndLog = `Read and log`
export const program = ({ name }: { name: Value }) =>
  `program ${name}`
export const connected = ({ day }: { day: Value }) =>
  `connected ${day}`
export const used = ({ day }: { day: Value }) =>
  `used ${day}`
export const notUsed = `not used yet`
export const me = `Me`
export const subtitle = `Assistants, calendars, home automation`
export const webhookStopped = `Stopped.`
export const webhookRetry = `The last try failed. Iron will try again.`
export const webhookWaiting = ({ count }: { count: Value }) =>
  `${count} waiting`
export const event = {
  'finished': `Workout finished`,
  'record': `New record`,
  'plan': `Plan changed`,
} as const
