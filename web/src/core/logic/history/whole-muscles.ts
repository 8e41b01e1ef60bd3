/** Muscles as lifters name them, for every list of sets: "Quads (rectus femoris)" is a part of Quads. */

import type { Credit, Facts } from '../../rules/history/performed'

type FactsOf = (exercise: string) => Facts

export interface WholeMuscle {
  /** The id of its first part. */
  readonly id: string
  readonly name: string
  /** Ids of muscles, as the body picture has them. */
  readonly parts: readonly string[]
}

export interface WholeMuscles {
  /** The muscle to which a part belongs; an unknown id is a muscle of its own. */
  readonly of: (part: string) => WholeMuscle
  /**
   * Facts with one credit for each muscle: a set counts once for a muscle, with the part that it trains most.
   */
  readonly merge: (factsOf: FactsOf) => FactsOf
}

/** @param muscles the muscles of the content, by id */
export function wholeMuscles(muscles: Readonly<Record<string, { readonly name: string }>>): WholeMuscles {
  const byName = new Map<string, { id: string; name: string; parts: string[] }>()
  const byPart = new Map<string, WholeMuscle>()
  for (const [id, { name: full }] of Object.entries(muscles)) {
    const name = full.replace(/ \(.*\)$/, '')
    const whole = byName.get(name) ?? { id, name, parts: [] }
    whole.parts.push(id)
    byName.set(name, whole)
    byPart.set(id, whole)
  }
  const of = (part: string) => byPart.get(part) ?? { id: part, name: part, parts: [part] }
  return {
    of,
    merge: (factsOf) => {
      const merged = new Map<string, Facts>()
      return (exercise) => {
        const known = merged.get(exercise) ?? mergeCredits(factsOf(exercise), of)
        merged.set(exercise, known)
        return known
      }
    },
  }
}

function mergeCredits(facts: Facts, of: WholeMuscles['of']): Facts {
  const credits = new Map<string, Credit>()
  for (const credit of facts.muscles) {
    const { id } = of(credit.id)
    const before = credits.get(id)
    if (!before || credit.credit > before.credit) credits.set(id, { ...credit, id })
  }
  return { ...facts, muscles: [...credits.values()] }
}
