import { enqueueCommand } from '../../src/graph/enqueue-command.ts'
import {
  Command,
  createOpenCL,
  timeline,
  type AnyCommand,
  type ClEvent,
  type TimelineOptions,
} from '../../src/index.ts'
import type { ContextObject } from '../../src/platform/context.ts'
import { right } from '../stream/fixture.ts'
import { RecordingBackend } from '../stream/recording-backend.ts'

/** A context that the test plays, with a queue of each kind and a clock of whole milliseconds. */
export const scene = (options: TimelineOptions = {}) => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext())
  const inOrder = right(context.createCommandQueue())
  const outOfOrder = right(context.createCommandQueue({ outOfOrder: true, profiling: true }))
  const buffers = [0, 1, 2].map(() => right(context.createBuffer({ size: 64 })))
  const time = { now: 0 }
  const seen = timeline(context, { now: () => time.now, ...options })
  const run = (queue: typeof inOrder, command: AnyCommand, waitList: readonly ClEvent[] = []) =>
    right(enqueueCommand(queue, command, waitList))
  const fill = (queue: typeof inOrder, buffer = 0, waitList: readonly ClEvent[] = []) =>
    run(
      queue,
      Command.fillBuffer({ buffer: buffers[buffer] as (typeof buffers)[0], pattern: new Uint8Array(4) }),
      waitList,
    )
  const submit = () => (context as ContextObject).dispatcher.submit()
  return { backend, context, inOrder, outOfOrder, seen, time, run, fill, submit }
}
