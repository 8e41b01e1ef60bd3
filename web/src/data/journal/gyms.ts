/** Gyms: where the lifter trains, and what stands there. Names are compared folded. */

import { foldedGym, sameGym } from '../../core/logic/log/gym-names'
import type { Gym, Machine, Workout } from '../../core/values/documents'
import { all, workouts, type Doc } from '../store/store'

/** The gym of a name, when the lifter described it. */
export async function gymNamed(name: string | undefined): Promise<Gym | undefined> {
  if (name === undefined) return undefined
  return (await all('gym')).find((doc) => sameGym(doc.body.name, name))?.body
}

export interface Place { name: string; machines: number; gym?: Doc<Gym> }

/** Every gym the lifter knows: described ones, and names that machines carry. */
export async function places(): Promise<Place[]> {
  const [gyms, machines] = await Promise.all([all('gym'), all('machine')])
  const places = new Map<string, Place>()
  for (const gym of gyms)
    if (!places.has(foldedGym(gym.body.name)))
      places.set(foldedGym(gym.body.name), { name: gym.body.name, machines: 0, gym })
  for (const { body } of machines) {
    if (body.gym === undefined) continue
    const held = places.get(foldedGym(body.gym)) ?? { name: body.gym, machines: 0 }
    places.set(foldedGym(body.gym), { ...held, machines: held.machines + 1 })
  }
  return [...places.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** The only machine of a gym for an exercise; undefined when there are several, or none. */
export async function onlyMachine(exercise: string, gym: string): Promise<Doc<Machine> | undefined> {
  const there = (await all('machine')).filter(
    ({ body }) => body.exercise === exercise && body.gym !== undefined && sameGym(body.gym, gym),
  )
  return there.length === 1 ? there[0] : undefined
}

/** The gym of the newest workout. */
export const usualGymNow = async (): Promise<string | undefined> => usualGym(await workouts({ limit: 1 }))

/** Where the workouts before were: the gym of the newest one. */
export function usualGym(newest: readonly Doc<Workout>[]): string | undefined {
  return newest[0]?.body.gym
}
