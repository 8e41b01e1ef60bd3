/** Comments on a workout: the lifter's own, and those of who reads the log; both write without signal. */

import type { Comment } from '../../core/values/documents'
import { keepWritten, type Writer } from '../server/lent/lent-writing'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { getMeta, setMeta } from '../store/meta'
import { all, remove, write, type Doc } from '../store/store'

export interface About { workout: string; entry?: string; set?: string }

/** So many ids of read comments are kept. */
const MOST_READ = 2000

/** Comments on a workout, oldest first. */
export async function commentsOn(workout: string): Promise<Doc<Comment>[]> {
  const comments = (await all('comment')).filter(({ body }) => body.workout === workout)
  return comments.sort((a, b) => (a.body.at < b.body.at ? -1 : 1))
}

/** Write a comment: on one's own log, or with `share` on another lifter's. */
export async function addComment(
  about: About, text: string, share: string | null, writer?: Writer,
): Promise<void> {
  const body: Comment = { v: 1, ...about, text, at: wallTime(), offset: zoneOffset() }
  const id = newId()
  if (share === null) await write('comment', id, body)
  else if (writer)
    await keepWritten(share, 'comment', id, { ...body, by: writer.account, author: writer.name })
}

export async function deleteComment(id: string, share: string | null): Promise<void> {
  await (share === null ? remove('comment', id) : keepWritten(share, 'comment', id, null))
}

/** The newest comment of somebody else on one's own log that was not seen here. */
export async function unreadComment(): Promise<Doc<Comment> | undefined> {
  const read = new Set(await getMeta('comments_read'))
  const unread = (await all('comment')).filter(({ id, body }) => body.by !== undefined && !read.has(id))
  return unread.sort((a, b) => (a.body.at < b.body.at ? -1 : 1)).at(-1)
}

export async function noteRead(comments: readonly Doc<Comment>[]): Promise<void> {
  const read = (await getMeta('comments_read')) ?? []
  const fresh = comments.filter(({ id, body }) => body.by !== undefined && !read.includes(id))
  if (fresh.length > 0)
    await setMeta('comments_read', [...read, ...fresh.map(({ id }) => id)].slice(-MOST_READ))
}
