import { RGBA8, type ImageShape } from '@rxcl/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { MemoryObject } from '../../src/memory/memory-object.ts'
import { rowCopyOf } from '../../src/memory/row-copy.ts'
import { hostWebAssembly } from '../../src/memory/web-assembly.ts'
import { Session } from '../support/session.ts'

const SIDE = 512
const IMAGE: ImageShape = { type: '2D', format: RGBA8, width: SIDE, height: SIDE, depth: 0, arraySize: 0 }
const [X, Y, WIDTH, HEIGHT, OFFSET] = [3, 5, 301, 200, 7]

const pixels = Uint8Array.from({ length: SIDE * SIDE * 4 }, (_, i) => (i * 7 + (i >> 9)) % 251)
/** The buffer: the window's rows at OFFSET, zeros around them. */
const expected = (): Uint8Array => {
  const bytes = new Uint8Array(pixels.length)
  for (let y = 0; y < HEIGHT; y += 1) {
    const start = ((Y + y) * SIDE + X) * 4
    bytes.set(pixels.subarray(start, start + WIDTH * 4), OFFSET + y * WIDTH * 4)
  }
  return bytes
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a window of an image', () => {
  it.each([
    ['in a WebAssembly memory', hostWebAssembly(), true],
    ['where the host has no WebAssembly', undefined, false],
  ])('is copied there and back: %s', (_, host, isWasm) => {
    vi.stubGlobal('WebAssembly', host)
    const session = new Session()
    const image = session.image(IMAGE)
    const target = session.image(IMAGE)
    const buffer = session.buffer(pixels.length)
    const memories = [image, target, buffer].map(({ handle }) => (handle as MemoryObject).block.bytes)
    expect(memories.map((bytes) => rowCopyOf(bytes) !== undefined)).toEqual([isWasm, isWasm, isWasm])

    const region = [WIDTH, HEIGHT, 1] as const
    const whole = { origin: [0, 0, 0], region: [SIDE, SIDE, 1] } as const
    const inputRowPitch = SIDE * 4
    const at = { srcOrigin: [X, Y, 0], dstOrigin: [X, Y, 0], region, srcOffset: OFFSET, dstOffset: OFFSET } as const
    session.run({ _tag: 'WriteImage', image, ...whole, ptr: pixels, inputRowPitch, inputSlicePitch: 0 })
    session.run({ _tag: 'CopyImageToBuffer', srcImage: image, dstBuffer: buffer, ...at })
    expect(Buffer.compare(session.read(buffer, pixels.length), expected())).toBe(0)

    session.run({ _tag: 'CopyBufferToImage', srcBuffer: buffer, dstImage: target, ...at })
    const back = session.readImage(target, [SIDE, SIDE, 1])
    const outside = pixels.slice()
    for (let y = 0; y < HEIGHT; y += 1) outside.fill(0, ((Y + y) * SIDE + X) * 4, ((Y + y) * SIDE + X + WIDTH) * 4)
    const inside = pixels.map((value, i) => value - (outside[i] as number))
    expect(Buffer.compare(back, inside)).toBe(0)
  })
})
