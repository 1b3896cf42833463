/** How much of one device's memory is taken, by all contexts together. */
export interface DevicePool {
  readonly name: string
  /** CL_DEVICE_GLOBAL_MEM_SIZE, or less where a fault says so, in bytes. */
  readonly capacity: number
  /** In bytes. */
  used: number
}
