/**
 * Short tones at the end of a rest and in interval timers, made by Web Audio: no file, and the only signal on
 * phones without vibration. Off by the lifter's setting. Browsers allow sound only after a touch, so the log
 * asks for it at the first one.
 */

import { look } from './look'

/** Tones as [frequency in Hz, start in s, length in s]. Chosen by ear. */
const TONES = {
  /** The rest is over. */
  rest: [[880, 0, 0.12], [1175, 0.16, 0.22]],
  /** One of the last three seconds. */
  tick: [[660, 0, 0.07]],
  /** Work begins. */
  work: [[1047, 0, 0.3]],
  /** Work ends. */
  pause: [[523, 0, 0.3]],
} as const satisfies Record<string, readonly (readonly [number, number, number])[]>

const LOUD = 0.25

let context: AudioContext | null = null

export const canRing = typeof AudioContext !== 'undefined'

export function rings(): boolean {
  return canRing && look().sound !== false
}

/** Ask the browser for sound; call it from a touch. */
export function allowSound(): void {
  if (!rings()) return
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined) // no touch yet: silent
}

export function ring(what: keyof typeof TONES): void {
  if (!rings() || context?.state !== 'running') return
  for (const [hertz, start, length] of TONES[what]) {
    const from = context.currentTime + start
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = hertz
    // A short rise and fall: a tone that is cut clicks.
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(LOUD, from + 0.01)
    volume.gain.setValueAtTime(LOUD, from + length - 0.03)
    volume.gain.linearRampToValueAtTime(0, from + length)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + length)
  }
}
