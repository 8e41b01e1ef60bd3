/**
 * Finds out when the clock of the device is set. Two clocks are compared: the wall clock, which can be set,
 * and the browser's monotonic clock, which cannot, but which may stand still while the device sleeps.
 */

/** Differences below this are rounding and drift [ms]. */
const TOLERANCE_MS = 1_000

export class ClockJumps {
  constructor(private wall_ms: number, private monotonic_ms: number) {}

  /**
   * By how much the wall clock was set since the last call [ms]; 0 when it was not. `mayHaveSlept`: the page
   * was hidden in between. Then a wall clock that ran ahead is a device that slept; one that is behind was
   * set in any case.
   */
  since(wall_ms: number, monotonic_ms: number, mayHaveSlept: boolean): number {
    const jump = wall_ms - this.wall_ms - (monotonic_ms - this.monotonic_ms)
    this.wall_ms = wall_ms
    this.monotonic_ms = monotonic_ms
    if (jump < -TOLERANCE_MS) return jump
    return jump > TOLERANCE_MS && !mayHaveSlept ? jump : 0
  }
}
