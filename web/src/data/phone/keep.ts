/** Write and, when the phone cannot, show a notice that offers a copy. True = it is on the disk. */

import * as messages from '../../core/generated/messages-storage'
import { StoreError } from '../store/store'

export type ShowNotice = (
  text: string, action: { label: string; run: () => void }, options: { stays: boolean },
) => void

let showNotice: ShowNotice = () => undefined

/** How a failed write is shown. Set once at the start of the app: data knows no screen. */
export function showFailuresWith(show: ShowNotice): void {
  showNotice = show
}

export async function keep(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (problem) {
    if (!(problem instanceof StoreError)) throw problem
    const copy = {
      label: messages.saveCopy,
      run: () => void import('../copies/export').then(({ exportEverything }) => exportEverything()),
    }
    const reload = { label: messages.reload, run: () => location.reload() }
    showNotice(problem.sentence, problem.code === 'newer' || problem.code === 'stuck' ? reload : copy, {
      stays: true,
    })
    return false
  }
}
