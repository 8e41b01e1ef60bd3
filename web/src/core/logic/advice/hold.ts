/**
 * What is advised does not change under the thumb: the first answer to a question stands until the question
 * changes. One that comes too late is shown beside the numbers and changes none of them.
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

export interface Held<T> {
  /** Undefined while it is not known, null for nothing to say. */
  readonly answer: T | null | undefined
  /** It was not there when the numbers had to be final. */
  readonly isLate: boolean
}

export interface Hold<T> {
  /**
   * The answer that stands.
   *
   * @param question everything that the answer depends on, in one text; null while some of it is being read.
   *   Its clock starts when it is first asked.
   * @param answer works the answer out, and is asked only until one stands: undefined while it is not known
   *   yet, null for nothing to say
   * @param now a clock when the answer is asked for [ms]: no thumb comes between asking and answering
   */
  settle(question: string | null, answer: () => T | null | undefined, now: number): Held<T>
}

/** Nothing is known, and it is not too late. */
export const PENDING: Held<never> = { answer: undefined, isLate: false }

/** @param firstMs the limit of the first question */
export function createHold<T>(firstMs: number = FINAL_MS): Hold<T> {
  let asked: { question: string; since: number; limit: number; held: Held<T> } | undefined
  return {
    settle(question, answer, now) {
      if (question === null) return PENDING
      if (asked?.question !== question)
        asked = { question, since: now, limit: asked ? FINAL_MS : firstMs, held: PENDING }
      if (asked.held.answer === undefined) {
        const isLate = asked.held.isLate || now - asked.since > asked.limit
        asked.held = { answer: answer(), isLate }
      }
      return asked.held
    },
  }
}
