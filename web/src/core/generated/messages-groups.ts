/** Written by `make generated` from content/messages/en/groups.ftl: change that file. */

type Value = string | number

export const you = `, you`
export const thisWeek = `This week`
export const lastWeek = `Last week`
export const showsNothing = `Shows nothing`
export const settings = `Settings`
export const refresh = `Refresh`
export const boardOffline = `You are offline, and this board has not been loaded on this device yet.`
export const tryAgain = `Try again`
export const groups = `Groups`
export const boardLoading = `Loading the board…`
export const boardName = `Your name on the board`
export const boardShows = `What the board shows of you`
export const boardWhy = `Choose nothing, and only your name is shown. Members see this week and last week, ` +
    `and nothing else of your log.`
export const youOnBoard = `You on the board`
export const members = `Members`
export const removeNamed = ({ name }: { name: Value }) =>
  `Remove ${name}`
export const remove = `Remove`
export const board = `Board`
export const groupLoading = `Loading the group…`
export const removeWarning = ({ name }: { name: Value }) =>
  `What ${name} shows is deleted at once, and the open invitation ends.`
export const deleteWarning = `The group and all that members show in it are deleted at once, for everybody.`
export const leaveWarning = `What you show is deleted at once. To come back you need a new invitation.`
export const removed = ({ name }: { name: Value }) =>
  `${name} was removed.`
export const noGroups = `You are not in a group yet.`
export const create = `Create a group`
export const join = `Join a group`
export const groupsWhy = `Each member chooses what the board shows of them, or to show nothing. The board ` +
    `is ordered by name, and shows this week and last week only.`
export const invite = `Invite`
export const codeLabel = `Code:`
export const invitationOnce = ({ time }: { time: Value }) =>
  `Shown only once. Whoever has an account here and the link or the code can join until ${time}.`
export const copyLink = `Copy link`
export const copyCode = `Copy code`
export const endInvitation = `End invitation`
export const invitationOpen = ({ time }: { time: Value }) =>
  `An invitation is open until ${time}. A new one ends it.`
export const endsAfter = `Ends after`
export const oneDay = `1 day`
export const oneWeek = `1 week`
export const thirtyDays = `30 days`
export const createInvitation = `Create invitation`
export const copied = ({ what }: { what: Value }) =>
  `${what} copied.`
export const copyRefused = `The browser blocked copying. Select the text and copy it yourself.`
export const yourInvitation = `Your invitation`
export const code = `Code`
export const codeExample = `7KXM-Q2PA-9DTR-WB4E`
export const newGroup = `New group`
export const yourGroup = `Your group`
export const groupName = `Name of the group`
export const groupExample = `Tuesday class`
export const accountWhy = `Groups need an account, because members see each other’s board through the server.`
export const signIn = `Sign in`
export const boardAt = ({ time }: { time: Value }) =>
  `As of ${time}. Weeks and goals are each member’s own.`
export const boardAtOffline = ({ time }: { time: Value }) =>
  `Offline, as of ${time}. Weeks and goals are each member’s own.`
export const group = `Group`
export const saved = `Saved.`
export const deleteGroup = `Delete group`
export const leaveGroup = `Leave group`
export const removeQuestion = ({ name }: { name: Value }) =>
  `Remove ${name}?`
export const deleteQuestion = `Delete the group?`
export const leaveQuestion = `Leave the group?`
export const subtitle = `A gym, a class or friends, with a weekly board.`
export const link = `Link`
export const shownDays = `Training days`
export const shownSets = `Working sets`
export const shownGoal = `Week goal reached`
export const sharesNothing = `Nothing`
export const goalReached = `goal reached`
export const createdByYou = `created by you`
export const needsConnection = ({ what }: { what: Value }) =>
  `${what} needs a connection. Try again when you are online.`
export const dayAndTime = ({ day, time }: { day: Value; time: Value }) =>
  `${day}, ${time}`
export const changing = `Changing a group`
export const deleting = `Deleting a group`
export const leaving = `Leaving a group`
export const joining = `Joining a group`
export const creating = `Creating a group`
