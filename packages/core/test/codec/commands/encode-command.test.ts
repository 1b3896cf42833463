import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { commandCodec } from '../../../src/codec/commands/command-codec.ts'
import { encodeCommand } from '../../../src/codec/commands/encode-command.ts'
import { objectTable } from '../../../src/codec/commands/object-ids.ts'
import { Command, type AnyCommand } from '../../../src/model/commands/command.ts'
import { detached, svmOf } from '../../validate/objects.ts'
import { codecWorld } from './codec-world.ts'

const world = codecWorld()
const { buffer, part, image, svm, mapped, array, stranger } = world
const encode = encodeCommand(world.objects)
const otherSvm = svmOf(world.here)
const oldView = (() => {
  const view = new DataView(new ArrayBuffer(8))
  structuredClone(view.buffer, { transfer: [view.buffer] })
  return view
})()
const untyped = (value: unknown) => value as never

describe('the JSON of a command', () => {
  it.each<readonly [string, AnyCommand, unknown]>([
    [
      'has objects by id and what is not there left out',
      Command.copyBuffer({ srcBuffer: buffer, dstBuffer: part, srcOffset: 4 }),
      { _tag: 'CopyBuffer', srcBuffer: 'frame', dstBuffer: 'part', srcOffset: 4, dstOffset: 0 },
    ],
    [
      'has a pointer as its allocation and its offset',
      Command.svmFree({ svmPointers: [svm.at(8)] }),
      { _tag: 'SvmFree', svmPointers: [{ svm: 'shared', byteOffset: 8 }] },
    ],
    [
      'has a host array with an id by that',
      Command.svmMemcpy({ dstPtr: array, srcPtr: svm.at(0), size: 12 }),
      {
        _tag: 'SvmMemcpy',
        dstPtr: { host: 'array' },
        srcPtr: { svm: 'shared', byteOffset: 0 },
        size: 12,
        blocking: false,
      },
    ],
    [
      'has a host array without an id by value',
      Command.fillBuffer({ buffer, pattern: Uint16Array.of(0x0201, 0xfffe) }),
      { _tag: 'FillBuffer', buffer: 'frame', pattern: { view: 'Uint16Array', base64: 'AQL+/w==' }, offset: 0 },
    ],
    [
      'has numbers that JSON lacks by name',
      Command.fillImage({ image, fillColor: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0] }),
      { _tag: 'FillImage', image: 'picture', fillColor: ['NaN', 'Infinity', '-Infinity', '-0'], origin: [0, 0, 0] },
    ],
    [
      'has a mapping by id',
      Command.unmap({ memobj: buffer, mapped }),
      { _tag: 'UnmapMemObject', memobj: 'frame', mapped: 'mapped' },
    ],
    ['is the tag alone for a marker', Command.marker(), { _tag: 'Marker' }],
  ])('%s', (_rule, command, json) => {
    expect(encode(command)).toEqual(right(json))
  })

  it('has a view of a shared buffer, and one of a subclass, by value', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(2))
    for (const ptr of [shared, Buffer.from([0, 0])])
      expect(encode(Command.writeBuffer({ buffer, ptr }))).toMatchObject(
        right({ ptr: { view: 'Uint8Array', base64: 'AAA=' } }),
      )
  })
})

describe('what has no JSON', () => {
  const bufferRule = 'a buffer that has an id'
  const hostRule = 'a typed array or DataView, not detached unless it has an id'
  const pointerRule = 'a pointer into an SVM allocation that has an id'
  const other = otherSvm.at(0)
  const gone = detached()

  it.each<readonly [string, AnyCommand, string, unknown, string]>([
    ['a buffer without an id', Command.readBuffer({ buffer: stranger }), 'buffer', stranger, bufferRule],
    ['an image as a buffer', Command.readBuffer({ buffer: untyped(image) }), 'buffer', image, bufferRule],
    [
      'one of several objects without an id',
      Command.migrate({ memObjects: [buffer, stranger] }),
      'memObjects[1]',
      stranger,
      'a buffer or image that has an id',
    ],
    [
      'no list of objects',
      Command.migrate({ memObjects: untyped(buffer) }),
      'memObjects',
      buffer,
      'an array of buffers and images that have ids',
    ],
    ['a pointer into an allocation without an id', Command.svmMap({ svmPtr: other }), 'svmPtr', other, pointerRule],
    [
      'one of several pointers into an allocation without an id',
      Command.svmFree({ svmPointers: [svm.at(0), other] }),
      'svmPointers[1]',
      other,
      pointerRule,
    ],
    ['text as host data', Command.writeBuffer({ buffer, ptr: untyped('abc') }), 'ptr', 'abc', hostRule],
    ['no number', Command.writeBuffer({ buffer, ptr: array, offset: untyped('4') }), 'offset', '4', 'a number'],
    ['no number in an origin', Command.readImage({ image, origin: untyped([0, null]) }), 'origin[1]', null, 'a number'],
    [
      'an origin of four numbers',
      Command.readImage({ image, origin: untyped([0, 0, 0, 0]) }),
      'origin',
      [0, 0, 0, 0],
      'an array of 1 to 3 numbers',
    ],
    [
      'an unknown flag',
      Command.mapBuffer({ buffer, mapFlags: untyped(['READ', 'FAST']) }),
      'mapFlags[1]',
      'FAST',
      'one of READ, WRITE, WRITE_INVALIDATE_REGION',
    ],
    [
      'a hole in a list',
      Command.svmMigrate({ svmPointers: [svm.at(0)], sizes: Array.from<number>({ length: 0 }).concat(Array(1)) }),
      'sizes[0]',
      undefined,
      'a number',
    ],
  ])('%s is named', (_what, command, path, given, allowed) => {
    expect(encode(command)).toEqual(left({ path, given, allowed }))
    expect(commandCodec(world.objects).is(command)).toBe(false)
  })

  it.each([undefined, null, 5, 'Marker', [], {}, { _tag: 'NDRangeKernel' }, { _tag: 'toString' }])(
    '%j is no command',
    (given) => {
      expect(encode(untyped(given))).toEqual(left({ path: '_tag', given, allowed: 'a command' }))
    },
  )

  it.each([
    ['array', gone],
    ['DataView', oldView],
  ])('a detached %s is named', (_what, ptr) => {
    const encoded = encode(Command.writeBuffer({ buffer, ptr }))
    // No matcher may look into what is detached.
    if (encoded._tag === 'Right') throw new Error('expected a Left')
    expect(encoded.left.path).toBe('ptr')
    expect(encoded.left.allowed).toBe(hostRule)
    expect(encoded.left.given === ptr).toBe(true)
  })

  it('is a detached array only while it has no id', () => {
    const objects = objectTable()
    objects.add(buffer, 'frame')
    objects.add(gone, 'gone')
    expect(encodeCommand(objects)(Command.writeBuffer({ buffer, ptr: gone }))).toMatchObject(
      right({ ptr: { host: 'gone' } }),
    )
  })
})
