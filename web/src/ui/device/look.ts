/**
 * How the app looks and feels to this lifter: light, text, hand, plates, buzz. The choices stand on the root
 * element, where style sheets read them, and are mirrored in the browser so that the first paint is already
 * right.
 */

import type { PlateColour, Settings } from '../../core/values/documents'

export type Look = Pick<
  Settings, 'theme' | 'text' | 'hand' | 'buzz' | 'sound' | 'keys' | 'decimal' | 'effort' | 'plate_colours'
>

const KEY = 'iron-look'

/** Discs of weightlifting and what gyms have besides, in tones that hold on graphite and on chalk. */
export const PLATE_COLOURS: Record<PlateColour, string> = {
  red: '#d9483b', blue: '#3d7fc4', yellow: '#d9a514', green: '#2f9e63', white: '#f1eee6', black: '#2b2f33',
  grey: '#8a9095', orange: '#ee7a3c',
}

let now: Look = {}
let plates: string[] = []

/** The look in force, for code that is no style sheet. */
export function look(): Look {
  return now
}

export function applyLook(settings: Settings): void {
  const { theme, text, hand, buzz, sound, keys, decimal, effort, plate_colours } = settings
  show({
    ...(theme && theme !== 'system' ? { theme } : {}), ...(text ? { text } : {}), ...(hand ? { hand } : {}),
    ...(buzz === undefined ? {} : { buzz }),
    ...(sound === undefined ? {} : { sound }), ...(effort ? { effort } : {}),
    ...(keys === undefined ? {} : { keys }), ...(decimal ? { decimal } : {}),
    ...(plate_colours ? { plate_colours } : {}),
  })
  try {
    localStorage.setItem(KEY, JSON.stringify(now))
  } catch {
    // Storage may be closed to us (private mode); the settings document still has the choices.
  }
}

export function applyRememberedLook(): void {
  try {
    const stored = localStorage.getItem(KEY)
    if (stored) show(JSON.parse(stored) as Look) // written above only
  } catch {
    // Closed storage or a broken entry: the look of a new phone.
  }
}

/** A number as this lifter writes it: 187.5 or 187,5. */
export function written(value: number | string): string {
  return now.decimal === 'comma' ? String(value).replace('.', ',') : String(value)
}

function show(next: Look): void {
  now = next
  const { dataset, style } = document.documentElement
  for (const key of ['theme', 'text', 'hand'] as const) {
    const value = next[key]
    if (value === undefined) delete dataset[key]
    else dataset[key] = value
  }
  for (const name of plates) style.removeProperty(name)
  plates = []
  for (const [plate, colour] of Object.entries(next.plate_colours ?? {})) {
    const name = plateProperty(plate)
    style.setProperty(name, PLATE_COLOURS[colour] ?? PLATE_COLOURS.grey)
    plates.push(name)
  }
}

/** The custom property that colours a plate: "2.5 kg" → "--plate-2_5-kg". */
export function plateProperty(plate: string): string {
  return `--plate-${plate.replace('.', '_').replace(' ', '-')}`
}
