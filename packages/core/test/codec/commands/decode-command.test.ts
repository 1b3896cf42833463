import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCommand } from '../../../src/codec/commands/decode-command.ts'
import { encodeCommand } from '../../../src/codec/commands/encode-command.ts'
import { VIEW_NAMES } from '../../../src/codec/commands/host-view.ts'
import { Command } from '../../../src/model/commands/command.ts'
import { anyCommand } from './any-command.ts'
import { codecWorld } from './codec-world.ts'

const world = codecWorld()
const { buffer, image, svm } = world
const decode = decodeCommand(world.objects)
const tags = Object.keys(anyCommand(world))

describe('JSON written by hand', () => {
  it.each([
    ['defaults left out', { _tag: 'ReadBuffer', buffer: 'frame' }, Command.readBuffer({ buffer })],
    ['a short origin', { _tag: 'ReadImage', image: 'picture', origin: [1] }, Command.readImage({ image, origin: [1] })],
    [
      'values that no command may have, for the validator to refuse',
      {
        _tag: 'SvmMemFill',
        svmPtr: { svm: 'shared', byteOffset: -1 },
        pattern: { view: 'DataView', base64: '' },
        size: 0.5,
      },
      Command.svmMemFill({ svmPtr: svm.at(-1), pattern: new DataView(new ArrayBuffer(0)), size: 0.5 }),
    ],
  ])('may have %s', (_what, json, command) => {
    expect(decode(json)).toStrictEqual(right(command))
  })

  const write = { _tag: 'WriteBuffer', buffer: 'frame' }
  const numbers = 'a number, or one of the names NaN, Infinity, -Infinity, -0'
  it.each([
    ['nothing', undefined, '', undefined, 'a command as an object'],
    ['null', null, '', null, 'a command as an object'],
    ['an array', [], '', [], 'a command as an object'],
    ['text', '{"_tag":"Marker"}', '', '{"_tag":"Marker"}', 'a command as an object'],
    ['no tag', {}, '_tag', undefined, `one of ${tags.join(', ')}`],
    ['an unknown tag', { _tag: 'NDRangeKernel' }, '_tag', 'NDRangeKernel', `one of ${tags.join(', ')}`],
    ['a tag of every object', { _tag: 'constructor' }, '_tag', 'constructor', `one of ${tags.join(', ')}`],
    ['no object', { _tag: 'ReadBuffer' }, 'buffer', undefined, 'the id of a buffer'],
    ['an id of nothing', { _tag: 'ReadBuffer', buffer: 'other' }, 'buffer', 'other', 'the id of a buffer'],
    ['an id of another kind', { _tag: 'ReadBuffer', buffer: 'picture' }, 'buffer', 'picture', 'the id of a buffer'],
    ['an id that is no text', { _tag: 'ReadBuffer', buffer: 1 }, 'buffer', 1, 'the id of a buffer'],
    [
      'an id of another kind in a list',
      { _tag: 'MigrateMemObjects', memObjects: ['frame', 'shared'] },
      'memObjects[1]',
      'shared',
      'the id of a buffer or image',
    ],
    ['a number as text', { _tag: 'ReadBuffer', buffer: 'frame', offset: '4' }, 'offset', '4', numbers],
    ['null for a default', { _tag: 'ReadBuffer', buffer: 'frame', size: null }, 'size', null, numbers],
    ['no region', { _tag: 'ReadBufferRect', buffer: 'frame' }, 'region', undefined, 'an array of 1 to 3 numbers'],
    [
      'no number in a region',
      { _tag: 'ReadBufferRect', buffer: 'frame', region: [1, 'two'] },
      'region[1]',
      'two',
      numbers,
    ],
    [
      'a colour of two numbers',
      { _tag: 'FillImage', image: 'picture', fillColor: [0, 1] },
      'fillColor',
      [0, 1],
      'an array of 4 numbers, or of 1',
    ],
    [
      'an unknown flag',
      { _tag: 'MapImage', image: 'picture', mapFlags: ['READ', 'FAST'] },
      'mapFlags[1]',
      'FAST',
      'one of READ, WRITE, WRITE_INVALIDATE_REGION',
    ],
    [
      'no boolean',
      { _tag: 'SvmMemcpy', dstPtr: { host: 'array' }, srcPtr: { host: 'array' }, blocking: 1 },
      'blocking',
      1,
      'true or false',
    ],
    [
      'a field of no command',
      { _tag: 'ReadBuffer', buffer: 'frame', sizee: 4 },
      'sizee',
      4,
      'absent: the fields are _tag, buffer, offset, size, ptr',
    ],
    ['a field of a command that has none', { _tag: 'Marker', size: 4 }, 'size', 4, 'absent: the fields are _tag'],
    [
      'an allocation of another kind',
      { _tag: 'SvmMap', svmPtr: { svm: 'frame', byteOffset: 0 } },
      'svmPtr.svm',
      'frame',
      'the id of an SVM allocation',
    ],
    [
      'a pointer without an offset',
      { _tag: 'SvmMap', svmPtr: { svm: 'shared' } },
      'svmPtr.byteOffset',
      undefined,
      numbers,
    ],
    [
      'an id as a pointer',
      { _tag: 'SvmMap', svmPtr: 'shared' },
      'svmPtr',
      'shared',
      'an object with svm and byteOffset',
    ],
    [
      'a pointer in a list without an offset',
      { _tag: 'SvmFree', svmPointers: [{ svm: 'shared' }] },
      'svmPointers[0].byteOffset',
      undefined,
      numbers,
    ],
    [
      'no memory',
      { _tag: 'SvmMemcpy', dstPtr: 'array', srcPtr: { host: 'array' } },
      'dstPtr',
      'array',
      'an object with svm and byteOffset, view and base64, or host',
    ],
    ['no host data', write, 'ptr', undefined, 'an object with view and base64, or with host'],
    [
      'a host array by no id',
      { ...write, ptr: { host: 'frame' } },
      'ptr.host',
      'frame',
      'the id of a typed array or DataView',
    ],
    [
      'an unknown view',
      { ...write, ptr: { view: 'Array', base64: '' } },
      'ptr.view',
      'Array',
      `one of ${VIEW_NAMES.join(', ')}`,
    ],
    [
      'no base64',
      { ...write, ptr: { view: 'Uint8Array', base64: 'A' } },
      'ptr.base64',
      'A',
      'bytes in base64, with padding',
    ],
    [
      'bytes that are no whole elements',
      { ...write, ptr: { view: 'Float32Array', base64: 'AAAAAAA=' } },
      'ptr.base64',
      5,
      'whole elements of a Float32Array',
    ],
    [
      'host data with another field',
      { ...write, ptr: { view: 'Uint8Array', base64: '', byteOffset: 4 } },
      'ptr.byteOffset',
      4,
      'absent: the fields are view, base64',
    ],
    [
      'a mapping of no kind',
      { _tag: 'SvmUnmap', svmPtr: { svm: 'shared', byteOffset: 0 }, mapped: 'shared' },
      'mapped',
      'shared',
      'the id of a mapping',
    ],
  ])('is refused with %s: where, what was given, what is allowed', (_what, json, path, given, allowed) => {
    expect(decode(json)).toEqual(left({ path, given, allowed }))
  })
})

it('shares no array with its JSON', () => {
  const json = { _tag: 'ReadImage', image: 'picture', origin: [1, 2, 3] }
  const decoded = decode(json)
  json.origin[0] = 9
  expect(decoded).toStrictEqual(right(Command.readImage({ image, origin: [1, 2, 3] })))
})

describe('garbage', () => {
  const arrangement = fc.constantFrom(...tags)

  it('is a Mismatch and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(decode(json)._tag).toBe('Left')
      }),
    )
  })

  it('in the fields of a command is a Mismatch too, unless it can be encoded again', () => {
    const encode = encodeCommand(world.objects)
    const fields = fc.dictionary(
      fc.constantFrom('buffer', 'image', 'ptr', 'region', 'svmPtr', 'svmPointers', 'memObjects', 'mapped', '__proto__'),
      fc.oneof(fc.jsonValue(), fc.constantFrom('frame', 'picture', 'shared', 'mapped', [1], { host: 'array' })),
    )
    fc.assert(
      fc.property(arrangement, fields, (tag, garbage) => {
        const decoded = decode({ ...garbage, _tag: tag })
        if (decoded._tag === 'Left') expect(decoded.left.allowed).not.toBe('')
        else expect(encode(decoded.right)._tag).toBe('Right')
      }),
      { numRuns: 500 },
    )
  })
})
