import { Command } from '../../index.ts'
import type { Draft } from '../case.ts'
import { right } from '../expect.ts'
import { SIZE, refusalDrafts, untyped } from './refusal-scene.ts'

const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30 }
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34 }
const INVALID_MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38 }
const INVALID_OPERATION = { code: 'CL_INVALID_OPERATION', status: -59, needs: ['hostAccessFlags'] } as const
const OVERLAP = { code: 'CL_MEM_COPY_OVERLAP', status: -8 }
const ptr = new Uint8Array(8)

const WRITE = refusalDrafts('WriteBuffer', [
  {
    name: 'a range that leaves the buffer',
    ...INVALID_VALUE,
    parameter: 'size',
    command: ({ target }) => Command.writeBuffer({ buffer: target, offset: SIZE - 7, ptr }),
  },
  {
    name: 'a negative offset',
    ...INVALID_VALUE,
    parameter: 'offset',
    command: ({ target }) => Command.writeBuffer({ buffer: target, offset: -1, ptr }),
  },
  {
    name: 'more bytes than the data has',
    ...INVALID_VALUE,
    parameter: 'ptr',
    command: ({ target }) => Command.writeBuffer({ buffer: target, size: 9, ptr }),
  },
  {
    name: 'data that is no view',
    ...INVALID_VALUE,
    parameter: 'ptr',
    command: ({ target }) => Command.writeBuffer({ buffer: target, ptr: untyped(null) }),
  },
  {
    name: 'a buffer that the host may only read',
    ...INVALID_OPERATION,
    parameter: 'buffer',
    command: async ({ bench }) => Command.writeBuffer({ buffer: await bench.buffer(SIZE, ['HOST_READ_ONLY']), ptr }),
  },
  {
    name: 'a released buffer',
    ...INVALID_MEM_OBJECT,
    parameter: 'buffer',
    command: ({ gone }) => Command.writeBuffer({ buffer: gone, ptr }),
  },
  {
    name: 'a buffer of another context',
    ...INVALID_CONTEXT,
    parameter: 'buffer',
    command: ({ foreign }) => Command.writeBuffer({ buffer: foreign, ptr }),
  },
])

const READ = refusalDrafts('ReadBuffer', [
  {
    name: 'a range that leaves the buffer',
    ...INVALID_VALUE,
    parameter: 'size',
    command: ({ source }) => Command.readBuffer({ buffer: source, offset: 1, size: SIZE }),
  },
  {
    name: 'an offset past the end, without a size',
    ...INVALID_VALUE,
    parameter: 'offset',
    command: ({ source }) => Command.readBuffer({ buffer: source, offset: SIZE + 1 }),
  },
  {
    name: 'a fractional size',
    ...INVALID_VALUE,
    parameter: 'size',
    command: ({ source }) => Command.readBuffer({ buffer: source, size: 0.5 }),
  },
  {
    name: 'a buffer that the host may only write',
    ...INVALID_OPERATION,
    parameter: 'buffer',
    command: async ({ bench }) => Command.readBuffer({ buffer: await bench.buffer(SIZE, ['HOST_WRITE_ONLY']) }),
  },
  {
    name: 'a buffer that the host may not touch',
    ...INVALID_OPERATION,
    parameter: 'buffer',
    command: async ({ bench }) => Command.readBuffer({ buffer: await bench.buffer(SIZE, ['HOST_NO_ACCESS']) }),
  },
  {
    name: 'memory that is shorter than the range',
    ...INVALID_VALUE,
    parameter: 'ptr',
    command: ({ source }) => Command.readBuffer({ buffer: source, ptr }),
  },
])

const COPY = refusalDrafts('CopyBuffer', [
  {
    name: 'a range that leaves the source',
    ...INVALID_VALUE,
    parameter: 'size',
    command: ({ source, target }) =>
      Command.copyBuffer({ srcBuffer: source, dstBuffer: target, srcOffset: 60, size: 5 }),
  },
  {
    name: 'a range that leaves the destination',
    ...INVALID_VALUE,
    parameter: 'size',
    command: ({ source, target }) =>
      Command.copyBuffer({ srcBuffer: source, dstBuffer: target, dstOffset: 60, size: 5 }),
  },
  {
    name: 'an offset above 2^53',
    ...INVALID_VALUE,
    parameter: 'src_offset',
    command: ({ source, target }) =>
      Command.copyBuffer({ srcBuffer: source, dstBuffer: target, srcOffset: 2 ** 53, size: 1 }),
  },
  {
    name: 'a source and destination that share bytes',
    ...OVERLAP,
    parameter: 'dst_buffer',
    command: ({ source }) =>
      Command.copyBuffer({ srcBuffer: source, dstBuffer: source, srcOffset: 0, dstOffset: 31, size: 32 }),
  },
  {
    name: 'a part and its parent that share bytes',
    ...OVERLAP,
    parameter: 'dst_buffer',
    needs: ['subBuffers'],
    command: ({ bench, source }) =>
      Command.copyBuffer({
        srcBuffer: source,
        dstBuffer: bench.subBuffer(source, 0, 32),
        srcOffset: 31,
        size: 1,
        dstOffset: 31,
      }),
  },
  {
    name: 'a released source',
    ...INVALID_MEM_OBJECT,
    parameter: 'src_buffer',
    command: ({ gone, target }) => Command.copyBuffer({ srcBuffer: gone, dstBuffer: target }),
  },
  {
    name: 'a destination that is no buffer',
    ...INVALID_MEM_OBJECT,
    parameter: 'dst_buffer',
    command: ({ source }) =>
      Command.copyBuffer({ srcBuffer: source, dstBuffer: untyped({ _tag: 'Buffer', size: SIZE }) }),
  },
  {
    name: 'a destination of another context',
    ...INVALID_CONTEXT,
    parameter: 'dst_buffer',
    command: ({ source, foreign }) => Command.copyBuffer({ srcBuffer: source, dstBuffer: foreign }),
  },
  {
    name: 'a released queue',
    code: 'CL_INVALID_COMMAND_QUEUE',
    status: -36,
    parameter: 'command_queue',
    queue: ({ bench }) => {
      const queue = bench.queue()
      queue.release()
      return queue
    },
    command: ({ source, target }) => Command.copyBuffer({ srcBuffer: source, dstBuffer: target }),
  },
  {
    name: 'an event of another context',
    ...INVALID_CONTEXT,
    parameter: 'event_wait_list',
    needs: ['userEvents'],
    waitFor: ({ elsewhere }) => [right('createUserEvent', elsewhere.createUserEvent())],
    command: ({ source, target }) => Command.copyBuffer({ srcBuffer: source, dstBuffer: target }),
  },
  {
    name: 'something in the wait list that is neither event nor observable',
    code: 'CL_INVALID_EVENT_WAIT_LIST',
    status: -57,
    parameter: 'event_wait_list',
    waitFor: () => [untyped({ _tag: 'Event' })],
    command: ({ source, target }) => Command.copyBuffer({ srcBuffer: source, dstBuffer: target }),
  },
])

export const BUFFER_REFUSALS: readonly Draft[] = [...WRITE, ...READ, ...COPY]
