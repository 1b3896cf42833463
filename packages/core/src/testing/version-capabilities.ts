import { Command, DEVICE_VERSIONS, RGBA8, type AnyCommand, type ClDevice, type DeviceVersion } from '../index.ts'
import type { CapabilityRule } from './capability-rule.ts'
import { refused } from './settle.ts'
import type { Workbench } from './workbench.ts'

export const isFrom = ({ version }: ClDevice, since: DeviceVersion): boolean =>
  DEVICE_VERSIONS.indexOf(version) >= DEVICE_VERSIONS.indexOf(since)

/** That the device of a queue is too old for each of these commands. */
const expectRefused = async (bench: Workbench, commands: readonly AnyCommand[]): Promise<void> => {
  const queue = bench.queue()
  for (const command of commands)
    await refused(command._tag, bench.enqueue(queue, command), {
      code: 'CL_INVALID_OPERATION',
      status: -59,
      parameter: 'command_queue',
      command: command._tag,
      origin: 'validation',
    })
}

/** Commands on boxes of a buffer's bytes came with 1.1. */
export const RECTS: CapabilityRule = {
  present: (device) => isFrom(device, '1.1'),
  expectRefusal: async (bench) => {
    const [buffer, dstBuffer] = [await bench.buffer(16), await bench.buffer(16)]
    const [region, ptr] = [[2, 2, 1] as const, new Uint8Array(16)]
    await expectRefused(bench, [
      Command.readBufferRect({ buffer, region }),
      Command.writeBufferRect({ buffer, region, ptr }),
      Command.copyBufferRect({ srcBuffer: buffer, dstBuffer, region }),
    ])
  },
}

/** Fills and migrations of memory objects came with 1.2. */
export const FILLS: CapabilityRule = {
  present: (device) => isFrom(device, '1.2'),
  expectRefusal: async (bench) => {
    const buffer = await bench.buffer(16)
    const commands: AnyCommand[] = [
      Command.fillBuffer({ buffer, pattern: new Uint8Array(4) }),
      Command.migrate({ memObjects: [buffer] }),
    ]
    if (bench.device.imageSupport && bench.device.imageFormats['2D'].length > 0) {
      const image = await bench.image({ type: '2D', format: RGBA8, width: 1, height: 1 })
      commands.push(Command.fillImage({ image, fillColor: [0, 0, 0, 0] }))
    }
    await expectRefused(bench, commands)
  },
}

/** clEnqueueSVMMigrateMem came with 2.1, the other commands on shared virtual memory with 2.0. */
export const SVM_MIGRATION: CapabilityRule = {
  present: (device) => isFrom(device, '2.1'),
  expectRefusal: async (bench) => {
    const memory = await bench.svm(16)
    await expectRefused(bench, [Command.svmMigrate({ svmPointers: [memory.at(0)] })])
  },
}
