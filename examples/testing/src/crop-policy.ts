/** How the service treats its device. */
export interface CropPolicy {
  /** Frames on the device at once. */
  readonly inFlight: number
  /** Milliseconds that one attempt at a frame may take. */
  readonly patience: number
  /** How often a frame is tried again when the device is short of something. */
  readonly retries: number
  /** Milliseconds before the first of these; twice as long before each further one. */
  readonly pause: number
}

export const DEFAULT_POLICY: CropPolicy = { inFlight: 2, patience: 5000, retries: 2, pause: 10 }
