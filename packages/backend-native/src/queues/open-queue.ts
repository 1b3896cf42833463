import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import { driverFailure } from '../driver-failure.ts'
import type { EventGraph } from '../events/event-graph.ts'
import type { Holdings } from '../objects/holdings.ts'
import type { CommandQueue } from './command-queue.ts'
import { DriverQueue } from './driver-queue.ts'
import { InOrderQueue } from './in-order-queue.ts'
import { OutOfOrderQueue } from './out-of-order-queue.ts'

/**
 * A queue of the program over a queue of the driver.
 *
 * Left: what the driver answered instead of a queue.
 */
export const openQueue = (desc: {
  /** clCreateCommandQueue: a handle, or the driver's status. */
  readonly open: (outOfOrder: boolean) => number
  readonly graph: EventGraph
  readonly holdings: Holdings
  readonly outOfOrder: boolean
  readonly profiling: boolean
}): Either<PortFailure, CommandQueue> => {
  const { graph, holdings, outOfOrder, profiling } = desc
  const first = desc.open(outOfOrder)
  if (first < 0)
    return E.left(
      driverFailure('clCreateCommandQueue', first, outOfOrder ? 'an out-of-order queue' : 'an in-order queue'),
    )
  const parts = {
    profiling,
    graph,
    driver: new DriverQueue(first, holdings),
    open: (): DriverQueue | number => {
      const handle = desc.open(false)
      return handle < 0 ? handle : new DriverQueue(handle, holdings)
    },
  }
  return E.right(outOfOrder ? new OutOfOrderQueue(parts) : new InOrderQueue(parts))
}
