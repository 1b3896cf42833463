/**
 * What decides when the device works and what time it is there. RxJS schedulers have this shape, TestScheduler too.
 */
export interface DeviceScheduler {
  /** In milliseconds; profiling stamps are made of it. */
  now(): number
  /** Calls `work` once, later: `delay` milliseconds from now, where that is looked at. */
  schedule(work: () => void, delay?: number): unknown
}
