import type { BufferRef, ContextPort, PortCommand } from '@rxcl/core/port'
import { right } from './right.ts'
import type { Step } from './random-program.ts'

const commandOf = (step: Step, index: number, buffer: BufferRef, ptr: Uint8Array, waits: number): PortCommand => {
  // The program says so where it names events; a list that has become empty is still one.
  const hasWaitList = step.hasWaitList || waits > 0
  switch (step.kind) {
    case 'marker':
      return { _tag: 'Marker', hasWaitList }
    case 'barrier':
      return { _tag: 'Barrier', hasWaitList }
    case 'write':
    case 'user event':
      // The offset tells the played driver which step it is.
      return { _tag: 'WriteBuffer', buffer, offset: index, size: 1, ptr }
  }
}

/** Submits the steps of a program; answers the event of each step. `from` is the first free event, less one. */
export const submitSteps = (
  port: ContextPort,
  queues: readonly unknown[],
  buffer: BufferRef,
  steps: readonly Step[],
  hostOf: (step: Step) => Uint8Array,
): readonly number[] => {
  const first = 1
  for (const [index, step] of steps.entries()) {
    const event = first + index
    if (step.kind === 'user event') {
      right(port.createUserEvent(event))
      continue
    }
    const waits = [...new Set(step.waits.map((back) => event - 1 - back).filter((wait) => wait >= first))]
    const command = commandOf(step, index, buffer, hostOf(step), waits.length)
    port.submit([{ event, queue: queues[step.queue], command, waits, failedWait: 0 }])
  }
  return steps.map((_step, index) => first + index)
}
