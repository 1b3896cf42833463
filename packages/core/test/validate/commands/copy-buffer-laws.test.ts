import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateCopyBuffer } from '../../../src/validate/commands/copy-buffer.ts'
import { checkWith, commandWorld } from '../command-world.ts'
import { bufferOf, device, partOf, queueOf } from '../objects.ts'
import { expectRefusal } from '../specification.ts'

const check = checkWith('CopyBuffer', validateCopyBuffer)

describe('CopyBuffer', () => {
  it('takes a range exactly when its end, computed without rounding, is in the buffer', () => {
    const near = fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }).map((less) => Number.MAX_SAFE_INTEGER - less),
    )
    const { here, queue } = commandWorld()
    fc.assert(
      fc.property(near, near, near, near, (total, srcOffset, dstOffset, size) => {
        const dstTotal = Number.MAX_SAFE_INTEGER
        const fits = (offset: number, bytes: number) => BigInt(offset) + BigInt(size) <= BigInt(bytes)
        const answer = check({
          queue,
          waitList: [],
          srcBuffer: bufferOf(here, total),
          dstBuffer: bufferOf(here, dstTotal),
          srcOffset,
          dstOffset,
          size,
        })
        expect(answer._tag).toBe(fits(srcOffset, total) && fits(dstOffset, dstTotal) ? 'Right' : 'Left')
      }),
      { numRuns: 1000 },
    )
  })

  it('finds an overlap exactly when some byte is in both ranges', () => {
    const { here, queue } = commandWorld()
    const parent = bufferOf(here, 64)
    const ours = queueOf(here, device({ memBaseAddrAlign: 1 }))
    expect(ours.device).not.toBe(queue.device)
    const part = fc.record({ origin: fc.nat(16), size: fc.integer({ min: 16, max: 48 }), whole: fc.boolean() })
    fc.assert(
      fc.property(part, part, fc.nat(16), fc.nat(16), fc.nat(16), (a, b, srcOffset, dstOffset, size) => {
        const make = ({ origin, size: bytes, whole }: typeof a) => (whole ? parent : partOf(parent, origin, bytes))
        const srcBuffer = make(a)
        const dstBuffer = make(b)
        fc.pre(srcOffset + size <= srcBuffer.size && dstOffset + size <= dstBuffer.size)
        const read = new Set(Array.from({ length: size }, (_, i) => srcBuffer.origin + srcOffset + i))
        const clash = Array.from({ length: size }, (_, i) => dstBuffer.origin + dstOffset + i).some((byte) =>
          read.has(byte),
        )
        const input = { queue: ours, waitList: [], srcBuffer, dstBuffer, srcOffset, dstOffset, size }
        const answer = check(input)
        if (clash) expectRefusal(answer, 'CopyBuffer', 'CL_MEM_COPY_OVERLAP', 'dst_buffer')
        else expect(answer._tag).toBe('Right')
      }),
      { numRuns: 1000 },
    )
  })
})
