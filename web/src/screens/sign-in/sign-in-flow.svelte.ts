/**
 * What follows a sign-in: the log of who it is opens, or the lifter decides first where this phone has
 * somebody else's.
 */

import * as messages from '../../core/generated/messages-sign-in'
import { sentenceOf, signOutServer } from '../../data/server/account'
import { takeReturn } from '../../data/server/after-sign-in'
import { ApiError } from '../../data/server/api'
import { session, signedIn, unsyncedHere, whoAmI, type User } from '../../data/server/session.svelte'
import { isSameUser } from '../../data/server/who'
import { go } from '../../router.svelte'
import { toast } from '../../ui/toast.svelte'

export class SignInFlow {
  busy = $state(false)
  problem = $state('')
  /** The field that the server refused. */
  field = $state('')
  /** Somebody else than the journal's owner signed in: the journal's waiting changes, and who it is now. */
  other = $state.raw<{ user: User; waiting: number } | null>(null)

  /** `again`: the sign-in had ended, and this one goes on with the same journal. */
  constructor(private readonly again: () => boolean) {}

  /** Do a step of the sign-in; when it says true it was the last, and the log opens. */
  async attempt(step: () => Promise<boolean>): Promise<void> {
    this.busy = true
    this.problem = ''
    this.field = ''
    try {
      if (!(await step())) return
      const user = await whoAmI()
      if (!user)
        throw new ApiError(
          401, 'cookie',
          messages.noCookies,
        )
      const owner = session.user
      if (owner && !isSameUser(user, owner)) this.other = { user, waiting: await unsyncedHere() }
      else await this.enter()
    } catch (failure) {
      this.problem = sentenceOf(failure)
      this.field = failure instanceof ApiError ? failure.where : ''
    } finally {
      this.busy = false
    }
  }

  /** Open the journal of who is signed in now. */
  async enter(): Promise<void> {
    const again = this.again()
    const user = await signedIn()
    if (!user) return
    this.other = null
    toast.show(
      again
        ? messages.signedInAgain({ name: user.name })
        : messages.welcome({ name: user.name }),
    )
    go(takeReturn() ?? 'me', { replace: true })
  }

  /** It was the wrong account: sign out again. */
  async back(): Promise<void> {
    this.busy = true
    await signOutServer().catch(() => undefined) // the next sign-in replaces it anyway
    ;[this.other, this.busy] = [null, false]
  }
}
