/** Names of gyms, compared folded, and what stands in one. */

/** A name as it is compared: case, width and spaces do not count. */
export function foldedGym(name: string | undefined): string {
  return (name ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

export function sameGym(a: string | undefined, b: string | undefined): boolean {
  return foldedGym(a) === foldedGym(b)
}

/**
 * Whether a machine can be used in a gym: it stands there, or nobody said where it stands; anywhere when no
 * gym was picked.
 */
export function standsIn(machine: { gym?: string }, gym: string | undefined): boolean {
  return gym === undefined || machine.gym === undefined || sameGym(machine.gym, gym)
}

/**
 * A machine with the gym it stands in, which is said once: an imported machine may be called by its gym
 * alone.
 */
export function machineName(
  { name, gym }: { name?: string | undefined; gym?: string | undefined },
): string {
  const isSaid = gym === undefined || ` ${foldedGym(name)} `.includes(` ${foldedGym(gym)} `)
  return [name, isSaid && name ? undefined : gym].filter(Boolean).join(', ')
}
