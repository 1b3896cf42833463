import type { ContextIdentity } from './context-identity.ts'
import type { ClDevice } from './device.ts'
import { Resource, type ResourceOwner } from './resource.ts'

/** A host command-queue. */
export interface ClCommandQueue extends Disposable {
  readonly _tag: 'CommandQueue'
  readonly device: ClDevice
  readonly outOfOrder: boolean
  readonly profiling: boolean
  /** Commands already enqueued still run. */
  release(): void
}

export class QueueObject extends Resource implements ClCommandQueue {
  readonly _tag = 'CommandQueue'
  readonly device: ClDevice
  readonly outOfOrder: boolean
  readonly profiling: boolean

  constructor(
    context: ContextIdentity,
    handle: unknown,
    owner: ResourceOwner,
    properties: { readonly device: ClDevice; readonly outOfOrder: boolean; readonly profiling: boolean },
  ) {
    super(context, handle, owner)
    this.device = properties.device
    this.outOfOrder = properties.outOfOrder
    this.profiling = properties.profiling
  }

  override toJSON(): object {
    return { ...super.toJSON(), device: this.device.name }
  }
}
