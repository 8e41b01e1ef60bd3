/** All-time marks of the exercise at hand: read after the first paint, once for each exercise. */

import type { Marks } from '../../data/beat'

/** Call while the screen is set up. */
export function createMarks(of: () => { exercise: string | undefined; workout: string | undefined }): { readonly lines: Marks['lines'] | undefined } {
  let found = $state.raw<Marks | null>(null)
  const exercise = $derived(of().exercise)
  const workout = $derived(of().workout)

  $effect(() => {
    const [id, but] = [exercise, workout]
    if (id === undefined || but === undefined) return
    let current = true
    import('../../data/beat').then(({ marksOf }) => marksOf(id, but)).then(
      (marks) => { if (current) found = marks },
      () => undefined, // its file is not on this phone yet: no record is shown, nothing else depends on it
    )
    return () => { current = false }
  })

  return { get lines() { return found?.exercise === exercise ? found?.lines : undefined } }
}
