/** From iron.server.api.sharing: written by scripts/write_generated.py, do not edit. */

/** The board of a group, by name; `invites_until` is for who made it, null where no invitation is open. */
export interface BoardOut {
  group: GroupOut
  at: string
  rows: BoardRow[]
  invites_until: string | null
}

/** A member; without weeks he shows nothing. */
export interface BoardRow {
  member: string
  name: string
  is_you: boolean
  is_maker: boolean
  this_week: BoardWeek | null
  last_week: BoardWeek | null
}

/** What a member shows of a week; null for what he does not show. */
export interface BoardWeek {
  days: number | null
  sets: number | null
  goal_reached: boolean | null
}

/** A group that the caller is in; `shown_as` and `shows` are what it sees of him. */
export interface GroupOut {
  id: string
  name: string
  is_maker: boolean
  members: number
  shown_as: string
  shows: ('days' | 'goal' | 'sets')[]
}

/** The groups that the caller is in, by name. */
export interface GroupsOut {
  groups: GroupOut[]
}

/** An invitation, shown this once: as a code to type, and as a link that holds it. */
export interface InvitationMade {
  code: string
  address: string
  ends_at: string
}

/** A share of the own journal: with the account `to`, or by the link `label`. */
export interface ShareGiven {
  id: string
  to: string | null
  label: string
  what: ('body' | 'plans' | 'training')[]
  state: 'active' | 'ended' | 'waiting'
  made_at: string
  ends_at: string | null
  read_on: string | null
}

/** A new or changed share; `address` is a link's, which is shown this once. */
export interface ShareMade {
  share: ShareGiven
  address: string | null
}

/** A share of another lifter's journal, which waits to be accepted or may be read. */
export interface ShareReceived {
  id: string
  owner: string
  what: ('body' | 'plans' | 'training')[]
  state: 'active' | 'ended' | 'waiting'
  ends_at: string | null
}

/** A document of another lifter; `body` is null when deleted. */
export interface SharedDocument {
  kind: string
  id: string
  rev: number
  deleted: boolean
  body: unknown
}

/** What is shared, in the order of changes. Ask again from `place` while `more`. */
export interface SharedPage {
  docs: SharedDocument[]
  place: string
  more: boolean
  whole: boolean
}

/** What the lifter shares, newest first, and what is shared with him, by name. */
export interface SharesOut {
  given: ShareGiven[]
  received: ShareReceived[]
}
