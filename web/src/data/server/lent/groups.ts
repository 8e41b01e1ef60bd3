/**
 * Groups and their boards: asked of the server, and kept on this phone as they were last read, to be seen
 * without signal. What is kept of a group goes once the server says that it is over.
 */

import type { BoardOut, GroupOut, GroupsOut, InvitationMade } from '../../../core/generated/sharing'
import { api, ApiError } from '../api'
import { getMeta, setMeta } from '../../store/meta'

export type { BoardOut, BoardRow, BoardWeek, GroupOut, InvitationMade } from '../../../core/generated/sharing'
export type Shown = GroupOut['shows'][number]

/** What a group sees of the lifter. */
export interface Face { shown_as: string; shows: Shown[] }

/** The groups as they were last known here. */
export async function knownGroups(): Promise<readonly GroupOut[] | undefined> {
  return await getMeta('groups')
}

/** A board as it was last read here. */
export async function knownBoard(id: string): Promise<BoardOut | undefined> {
  return (await getMeta('boards'))?.[id]
}

/** Ask which groups there are; forget the boards of others. Throws OfflineError or ApiError. */
export async function refreshGroups(): Promise<void> {
  const { groups } = await api<GroupsOut>('groups')
  const ids = new Set(groups.map(({ id }) => id))
  const boards = Object.entries((await getMeta('boards')) ?? {}).filter(([id]) => ids.has(id))
  await setMeta('boards', Object.fromEntries(boards))
  await setMeta('groups', groups)
}

/** Read a board anew. Throws OfflineError, or ApiError; a group that is over is forgotten here. */
export async function refreshBoard(id: string): Promise<void> {
  await whileMember(id, async () => {
    const board = await api<BoardOut>(`groups/${id}/board`)
    await setMeta('boards', { ...(await getMeta('boards')), [id]: board })
  })
}

export async function makeGroup(name: string, face: Face): Promise<GroupOut> {
  return noted(await api<GroupOut>('groups', { json: { name, ...face } }))
}

/** Join by the code of an invitation; in a group where the lifter is already it changes nothing. */
export async function joinGroup(code: string, face: Face): Promise<GroupOut> {
  return noted(await api<GroupOut>('groups/join', { json: { code, ...face } }))
}

export async function changeFace(id: string, face: Face): Promise<void> {
  await whileMember(id, async () => noted(await api<GroupOut>(`groups/${id}/me`, { json: face })))
}

export async function leaveGroup(id: string): Promise<void> {
  await whileMember(id, () => api(`groups/${id}/me`, { method: 'DELETE' }))
  await forget(id)
}

export async function deleteGroup(id: string): Promise<void> {
  await whileMember(id, () => api(`groups/${id}`, { method: 'DELETE' }))
  await forget(id)
}

export async function removeMember(id: string, member: string): Promise<void> {
  await whileMember(id, () => api(`groups/${id}/members/${member}`, { method: 'DELETE' }))
}

/** Make the invitation, which is told this once; the one before ends. */
export async function inviteTo(id: string, days: number): Promise<InvitationMade> {
  return await whileMember(id, () => api<InvitationMade>(`groups/${id}/invitation`, { json: { days } }))
}

export async function endInvitation(id: string): Promise<void> {
  await whileMember(id, () => api(`groups/${id}/invitation`, { method: 'DELETE' }))
}

async function noted(group: GroupOut): Promise<GroupOut> {
  const others = ((await getMeta('groups')) ?? []).filter(({ id }) => id !== group.id)
  await setMeta('groups', [...others, group])
  return group
}

async function whileMember<T>(id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 410) await forget(id)
    throw failure
  }
}

async function forget(id: string): Promise<void> {
  const { [id]: _, ...boards } = (await getMeta('boards')) ?? {}
  await setMeta('boards', boards)
  await setMeta('groups', ((await getMeta('groups')) ?? []).filter((group) => group.id !== id))
}
