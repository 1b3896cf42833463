import fc from 'fast-check'
import { Command, type AnyCommand } from '../../../src/model/commands/command.ts'
import { MAP_FLAGS } from '../../../src/model/map-flag.ts'
import { MIGRATION_FLAGS } from '../../../src/model/migration-flag.ts'
import type { codecWorld } from './codec-world.ts'

const number = fc.oneof(
  fc.nat(),
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_SAFE_INTEGER),
)
const origin = fc.oneof(fc.tuple(number), fc.tuple(number, number), fc.tuple(number, number, number))
const color = fc.oneof(fc.tuple(number), fc.tuple(number, number, number, number))
const mapFlags = fc.subarray([...MAP_FLAGS])
const migrationFlags = fc.subarray([...MIGRATION_FLAGS])
const maybe = <A>(some: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> => fc.option(some, { nil: undefined })

/** A piece in the middle of a buffer, in each kind of view. */
const viewOf = (bytes: Uint8Array, kind: number): ArrayBufferView => {
  const { buffer } = Uint8Array.from([9, 9, 9, 9, 9, 9, 9, 9, ...bytes, 9])
  const part = [buffer, 8] as const
  const views = [
    () => new Uint8Array(...part, bytes.length),
    () => new Uint8ClampedArray(...part, bytes.length),
    () => new Int8Array(...part, bytes.length),
    () => new Int16Array(...part, bytes.length >> 1),
    () => new Uint16Array(...part, bytes.length >> 1),
    () => new Int32Array(...part, bytes.length >> 2),
    () => new Uint32Array(...part, bytes.length >> 2),
    () => new Float32Array(...part, bytes.length >> 2),
    () => new Float64Array(...part, bytes.length >> 3),
    () => new BigInt64Array(...part, bytes.length >> 3),
    () => new BigUint64Array(...part, bytes.length >> 3),
    () => new DataView(...part, bytes.length),
  ]
  return (views[kind % views.length] ?? views[0])?.() as ArrayBufferView
}

/** Commands of each kind with any numbers, sensible or not. */
export const anyCommand = ({ buffer, part, image, svm, mapped, mappedSvm, array }: ReturnType<typeof codecWorld>) => {
  const aBuffer = fc.constantFrom(buffer, part)
  const anImage = fc.constant(image)
  const memObject = fc.constantFrom(buffer, part, image)
  const host = fc.oneof(
    fc.constant(array),
    fc.tuple(fc.uint8Array(), fc.nat(11)).map(([bytes, kind]) => viewOf(bytes, kind)),
  )
  const svmPtr = number.map((byteOffset) => svm.at(byteOffset))
  const place = fc.oneof(svmPtr, host)
  const pointers = fc.array(svmPtr, { maxLength: 3 })
  const hostRect = {
    buffer: aBuffer,
    region: origin,
    bufferOrigin: maybe(origin),
    hostOrigin: maybe(origin),
    bufferRowPitch: maybe(number),
    bufferSlicePitch: maybe(number),
    hostRowPitch: maybe(number),
    hostSlicePitch: maybe(number),
  }
  const range = { offset: maybe(number), size: maybe(number) }
  const box = { origin: maybe(origin), region: maybe(origin) }
  const record = fc.record
  const commands: { readonly [T in AnyCommand['_tag']]: fc.Arbitrary<AnyCommand> } = {
    WriteBuffer: record({ buffer: aBuffer, ptr: host, ...range }).map(Command.writeBuffer),
    ReadBuffer: record({ buffer: aBuffer, ptr: maybe(host), ...range }).map(Command.readBuffer),
    CopyBuffer: record({
      srcBuffer: aBuffer,
      dstBuffer: aBuffer,
      srcOffset: maybe(number),
      dstOffset: maybe(number),
      size: maybe(number),
    }).map(Command.copyBuffer),
    WriteBufferRect: record({ ...hostRect, ptr: host }).map(Command.writeBufferRect),
    ReadBufferRect: record({ ...hostRect, ptr: maybe(host) }).map(Command.readBufferRect),
    CopyBufferRect: record({
      srcBuffer: aBuffer,
      dstBuffer: aBuffer,
      region: origin,
      srcOrigin: maybe(origin),
      dstOrigin: maybe(origin),
      srcRowPitch: maybe(number),
      srcSlicePitch: maybe(number),
      dstRowPitch: maybe(number),
      dstSlicePitch: maybe(number),
    }).map(Command.copyBufferRect),
    FillBuffer: record({ buffer: aBuffer, pattern: host, ...range }).map(Command.fillBuffer),
    WriteImage: record({
      image: anImage,
      ptr: host,
      inputRowPitch: maybe(number),
      inputSlicePitch: maybe(number),
      ...box,
    }).map(Command.writeImage),
    ReadImage: record({
      image: anImage,
      ptr: maybe(host),
      rowPitch: maybe(number),
      slicePitch: maybe(number),
      ...box,
    }).map(Command.readImage),
    CopyImage: record({
      srcImage: anImage,
      dstImage: anImage,
      srcOrigin: maybe(origin),
      dstOrigin: maybe(origin),
      region: maybe(origin),
    }).map(Command.copyImage),
    FillImage: record({ image: anImage, fillColor: color, ...box }).map(Command.fillImage),
    CopyImageToBuffer: record({
      srcImage: anImage,
      dstBuffer: aBuffer,
      srcOrigin: maybe(origin),
      region: maybe(origin),
      dstOffset: maybe(number),
    }).map(Command.copyImageToBuffer),
    CopyBufferToImage: record({
      srcBuffer: aBuffer,
      dstImage: anImage,
      srcOffset: maybe(number),
      dstOrigin: maybe(origin),
      region: maybe(origin),
    }).map(Command.copyBufferToImage),
    MapBuffer: record({ buffer: aBuffer, mapFlags: maybe(mapFlags), ...range }).map(Command.mapBuffer),
    MapImage: record({ image: anImage, mapFlags: maybe(mapFlags), ...box }).map(Command.mapImage),
    UnmapMemObject: record({ memobj: memObject, mapped: fc.constantFrom(mapped, mappedSvm) }).map(Command.unmap),
    MigrateMemObjects: record({ memObjects: fc.array(memObject), flags: maybe(migrationFlags) }).map(Command.migrate),
    SvmMemcpy: record({ dstPtr: place, srcPtr: place, size: maybe(number), blocking: maybe(fc.boolean()) }).map(
      Command.svmMemcpy,
    ),
    SvmMemFill: record({ svmPtr, pattern: host, size: maybe(number) }).map(Command.svmMemFill),
    SvmMap: record({ svmPtr, flags: maybe(mapFlags), size: maybe(number) }).map(Command.svmMap),
    SvmUnmap: record({ svmPtr, mapped: fc.constantFrom(mapped, mappedSvm) }).map(Command.svmUnmap),
    SvmMigrateMem: record({ svmPointers: pointers, sizes: maybe(fc.array(number)), flags: maybe(migrationFlags) }).map(
      Command.svmMigrate,
    ),
    SvmFree: record({ svmPointers: pointers }).map(Command.svmFree),
    Marker: fc.constant(Command.marker()),
    Barrier: fc.constant(Command.barrier()),
  }
  return commands
}
