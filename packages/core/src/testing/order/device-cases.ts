import { of } from 'rxjs'
import { Flow, copyBuffer, readBuffer, writeBuffer, type ClBuffer, type ClError, type Enqueued } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectThat, right } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'

const draft = drafts('devices')

export const DEVICE_ORDER: readonly Draft[] = [
  draft('the backend has devices, and says the same of them each time', async ({ opencl }) => {
    const [first, second] = [right('devices', opencl.devices()), right('devices', opencl.devices())]
    expectThat(first.length > 0, 'a backend has at least one device')
    expectEqual('how many', second.length, first.length)
    for (const [index, device] of first.entries()) expectEqual(`device ${index}`, second[index], device)
  }),
  draft('a chain over the queues of all devices of a context runs in its order', async (bench) => {
    const queues = bench.context.devices.map((device) =>
      right('createCommandQueue', bench.context.createCommandQueue({ device })),
    )
    const steps = queues.length * 8
    const buffer = await bench.buffer(new Uint8Array(8 * (steps + 1)))
    const data = pattern(8, 95)
    let flow: Flow<ClError, Enqueued<ClBuffer>> = of(data).pipe(Flow.lift(), writeBuffer(bench.queue(), buffer))
    for (let step = 0; step < steps; step += 1) {
      const queue = queues[step % queues.length] ?? bench.queue()
      flow = flow.pipe(copyBuffer(queue, buffer, { srcOffset: step * 8, dstOffset: step * 8 + 8, size: 8 }))
    }
    const read = await value('the chain', flow.pipe(readBuffer(bench.queue(), { offset: steps * 8 })))
    expectBytes('the last link', read, data)
  }),
]
