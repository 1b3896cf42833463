import { Command, completed, createOpenCL, enqueue, Flow, readBuffer, ready, RGBA8, writeBuffer } from '@rxcl/core'
import { firstValueFrom, lastValueFrom, of } from 'rxjs'
import { expect, it } from 'vitest'
import { loadBinding } from '../src/binding/load.ts'
import { native } from '../src/index.ts'
import { describeWithDriver } from './driver.ts'
import { right } from './support/right.ts'

const MIB = 1_048_576

const pattern = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) % 251)

const open = () => {
  const context = right(createOpenCL(right(native())).createContext())
  return { context, queue: right(context.createCommandQueue()) }
}

describeWithDriver('the driver of this computer', () => {
  it('is one backend', () => {
    expect(right(native())).toBe(right(native()))
  })

  it.each([16, MIB, MIB + 1, 8 * MIB])('takes and gives back %i bytes', async (size) => {
    const { context, queue } = open()
    const buffer = right(context.createBuffer({ size }))
    const data = pattern(size)
    const read = await lastValueFrom(of(data).pipe(Flow.lift(), writeBuffer(queue, buffer), readBuffer(queue)))
    expect(Buffer.compare(right(read), data)).toBe(0)
    context.release()
  })

  it('gives results below 1 MiB that can be transferred', async () => {
    const { context, queue } = open()
    const buffer = right(context.createBuffer({ size: MIB - 1 }))
    const bytes = right(await lastValueFrom(ready(buffer).pipe(readBuffer(queue))))
    structuredClone(bytes, { transfer: [bytes.buffer as ArrayBuffer] })
    expect(bytes).toHaveLength(0)
    context.release()
  })

  it('gives larger results that are cloned where they are transferred, or refused, by the version of Node', async () => {
    const { context, queue } = open()
    const buffer = right(context.createBuffer({ size: MIB }))
    const bytes = right(await lastValueFrom(ready(buffer).pipe(readBuffer(queue))))
    try {
      expect(structuredClone(bytes, { transfer: [bytes.buffer as ArrayBuffer] })).toHaveLength(MIB)
    } catch (error) {
      expect((error as DOMException).name).toBe('DataCloneError')
    }
    expect(bytes).toHaveLength(MIB)
    context.release()
  })

  it('gives results that keep their bytes: 200 of 1 MiB, some at once, some dropped', async () => {
    const { context, queue } = open()
    const kept: { readonly bytes: Uint8Array; readonly byte: number }[] = []
    const buffers = Array.from({ length: 8 }, () => right(context.createBuffer({ size: MIB })))
    for (let round = 0; round < 30; round += 1) {
      const results = await Promise.all(
        buffers.map((buffer, at) =>
          lastValueFrom(
            of(new Uint8Array(MIB).fill(round * 8 + at)).pipe(
              Flow.lift(),
              writeBuffer(queue, buffer),
              readBuffer(queue),
            ),
          ),
        ),
      )
      if (round % 6 !== 0) kept.push(...results.map((bytes, at) => ({ bytes: right(bytes), byte: round * 8 + at })))
    }
    expect(kept).toHaveLength(200)
    const spoilt = kept.filter(({ bytes, byte }) => Buffer.compare(bytes, Buffer.alloc(MIB, byte)) !== 0)
    expect(spoilt).toEqual([])
    context.release()
  })

  it('reads two parts of a picture into one array, side by side', async () => {
    const { context, queue } = open()
    const pixels = pattern(64)
    const image = right(context.createImage({ type: '2D', format: RGBA8, width: 4, height: 4 }))
    const whole = new Uint8Array(64)
    const halves = [0, 1].map((half) =>
      Command.readImage({ image, origin: [half * 2], region: [2, 4], rowPitch: 16, ptr: whole.subarray(half * 8) }),
    )
    await firstValueFrom(enqueue(queue, Command.writeImage({ image, ptr: pixels })).pipe(completed()))
    await Promise.all(halves.map((read) => firstValueFrom(enqueue(queue, read).pipe(completed()))))
    expect(whole).toEqual(pixels)
    context.release()
  })

  it('takes shared arrays, small and large', async () => {
    const { context, queue } = open()
    for (const size of [64, 2 * MIB]) {
      const buffer = right(context.createBuffer({ size }))
      const data = new Uint8Array(new SharedArrayBuffer(size))
      data.set(pattern(size))
      const read = await lastValueFrom(of(data).pipe(Flow.lift(), writeBuffer(queue, buffer), readBuffer(queue)))
      expect(Buffer.compare(right(read), data)).toBe(0)
    }
    context.release()
  })

  it('has nothing alive when all contexts are released', async () => {
    const { context, queue } = open()
    const buffer = right(context.createBuffer({ size: 64 }))
    await firstValueFrom(enqueue(queue, Command.readBuffer({ buffer })).pipe(completed()))
    context.release()
    const live = right(loadBinding()).live()
    expect(live).toEqual({ contexts: 0, queues: 0, memObjects: 0, mappings: 0, svm: 0, events: 0 })
  })
})
