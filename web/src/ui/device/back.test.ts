import { beforeEach, expect, test, vi } from 'vitest'

/** A browser history of one page: going back answers later, as in a browser. */
const states: unknown[] = [null]
let popped: (event: { state: unknown }) => void = () => undefined
const turn = () => new Promise((resolve) => { setTimeout(resolve) })

vi.stubGlobal('window', { addEventListener: (_: string, listen: typeof popped) => { popped = listen } })
// A page that is not painted goes on at once.
vi.stubGlobal('document', { hidden: true })
vi.stubGlobal('history', {
  get state() { return states.at(-1) },
  pushState: (state: unknown) => states.push(state),
  replaceState: (state: unknown) => states.splice(-1, 1, state),
  go: (by: number) => { states.splice(by) },
})
const back = () => popped({ state: states.at(-1) })
const { onBack } = await import('./back')

beforeEach(() => { states.splice(1) })

test('Back closes the sheet on top', async () => {
  const close = vi.fn()
  const gone = onBack(close)
  await turn()
  expect(states).toHaveLength(2)
  states.pop()
  back()
  expect(close).toHaveBeenCalledOnce()
  gone()
  await turn()
})

test('a sheet that opens while the entry of a closed one is taken off stays open', async () => {
  const first = onBack(() => undefined)
  await turn()
  first() // a tap closed it
  await turn() // its entry is being taken off, the browser has not answered yet
  const close = vi.fn()
  const gone = onBack(close)
  await turn()
  back() // now it answers
  await turn()
  expect(close).not.toHaveBeenCalled()
  expect(states).toHaveLength(2)
  states.pop()
  back()
  expect(close).toHaveBeenCalledOnce()
  gone()
  await turn()
})
