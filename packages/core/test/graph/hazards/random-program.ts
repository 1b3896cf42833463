import fc from 'fast-check'
import { Command, createOpenCL, RGBA8, type AnyCommand, type ClBuffer, type HazardMode } from '../../../src/index.ts'
import { right } from '../../stream/fixture.ts'
import { RecordingBackend } from '../../stream/recording-backend.ts'

/** Bytes by name, worked out one by one: what the code under test is compared with. */
export interface Touched {
  readonly reads: ReadonlySet<string>
  readonly writes: ReadonlySet<string>
}

export interface Step extends Touched {
  readonly command: AnyCommand
  readonly queue: number
  /** Numbers of earlier steps, modulo how many there are. */
  readonly waits: readonly number[]
  /** Which of the commands that can end do, after this step. */
  readonly ends: readonly { readonly pick: number; readonly fails: boolean }[]
}

type Bytes = readonly string[]

const box = (
  name: string,
  start: number,
  [w, h, d]: readonly number[],
  rowPitch: number,
  slicePitch: number,
): Bytes => {
  const bytes: string[] = []
  for (let z = 0; z < (d ?? 1); z += 1)
    for (let y = 0; y < (h ?? 1); y += 1)
      for (let x = 0; x < (w ?? 1); x += 1) bytes.push(`${name} ${start + z * slicePitch + y * rowPitch + x}`)
  return bytes
}

const range = (name: string, start: number, size: number): Bytes => box(name, start, [size, 1, 1], size, size)

/** Objects that share bytes in every way there is, and the commands over them. */
export const world = (hazards: HazardMode) => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext({ hazards }))
  const queues = [true, true, false, false].map((outOfOrder) => right(context.createCommandQueue({ outOfOrder })))
  const buffer = right(context.createBuffer({ size: 1024 }))
  const places: readonly { readonly buffer: ClBuffer; readonly name: string; readonly origin: number }[] = [
    { buffer, name: 'buffer', origin: 0 },
    { buffer: right(buffer.createSubBuffer({ origin: 128, size: 256 })), name: 'buffer', origin: 128 },
    { buffer: right(buffer.createSubBuffer({ origin: 256, size: 512 })), name: 'buffer', origin: 256 },
    { buffer: right(context.createBuffer({ size: 512 })), name: 'other', origin: 0 },
  ]
  const flat = right(context.createImage({ type: '2D', format: RGBA8, width: 8, height: 8 }))
  const layers = right(context.createImage({ type: '2D_ARRAY', format: RGBA8, width: 8, height: 4, arraySize: 3 }))
  const line = right(context.createImage({ type: '1D_BUFFER', format: RGBA8, width: 64, buffer }))
  const svm = right(context.svmAlloc({ size: 256 }))
  const host = new Uint8Array(1024)

  const partOf = (index: number, offset: number, size: number) => {
    const place = places[index % places.length] as (typeof places)[number]
    const length = 1 + (size % 200)
    const from = offset % (place.buffer.size - length)
    return { ...place, from, length, bytes: range(place.name, place.origin + from, length) }
  }
  const hostPart = (offset: number, size: number) => {
    const from = offset % (host.length - size)
    return { view: host.subarray(from), from, bytes: range('host', from, size) }
  }
  const imagePart = (which: number, a: number, b: number, c: number) => {
    const image = [flat, layers, line][which % 3] as typeof flat | typeof layers | typeof line
    const height = Math.max(1, image.height)
    const depth = Math.max(1, image.arraySize)
    const origin = [a % image.width, b % height, c % depth] as const
    const region = [
      1 + ((a >> 4) % (image.width - origin[0])),
      1 + ((b >> 4) % (height - origin[1])),
      1 + ((c >> 4) % (depth - origin[2])),
    ] as const
    const rowPitch = image.width * 4
    const start = (origin[2] * height + origin[1]) * rowPitch + origin[0] * 4
    const name = image === line ? 'buffer' : image.type
    const bytes = box(name, start, [region[0] * 4, region[1], region[2]], rowPitch, rowPitch * height)
    return { image, origin, region, bytes }
  }

  /** The command for some drawn numbers, and what it touches. */
  const commandOf = (kind: number, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]) => {
    const step = (command: AnyCommand, reads: Bytes, writes: Bytes) => ({
      command,
      reads: new Set(reads),
      writes: new Set(writes),
    })
    const first = partOf(a, b, c)
    switch (kind) {
      case 0: {
        const to = partOf(d, e, c)
        const fields = { srcOffset: first.from, dstOffset: to.from, size: first.length }
        return step(
          Command.copyBuffer({ srcBuffer: first.buffer, dstBuffer: to.buffer, ...fields }),
          first.bytes,
          to.bytes,
        )
      }
      case 1: {
        const { view, bytes } = hostPart(d, first.length)
        const fields = { buffer: first.buffer, offset: first.from, size: first.length }
        return step(Command.writeBuffer({ ...fields, ptr: view }), bytes, first.bytes)
      }
      case 2: {
        const { view, bytes } = hostPart(d, first.length)
        const fields = { buffer: first.buffer, offset: first.from, size: first.length }
        return step(Command.readBuffer({ ...fields, ptr: view }), first.bytes, bytes)
      }
      case 3:
        return step(
          Command.fillBuffer({
            buffer: first.buffer,
            pattern: Uint8Array.of(1),
            offset: first.from,
            size: first.length,
          }),
          [],
          first.bytes,
        )
      case 4: {
        const region = [1 + (c % 8), 1 + (d % 4), 1 + (e % 2)] as const
        const rowPitch = 8 + (f % 8)
        const slicePitch = rowPitch * 5
        const srcOrigin = [a % 8, 0, 0] as const
        const dstOrigin = [b % 8, d % 3, 0] as const
        return step(
          Command.copyBufferRect({
            srcBuffer: buffer,
            dstBuffer: (places[3] as (typeof places)[number]).buffer,
            srcOrigin,
            dstOrigin,
            region,
            srcRowPitch: rowPitch,
            srcSlicePitch: slicePitch,
            dstRowPitch: 16,
            dstSlicePitch: 160,
          }),
          box('buffer', srcOrigin[0], region, rowPitch, slicePitch),
          box('other', dstOrigin[0] + dstOrigin[1] * 16, region, 16, 160),
        )
      }
      case 5: {
        const { image, origin, region, bytes } = imagePart(a, b, c, d)
        const rowPitch = region[0] * 4 + (e % 3) * 4
        const slicePitch = image.type === '2D_ARRAY' ? rowPitch * (region[1] + (f % 2)) : 0
        const size = [region[0] * 4, region[1], region[2]]
        const { view, from } = hostPart(f, 512)
        return step(
          Command.writeImage({
            image,
            origin,
            region,
            ptr: view,
            inputRowPitch: rowPitch,
            inputSlicePitch: slicePitch,
          }),
          box('host', from, size, rowPitch, slicePitch),
          bytes,
        )
      }
      case 6: {
        const { image, origin, region, bytes } = imagePart(a, b, c, d)
        const size = region[0] * region[1] * region[2] * 4
        const { view, bytes: written } = hostPart(f, size)
        return step(Command.readImage({ image, origin, region, ptr: view }), bytes, written)
      }
      case 7: {
        const { image, origin, region, bytes } = imagePart(a, b, c, d)
        const size = region[0] * region[1] * region[2] * 4
        const to = places[f % places.length] as (typeof places)[number]
        const dstOffset = e % (to.buffer.size - size + 1)
        return step(
          Command.copyImageToBuffer({ srcImage: image, srcOrigin: origin, region, dstBuffer: to.buffer, dstOffset }),
          bytes,
          range(to.name, to.origin + dstOffset, size),
        )
      }
      case 8: {
        const from = imagePart(a % 2, b, c, d)
        const to = imagePart(e % 2, b, c, f)
        const region = from.region.map((size, axis) => Math.min(size, to.region[axis] as number)) as [
          number,
          number,
          number,
        ]
        const pixels = (part: typeof from): Bytes => {
          const height = part.image.height
          const start = ((part.origin[2] * height + part.origin[1]) * 8 + part.origin[0]) * 4
          return box(part.image.type, start, [region[0] * 4, region[1], region[2]], 32, 32 * height)
        }
        return step(
          Command.copyImage({
            srcImage: from.image,
            dstImage: to.image,
            srcOrigin: from.origin,
            dstOrigin: to.origin,
            region,
          }),
          pixels(from),
          pixels(to),
        )
      }
      case 9: {
        const size = 1 + (b % 64)
        const at = a % (256 - size)
        const { view, bytes } = hostPart(d, size)
        const inSvm = range('svm', at, size)
        return c % 2 === 0
          ? step(Command.svmMemcpy({ dstPtr: svm.at(at), srcPtr: view, size }), bytes, inSvm)
          : step(Command.svmMemcpy({ dstPtr: view, srcPtr: svm.at(at), size }), inSvm, bytes)
      }
      case 10:
        return step(Command.marker(), [], [])
      default:
        return step(Command.barrier(), [], [])
    }
  }
  return { backend, context, queues, commandOf }
}

export type World = ReturnType<typeof world>

const number = fc.nat({ max: 1023 })

/** Numbers from which a world makes a step. */
export const drawnStep = fc.record({
  kind: fc.oneof({ weight: 12, arbitrary: fc.nat({ max: 9 }) }, { weight: 1, arbitrary: fc.constantFrom(10, 11) }),
  queue: fc.nat({ max: 3 }),
  numbers: fc.array(number, { minLength: 6, maxLength: 6 }),
  waits: fc.array(number, { maxLength: 2 }),
  // Few end, so that there are many to wait for.
  ends: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(fc.record({ pick: number, fails: fc.constantFrom(false, false, false, true) })) },
  ),
})

export type DrawnStep = typeof drawnStep extends fc.Arbitrary<infer T> ? T : never

const shareAny = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const byte of a) if (b.has(byte)) return true
  return false
}

/** Whether two steps touch a byte that one of them writes. */
export const conflict = (a: Touched, b: Touched): boolean =>
  shareAny(a.writes, b.writes) || shareAny(a.writes, b.reads) || shareAny(a.reads, b.writes)
