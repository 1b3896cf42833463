import { describe, expect, it } from 'vitest'
import { Command, createOpenCL, type AnyCommand, type Mapped } from '../../../src/index.ts'
import { enqueueCommand } from '../../../src/graph/enqueue-command.ts'
import type { ContextObject } from '../../../src/platform/context.ts'
import type { ValidCommand } from '../../../src/validate/commands/valid-command.ts'
import { right } from '../../stream/fixture.ts'
import { RecordingBackend } from '../../stream/recording-backend.ts'

const scene = () => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext())
  const queue = right(context.createCommandQueue({ outOfOrder: true }))
  const { dispatcher } = context as ContextObject
  const buffer = (size = 64) => right(context.createBuffer({ size }))
  const enqueue = (command: AnyCommand) => right(enqueueCommand(queue, command, []))
  /** What the latest command waits for. */
  const waits = () => {
    dispatcher.submit()
    return backend.submissions.at(-1)?.waits
  }
  /** Maps and completes the map. */
  const map = (command: AnyCommand): Mapped => {
    const event = enqueue(command)
    const { mapping } = event.valid as Extract<ValidCommand, { readonly mapping: unknown }>
    dispatcher.submit()
    backend.settle(event.id)
    return mapping
  }
  return { context, buffer, enqueue, waits, map }
}

describe('commands on host memory', () => {
  it('wait for one another where they share bytes of an ArrayBuffer, whatever the view', () => {
    const { buffer, enqueue, waits } = scene()
    const { buffer: memory } = new Uint8Array(256)
    const read = enqueue(Command.readBuffer({ buffer: buffer(), ptr: new Uint8Array(memory, 64, 64) }))
    enqueue(Command.writeBuffer({ buffer: buffer(), ptr: new Float32Array(memory, 124, 4) }))
    expect(waits()).toEqual([read.id])
    enqueue(Command.writeBuffer({ buffer: buffer(), ptr: new Float32Array(memory, 128, 4) }))
    expect(waits()).toEqual([])
  })

  it('wait for those on the shared virtual memory whose bytes it is', () => {
    const { context, buffer, enqueue, waits } = scene()
    const svm = right(context.svmAlloc({ size: 64, flags: ['SVM_FINE_GRAIN_BUFFER'] }))
    const bytes = right(svm.bytes())
    const fill = enqueue(Command.svmMemFill({ svmPtr: svm.at(16), pattern: Uint8Array.of(1), size: 16 }))
    enqueue(Command.writeBuffer({ buffer: buffer(), ptr: bytes.subarray(0, 17) }))
    expect(waits()).toEqual([fill.id])
    enqueue(Command.writeBuffer({ buffer: buffer(), ptr: bytes.subarray(0, 16) }))
    expect(waits()).toEqual([])
  })

  it('wait for those on a buffer that was made over shared virtual memory', () => {
    const { context, enqueue, waits } = scene()
    const svm = right(context.svmAlloc({ size: 512, flags: ['SVM_FINE_GRAIN_BUFFER'] }))
    const hostPtr = right(svm.bytes()).subarray(128, 256)
    const over = right(context.createBuffer({ size: 128, flags: ['USE_HOST_PTR'], hostPtr }))
    const fill = enqueue(Command.fillBuffer({ buffer: over, pattern: Uint8Array.of(1), offset: 64, size: 64 }))
    enqueue(Command.svmMemFill({ svmPtr: svm.at(255), pattern: Uint8Array.of(1), size: 1 }))
    expect(waits()).toEqual([fill.id])
    enqueue(Command.svmMemFill({ svmPtr: svm.at(128), pattern: Uint8Array.of(1), size: 64 }))
    expect(waits()).toEqual([])
  })

  it('come before the unmap of the view that they use, if the program has seen it', () => {
    const { buffer, enqueue, waits, map } = scene()
    const memobj = buffer()
    const mapped = map(Command.mapBuffer({ buffer: memobj, mapFlags: ['READ'], size: 4 }))
    const write = enqueue(Command.writeBuffer({ buffer: buffer(), ptr: mapped.bytes }))
    enqueue(Command.unmap({ memobj, mapped }))
    expect(waits()).toEqual([write.id])
  })

  it('come before the unmap of memory of their own, mapped for writing', () => {
    const { context, buffer, enqueue, waits, map } = scene()
    const hostPtr = new Uint8Array(64)
    const memobj = right(context.createBuffer({ size: 64, flags: ['USE_HOST_PTR'], hostPtr }))
    const mapped = map(Command.mapBuffer({ buffer: memobj, mapFlags: ['WRITE'], offset: 32 }))
    const read = enqueue(Command.readBuffer({ buffer: buffer(), ptr: hostPtr.subarray(32), size: 1 }))
    enqueue(Command.readBuffer({ buffer: buffer(), ptr: hostPtr.subarray(0, 32), size: 1 }))
    enqueue(Command.unmap({ memobj, mapped }))
    expect(waits()).toEqual([read.id])
  })
})
