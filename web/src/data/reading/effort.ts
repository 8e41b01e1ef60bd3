/**
 * Force and work of a logged set of the sled press, in words: "131 to 159 kg along the rail · 3.3 to 6.3 kJ".
 */

import type { Entry, WorkoutSet } from '../../core/values/documents'
import { massKg } from '../../core/rules/loads/units'
import { read, settings } from '../store/store'

/**
 * Empty for exercises without a model and for sets without load or repetitions. The model is fetched when
 * first needed.
 */
export async function pressEffort(entry: Entry, set: WorkoutSet): Promise<string> {
  const { load, reps } = set
  if (entry.exercise !== 'leg-press-45' || !load || !reps) return ''
  const id = entry.machine?.id
  const [{ effortOf, effortWords }, { height_m, unit }, stored] = await Promise.all([
    import('../../core/press/press-set'), settings(), id ? read('machine', id) : undefined,
  ])
  const machine = stored?.body
  const base_kg = entry.machine?.base_kg ?? machine?.base_kg
  // Weighed later counts too, as long as the set was logged with that base.
  const baseKnown = machine?.base_known === true && machine.base_kg === base_kg
  return effortWords(
    effortOf({
      plates_kg: massKg(load.value, load.unit), reps, base_kg, baseKnown,
      angle_deg: entry.machine?.angle_deg ?? machine?.angle_deg,
      depth_deg: set.depth?.how === 'knee_angle' ? set.depth.value : undefined, height_m,
    }),
    unit,
  )
}
