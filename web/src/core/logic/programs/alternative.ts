/** Another exercise in a slot of a program, where its own cannot be done. */
import type { SlotTargets } from '../../rules/programs/targets'

/** The targets with an alternative in place of the exercise: the same sets, at a load of the lifter's own. */
export function withAlternative(slot: SlotTargets, exercise: string): SlotTargets {
  if (!slot.alternatives.includes(exercise)) return slot
  const open = { load: null, exact: null, source: { kind: 'instead', of: '', percent: 100, extra: 0 } }
  return {
    ...slot, exercise, name: '', nth: 1, setup: null, warmUps: [], instead: slot.exercise,
    sets: slot.sets.map((target) => ({ ...target, ...open })),
  }
}
