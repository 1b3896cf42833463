/** Where a command goes: the driver's queue, its event slot and the slots that it waits for. */
export interface Place {
  readonly queue: number
  readonly slot: number
  readonly waits: readonly number[]
}
