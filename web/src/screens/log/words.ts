/** Words of the log that are put together from several messages. */

import * as messages from '../../core/generated/messages-log'
import { nearest, type Rack } from '../../core/rules/loads/plates'
import type { SetKind, Side } from '../../core/values/documents'
import { written } from '../../ui/device/look'
import { reserveWords } from '../../ui/text/words'

/** The kinds of sets to choose from. */
export const KINDS: readonly { value: SetKind; text: string }[] =
  (['warm-up', 'working', 'drop', 'rest-pause'] as const)
    .map((value) => ({ value, text: messages.kind[value] }))

/** The sides to choose from. */
export const SIDES: readonly { value: Side; text: string }[] =
  (['both', 'left', 'right'] as const).map((value) => ({ value, text: messages.sideShort[value] }))

/** “Aim 8–10, 2 in reserve”, `Aim 30`, or nothing. */
export function aimWords(aim: { reps_low?: number; reps_high?: number; rir?: number } | undefined): string {
  const parts = aimParts(aim)
  return parts === '' ? '' : messages.aim({ aim: parts })
}

/** The same without the first word. */
export function aimParts(
  aim: { reps_low?: number; reps_high?: number; rir?: number } | undefined,
): string {
  if (!aim) return ''
  const { reps_low: low, reps_high: high, rir } = aim
  const reps =
    low === undefined && high === undefined
      ? ''
      : low === high || high === undefined
        ? `${low}`
        : low === undefined
          ? messages.repsUpTo({ high })
          : `${low}–${high}`
  const reserve = rir === undefined ? '' : reserveWords(rir)
  return [reps ? messages.aimReps({ reps }) : '', reserve].filter(Boolean).join(', ')
}

/** How far an exercise of the list is: `2 of 4`, `2 sets`. */
export function progressWords(rounds: number, planned: number | undefined): string {
  if (planned !== undefined) return messages.setsOfPlanned({ done: rounds, planned })
  return rounds === 0 ? '' : messages.setsDone({ count: rounds })
}

/** A load that the rack cannot make, with the nearest that it can; '' where it makes none. */
export function misfitWords(rack: Rack, load: number): string {
  const [low, high] = nearest(rack, load).filter((value) => value !== null).map(written)
  if (low === undefined) return ''
  const near = high === undefined ? messages.nearestLoad({ load: low }) : messages.nearestLoads({ low, high })
  const say = rack.stack.length > 0 ? messages.noSuchMark : messages.noSuchPlates
  return say({ load: written(load), nearest: near })
}
