/** Which runs of programs go on. */

import { FORMAT } from '../../rules/programs/model'
import type { Run } from '../../values/documents'

/** Whether a run is not over and this Iron can read it. */
export function isActive({ ended, text }: Run): boolean {
  return ended === undefined && text['format'] === FORMAT
}
