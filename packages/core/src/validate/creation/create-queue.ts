import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { decodeField } from '../../codec/mismatch.ts'
import { QueueOptions, Switch } from '../../codec/queue-options.ts'
import { refusal } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { CreateQueueError } from '../../model/creation-errors.ts'
import type { ClDevice } from '../../model/device.ts'
import { inWords } from '../rules/in-words.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { releasedContextRefusal } from '../rules/released-context.ts'

const NAME = 'createCommandQueue'

export interface ValidQueueOptions {
  readonly device: ClDevice
  readonly outOfOrder: boolean
  readonly profiling: boolean
}

const deviceRefusal = (message: string): Either<CreateQueueError, never> =>
  left(refusal('CL_INVALID_DEVICE', NAME, 'device', message))

const readDevice = (context: ContextIdentity, given: unknown): Either<CreateQueueError, ClDevice> => {
  const wanted = given === undefined ? context.devices[0] : given
  const device = context.devices.find((known) => known === wanted)
  if (device !== undefined) return right(device)
  return typeof wanted === 'object' && wanted !== null && '_tag' in wanted && wanted._tag === 'Device'
    ? deviceRefusal('device is of another context; it must be one of context.devices.')
    : deviceRefusal(`device is ${inWords(wanted)}; it must be one of context.devices.`)
}

/** The rules of clCreateCommandQueueWithProperties. Without `device` it is the first of the context. */
export const validateCreateQueue =
  (context: ContextIdentity) =>
  (options: unknown): Either<CreateQueueError, ValidQueueOptions> => {
    const released = releasedContextRefusal(NAME, context)
    if (released !== undefined) return left(released)
    const read = decodeField(QueueOptions, 'options', options === undefined ? {} : options)
    if (read._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'properties', read.left))
    const device = readDevice(context, read.right['device'])
    if (device._tag === 'Left') return device
    const outOfOrder = decodeField(Switch, 'outOfOrder', read.right['outOfOrder'])
    if (outOfOrder._tag === 'Left')
      return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'properties', outOfOrder.left))
    const profiling = decodeField(Switch, 'profiling', read.right['profiling'])
    if (profiling._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'properties', profiling.left))
    if (outOfOrder.right && !device.right.outOfOrderQueues)
      return left(
        refusal(
          'CL_INVALID_QUEUE_PROPERTIES',
          NAME,
          'properties',
          `outOfOrder is true; the device '${device.right.name}' has queues that run in order only.`,
        ),
      )
    return right({ device: device.right, outOfOrder: outOfOrder.right, profiling: profiling.right })
  }
