/**
 * What is advised does not change under the thumb: the first answer to a question stands until the question
 * changes, and one that comes too late does not come.
 */

/**
 * So long after the numbers of last time stand there the advice may still come in, and the button waits for
 * it [ms]; then those of last time stand, and stay (issue 12, law 12).
 */
export const FINAL_MS = 100
/**
 * The same for the first numbers after the app was opened, which come while it is still being loaded [ms].
 * They are read ahead (`data/reading/strength/opening`) and seldom take as long; a guess of what a thumb on
 * its way does not notice.
 */
export const OPENING_MS = 500

export interface Hold<T> {
  /**
   * The answer that stands; undefined while it may still come.
   *
   * @param question everything that the answer depends on, in one text; null while some of it is being read.
   *   Its clock starts when it is first asked.
   * @param answer works the answer out, and is asked only until one stands: undefined while it is not known
   *   yet, null for nothing to say
   * @param now a clock when the answer is asked for [ms]: no thumb comes between asking and answering
   */
  settle(question: string | null, answer: () => T | null | undefined, now: number): T | null | undefined
}

/** @param firstMs the limit of the first question */
export function createHold<T>(firstMs: number = FINAL_MS): Hold<T> {
  let held: { question: string; since: number; limit: number; answer: T | null | undefined } | undefined
  return {
    settle(question, answer, now) {
      if (question === null) return undefined
      if (held?.question !== question)
        held = { question, since: now, limit: held ? FINAL_MS : firstMs, answer: undefined }
      if (held.answer !== undefined) return held.answer
      held.answer = now - held.since > held.limit ? null : answer()
      return held.answer
    },
  }
}
