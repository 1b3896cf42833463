import {
  barrier,
  Command,
  completed,
  copyBuffer,
  createOpenCL,
  enqueue,
  readBuffer,
  ready,
  type HazardMode,
} from '@rxcl/core'
import { firstValueFrom, lastValueFrom } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { emulator } from '../../src/index.ts'
import { right } from '../support/right.ts'

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed)

/** A relay through four buffers on an out-of-order queue, of which no command waits for another; what the last one holds. */
const relay = async (seed: number, hazards: HazardMode): Promise<string> => {
  const context = right(createOpenCL(emulator({ seed })).createContext({ hazards }))
  const queue = right(context.createCommandQueue({ outOfOrder: true }))
  const buffers = [1, 2, 3, 4].map((byte) =>
    right(
      context.createBuffer({ size: 4, flags: ['READ_WRITE', 'COPY_HOST_PTR'], hostPtr: new Uint8Array(4).fill(byte) }),
    ),
  )
  const copies = buffers.slice(1).map((next, index) => {
    const before = buffers[index]
    if (before === undefined) throw new Error('each buffer has one before it')
    return lastValueFrom(ready(before).pipe(copyBuffer(queue, next)))
  })
  await Promise.all(copies)
  const [last] = buffers.slice(-1)
  if (last === undefined) throw new Error('the relay has buffers')
  const bytes = await firstValueFrom(ready(last).pipe(readBuffer(queue)))
  context.release()
  return right(bytes).join(' ')
}

describe('a program on an out-of-order queue that names no wait', () => {
  it("gives with hazards: 'order' what an in-order queue gives, on every seed", async () => {
    for (const seed of SEEDS) expect(await relay(seed, 'order')).toBe('1 1 1 1')
  })

  it.each(['off', 'report'] as const)("gives with hazards: '%s' something else on some seed", async (hazards) => {
    const results = await Promise.all(SEEDS.map((seed) => relay(seed, hazards)))
    expect(new Set(results).size).toBeGreaterThan(1)
  })
})

/** A read into an array and a write from it, then what the write has left. */
const throughArray = async (seed: number, hazards: HazardMode): Promise<string> => {
  const context = right(createOpenCL(emulator({ seed })).createContext({ hazards }))
  const queue = right(context.createCommandQueue({ outOfOrder: true }))
  const make = (byte: number) =>
    right(
      context.createBuffer({ size: 4, flags: ['READ_WRITE', 'COPY_HOST_PTR'], hostPtr: new Uint8Array(4).fill(byte) }),
    )
  const [src, dst] = [make(1), make(2)]
  const array = new Uint8Array(4).fill(3)
  const read = lastValueFrom(enqueue(queue, Command.readBuffer({ buffer: src, ptr: array })))
  const write = lastValueFrom(enqueue(queue, Command.writeBuffer({ buffer: dst, ptr: array })))
  await Promise.all([read, write, lastValueFrom(barrier(queue).pipe(completed()))])
  const bytes = await firstValueFrom(ready(dst).pipe(readBuffer(queue)))
  context.release()
  return right(bytes).join(' ')
}

describe('commands on one array that name no wait', () => {
  it("come after one another with hazards: 'order', on every seed", async () => {
    for (const seed of SEEDS) expect(await throughArray(seed, 'order')).toBe('1 1 1 1')
  })

  it("do not with hazards: 'off', on some seed", async () => {
    const results = await Promise.all(SEEDS.map((seed) => throughArray(seed, 'off')))
    expect(new Set(results)).toEqual(new Set(['1 1 1 1', '3 3 3 3']))
  })
})
