/** Workouts as FIT activities, which the server writes: for watches and the sites that collect activities. */

import * as messages from '../../core/generated/messages-server'
import { saveFile } from './files'
import { ApiError, OfflineError, download } from '../server/api'
import { sync } from '../server/sync.svelte'

/**
 * Save one workout as a FIT file, or all of them as a ZIP archive. What is only on this phone is sent first.
 * Returns the sentence to show where it did not work.
 */
export async function saveActivities(workout?: string): Promise<string | undefined> {
  await sync.now()
  try {
    const { file, name } = await download(workout === undefined ? 'activities' : `activities/${workout}`)
    saveFile(file, name)
    return undefined
  } catch (problem) {
    if (problem instanceof OfflineError) return messages.needsServer
    if (problem instanceof ApiError) return problem.sentence
    throw problem
  }
}
