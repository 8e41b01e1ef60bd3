/** Whether the browser keeps what Iron stores, and the reminders about it. */

import { reminderDue } from '../../core/logic/save-reminder'
import { ownDb, GUEST } from '../store/db'
import { getMeta, setMeta } from '../store/meta'
import { workouts } from '../store/store'

/** Ask the browser to keep our data when space is short, and remember its answer. */
export async function askToPersist(): Promise<void> {
  const known = await getMeta('persistence')
  const granted = (await navigator.storage?.persist?.().catch(() => false)) ?? false
  if (granted && known !== 'granted') await setMeta('persistence', 'granted')
  if (!granted && known !== 'refused' && known !== 'told') await setMeta('persistence', 'refused')
}

/** What the lifter should be told now about the safety of the open journal. */
export async function dueReminder(): Promise<'refused' | 'save' | null> {
  const [persistence, copied, asked, last] = await Promise.all(
    [getMeta('persistence'), getMeta('copied'), getMeta('asked'), workouts({ limit: 2 })]
  )
  const finishedWorkouts = last.filter((doc) => doc.body.end !== undefined && !doc.demo).length
  const isGuest = ownDb.name === GUEST
  return reminderDue({ isGuest, finishedWorkouts, persistence, copied, asked }, Date.now())
}

/** The lifter has read the reminder. */
export async function reminderRead(): Promise<void> {
  await setMeta('asked', Date.now())
  if ((await getMeta('persistence')) === 'refused') await setMeta('persistence', 'told')
}
