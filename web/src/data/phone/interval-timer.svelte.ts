/**
 * The interval timer: like the rest it is a moment on the disk, so sleep and reload cannot disturb it. It
 * calls out each change of phase and the last three seconds of one.
 */

import { lengthOf, momentAt, type IntervalMoment, type IntervalPlan } from '../../core/logic/log/intervals'
import { clearMeta, getMeta, setMeta } from '../store/meta'
import { onClockSet, timeNow } from './clock'

interface Running { plan: IntervalPlan; began: number; paused_s?: number }

let current = $state.raw<Running | null>(null)
let now = $state(timeNow())
let ticker: ReturnType<typeof setInterval> | undefined
let called = ''
let call: (what: 'tick' | 'work' | 'pause' | 'rest') => void = () => undefined

/** What happens at each cue. Set by the screen: data knows no sound. */
export function whenIntervalCalls(run: typeof call): void {
  call = run
}

export const intervals = {
  get plan(): IntervalPlan | null { return current?.plan ?? null },
  get isPaused(): boolean { return current?.paused_s !== undefined },
  get moment(): IntervalMoment | null { return current && momentAt(current.plan, seconds(current, now)) },
  start(plan: IntervalPlan): void { set({ plan, began: timeNow() }) },
  pause(): void {
    if (current && current.paused_s === undefined) set({ ...current, paused_s: seconds(current, timeNow()) })
  },
  resume(): void {
    if (current?.paused_s === undefined) return
    set({ plan: current.plan, began: timeNow() - current.paused_s * 1000 })
  },
  stop(): void {
    current = null
    clearInterval(ticker)
    void clearMeta('intervals')
  },
  async load(): Promise<void> {
    const stored = await getMeta('intervals')
    if (!stored || current) return
    const isOver = stored.paused_s === undefined && seconds(stored, timeNow()) > lengthOf(stored.plan)
    if (isOver) return intervals.stop()
    current = stored
    tick()
  },
}

function seconds({ began, paused_s }: Running, at: number): number {
  return paused_s ?? Math.max(0, Math.floor((at - began) / 1000))
}

function set(next: Running): void {
  current = next
  tick()
  // It shows at once; a timer that the disk refuses is lost with the tab, and only that.
  setMeta('intervals', next).catch(() => undefined)
}

onClockSet((by) => {
  if (current && current.paused_s === undefined) set({ ...current, began: current.began + by })
})

function tick(): void {
  clearInterval(ticker)
  now = timeNow()
  if (current?.paused_s !== undefined) return
  ticker = setInterval(() => {
    const at = timeNow()
    if (!current) return clearInterval(ticker)
    if (seconds(current, at) === seconds(current, now)) return
    now = at
    cue(momentAt(current.plan, seconds(current, now)))
  }, 100)
}

function cue({ phase, round, left_s }: IntervalMoment): void {
  const name = `${phase} ${round}`
  if (name !== called) {
    called = name
    call(phase === 'work' ? 'work' : phase === 'over' ? 'rest' : 'pause')
    if (phase === 'over') clearInterval(ticker)
  } else if (left_s <= 3 && left_s > 0) call('tick')
}
