/** Next loads that follow the documents, for screens. Call these while a component is being set up. */

import { live, ofKinds, type Live } from '../../store/live.svelte'
import {
  dayLoads, DEPENDS_ON, loadsAfter, sessionLoads, type Comings, type Loads, type PlannedDay,
} from './shared-loads'
import type { Standing } from '../runs'
import { wallTime } from '../../store/ids'

const concern = ofKinds(DEPENDS_ON)

/** The loads of a day on a date; undefined until they are known, and without a day. */
export function liveDayLoads(
  of: () => { planned: PlannedDay | null | undefined; on: string },
): Live<Loads | undefined> {
  return live(() => {
    const { planned, on } = of()
    return async () => (planned ? dayLoads(planned, on) : undefined)
  }, concern)
}

/** What comes next after a workout; undefined until it is known, and without a workout. */
export function liveLoadsAfter(
  of: () => { workout: string | undefined; on: string },
): Live<Comings | undefined> {
  return live(() => {
    const { workout, on } = of()
    return async () => (workout === undefined ? undefined : loadsAfter(workout, on))
  }, concern)
}

/** The engine's loads of a program's next session, where the program names none. */
export function liveSessionLoads(of: () => Standing | null | undefined): Live<Loads | undefined> {
  return live(() => {
    const session = of()
    return async () =>
      session ? sessionLoads(session.targets, session.doc.body.unit, wallTime().slice(0, 10)) : undefined
  }, concern)
}
