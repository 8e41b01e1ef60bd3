/** Write and, when the phone cannot, tell the lifter and offer a copy. True = it is on the disk. */

import { toast } from '../ui/toast.svelte'
import { StoreError } from './store'

export async function keep(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (problem) {
    if (!(problem instanceof StoreError)) throw problem
    const copy = { label: 'Save a copy', run: () => void import('./export').then(({ exportEverything }) => exportEverything()) }
    const reload = { label: 'Reload', run: () => location.reload() }
    toast.show(problem.sentence, problem.code === 'newer' ? reload : copy, { stays: true })
    return false
  }
}
