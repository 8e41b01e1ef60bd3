/** How this browser may lose what Iron stored, in one sentence. */

import * as messages from '../../core/generated/messages-install'
import { install } from './install.svelte'
import { isSafari } from './platform'

/**
 * Safari deletes everything that a script stored after seven days of use without a visit; apps on the home
 * screen are exempt (WebKit, "Full Third-Party Cookie Blocking and More", 24 March 2020,
 * https://webkit.org/blog/10218/).
 */
export function storageRisk(): string {
  if (
    isSafari() && !install.installed
  ) return messages.riskSafari
  return messages.riskFull
}
