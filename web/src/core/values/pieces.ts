/**
 * Long computations as generators that stop between pieces: a screen lets taps through at every stop, a test
 * runs them in one go. The answer is the same.
 */

/**
 * So many sets are a piece: well below 50 ms on a phone four times slower than a desk
 * (benchmarks/ten_years.py).
 */
export const PIECE = 400

/** Work that may stop; what it returns is the answer. */
export type Pieces<T> = Generator<void, T>

export function atOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value as T // what it yields is nothing
  }
}
