import { expect, it } from 'vitest'
import { Command, enqueue } from '../../src/index.ts'
import { firstValueFrom } from 'rxjs'
import { recorded, right } from '../stream/fixture.ts'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('a buffer in a log is its facts, without the memory of the device or the host', () => {
  const { context } = recorded()
  const hostPtr = new Uint8Array(1024)
  const buffer = right(context.createBuffer({ size: 1024, flags: ['USE_HOST_PTR'], hostPtr }))
  const part = right(buffer.createSubBuffer({ origin: 0, size: 16 }))
  const facts = { _tag: 'Buffer', size: 1024, flags: ['READ_WRITE', 'USE_HOST_PTR'], origin: 0 }
  expect(json(buffer)).toEqual(facts)
  expect(json(part)).toEqual({ ...facts, size: 16, parent: facts })
})

it('a queue names its device', () => {
  const { queue } = recorded()
  expect(json(queue)).toEqual({
    _tag: 'CommandQueue',
    device: queue.device.name,
    outOfOrder: false,
    profiling: false,
  })
})

it('an event says of which command it is, and how far that is', async () => {
  const { queue, buffer } = recorded()
  const copy = Command.copyBuffer({ srcBuffer: buffer(), dstBuffer: buffer() })
  const { event } = right(await firstValueFrom(enqueue(queue, copy)))
  expect(json(event)).toEqual({ _tag: 'Event', id: expect.any(Number), command: 'CopyBuffer', status: 3 })
})
