import type { ClDevice } from '../index.ts'
import type { Workbench } from './workbench.ts'

/** How one sees that a device has a capability, and what it refuses without. */
export interface CapabilityRule {
  present(device: ClDevice): boolean
  expectRefusal(bench: Workbench): Promise<void>
}
