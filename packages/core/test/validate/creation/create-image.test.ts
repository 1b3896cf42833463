import { describe } from 'vitest'
import { RGBA8 } from '../../../src/model/image-format.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { check, onBuffer, over2D, spec } from './create-image-spec.ts'
import {
  CONTEXT_CASE,
  contextOf,
  FLAG_FAULTS,
  FLAGS_CASE,
  MORE_PARENT_FAULTS,
  parentCase,
  parentCases,
  type CreationWorld,
} from '../flag-cases.ts'
import { hostPtrCases } from '../host-ptr-cases.ts'
import { bufferOf, context, device, imageOf, partOf, released } from '../objects.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Case } from '../specification.ts'

const ofBuffer = <C extends Case<CreationWorld>>(row: C): Case<CreationWorld> => ({
  ...row,
  given: (world) => ({ ...onBuffer(world), ...row.given?.(world) }),
})
const WITHOUT_2D_FROM_BUFFER = context(device(), device({ imagePitchAlignment: 0 }))
const DEPTH16 = { channelOrder: 'CL_DEPTH', channelDataType: 'CL_UNORM_INT16' }
const parents = parentCases('buffer')

specifyConditions({
  ...spec,
  cases: {
    'context-live': CONTEXT_CASE,
    'image-support': {
      parameter: 'context',
      vary: 'context',
      fault: () => context(device({ imageSupport: false })),
      control: () => context(device({ imageSupport: false }), device()),
    },
    flags: FLAGS_CASE,
    'parent-write-only': ofBuffer(parents['parent-write-only']),
    'parent-read-only': ofBuffer(parents['parent-read-only']),
    'parent-host-write-only': ofBuffer(parents['parent-host-write-only']),
    'parent-host-read-only': ofBuffer(parents['parent-host-read-only']),
    'parent-host-no-access': ofBuffer(parents['parent-host-no-access']),
    'parent-host-ptr': ofBuffer(parents['parent-host-ptr']),
    ...hostPtrCases(512),
    'format-null': { parameter: 'image_format', vary: 'format', fault: () => null, control: () => RGBA8 },
    'format-illegal': {
      parameter: 'image_format',
      vary: 'format',
      fault: () => ({ channelOrder: 'CL_BGRA', channelDataType: 'CL_FLOAT' }),
      control: () => ({ channelOrder: 'CL_RGBA', channelDataType: 'CL_FLOAT' }),
    },
    desc: { parameter: 'image_desc', vary: 'type', fault: () => '4D', control: () => '2D' },
    'size-unsupported': { parameter: 'image_desc', vary: 'width', fault: () => 1025, control: () => 1024 },
    'format-unsupported': {
      parameter: 'image_format',
      vary: 'context',
      fault: () => context(device({ imageFormats: { ...device().imageFormats, '2D': [] } })),
      control: () => context(device({ imageFormats: { ...device().imageFormats, '2D': [] } }), device()),
    },
    'desc-dimension': { parameter: 'image_desc', vary: 'depth', fault: () => 1, control: () => undefined },
    'desc-buffer': {
      parameter: 'image_desc',
      given: onBuffer,
      vary: 'buffer',
      fault: () => undefined,
      control: ({ here }) => bufferOf(here),
    },
    'desc-2d-from-buffer': {
      parameter: 'image_desc',
      given: () => ({ context: WITHOUT_2D_FROM_BUFFER }),
      vary: 'buffer',
      fault: () => bufferOf(WITHOUT_2D_FROM_BUFFER),
      control: () => undefined,
    },
    'desc-row-pitch': {
      parameter: 'image_desc',
      vary: 'rowPitch',
      given: () => ({ flags: ['COPY_HOST_PTR'], hostPtr: new Uint8Array(1024) }),
      fault: () => 60,
      control: () => 68,
    },
    'desc-slice-pitch': {
      parameter: 'image_desc',
      vary: 'slicePitch',
      given: () => ({ type: '3D', depth: 2, flags: ['COPY_HOST_PTR'], hostPtr: new Uint8Array(2048) }),
      fault: () => 511,
      control: () => 512,
    },
    'buffer-pitch': {
      parameter: 'image_desc',
      given: over2D,
      vary: 'rowPitch',
      fault: () => 72,
      control: () => 80,
    },
    'buffer-start': {
      parameter: 'image_desc',
      given: over2D,
      vary: 'buffer',
      fault: ({ here }) => partOf(bufferOf(here, 4096), 16, 1024),
      control: ({ here }) => partOf(bufferOf(here, 4096), 32, 1024),
    },
    'format-depth': {
      parameter: 'image_format',
      given: () => ({ format: DEPTH16, height: 8, width: 8 }),
      vary: 'type',
      fault: () => '1D',
      control: () => '2D',
    },
    'buffer-too-small': {
      parameter: 'image_desc',
      given: onBuffer,
      vary: 'buffer',
      fault: ({ here }) => bufferOf(here, 63),
      control: ({ here }) => bufferOf(here, 64),
    },
    'flags-version': {
      parameter: 'flags',
      given: () => ({ flags: ['HOST_NO_ACCESS'] }),
      vary: 'context',
      fault: () => contextOf('1.1'),
      control: () => contextOf('1.1 and 1.2'),
    },
    version: {
      parameter: 'image_desc',
      given: () => ({ type: '1D', height: undefined }),
      vary: 'context',
      fault: () => contextOf('1.1'),
      control: () => contextOf('1.1 and 1.2'),
    },
  },
})

describe('createImage', () => {
  specifyTotal({ ...spec, check: (input) => check({ ...input, context: context() }) })

  specifyFaults(
    spec,
    FLAG_FAULTS.map(([name, fault, control]) => [
      `${name} in flags`,
      'CL_INVALID_VALUE',
      { parameter: 'flags', vary: 'flags', fault: () => fault, control: () => control },
    ]),
  )

  const behind = {
    parameter: 'image_desc',
    given: onBuffer,
    vary: 'buffer',
    control: ({ here }: CreationWorld) => bufferOf(here),
  }
  specifyFaults(spec, [
    [
      'a released buffer behind',
      'CL_INVALID_IMAGE_DESCRIPTOR',
      { ...behind, fault: ({ here }) => released(bufferOf(here)) },
    ],
    [
      'a buffer behind of another context',
      'CL_INVALID_IMAGE_DESCRIPTOR',
      { ...behind, fault: ({ elsewhere }) => bufferOf(elsewhere) },
    ],
    ['an image behind', 'CL_INVALID_IMAGE_DESCRIPTOR', { ...behind, fault: ({ here }) => imageOf(here) }],
    [
      'no description',
      'CL_INVALID_IMAGE_DESCRIPTOR',
      { parameter: 'image_desc', vary: 'desc', fault: () => null, control: () => undefined },
    ],
    ...MORE_PARENT_FAULTS.map(
      (row) => [`${row[1]} over a ${row[0]} buffer`, 'CL_INVALID_VALUE', ofBuffer(parentCase('buffer', row))] as const,
    ),
    ...(
      [
        ['an order that is not offered', { channelOrder: 'CL_Rx', channelDataType: 'CL_UNORM_INT8' }],
        ['a missing data type', { channelOrder: 'CL_RGBA' }],
        ['a number as order', { channelOrder: 4277, channelDataType: 'CL_UNORM_INT8' }],
        ['text as format', 'RGBA8'],
      ] as const
    ).map(
      ([name, format]) =>
        [
          name,
          'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
          { parameter: 'image_format', vary: 'format', fault: () => format, control: () => RGBA8 },
        ] as const,
    ),
  ])

  specifyLegal(spec, [
    [
      'an image over a part of a buffer',
      (world) => ({ ...onBuffer(world), buffer: partOf(bufferOf(world.here), 128, 64) }),
    ],
    ['a 2D_ARRAY of depth images', () => ({ type: '2D_ARRAY', arraySize: 2, format: DEPTH16 })],
    ['a 2D image on version 1.0', () => ({ context: contextOf('1.0') })],
    ['a format without its prefixes', () => ({ format: { channelOrder: 'RGBA', channelDataType: 'UNORM_INT8' } })],
  ])

  specifyOrder(
    spec,
    ({ gone }) => ({
      context: gone,
      type: '5D',
      format: { channelOrder: 'CL_RGBA', channelDataType: 'CL_DOUBLE' },
      width: -1,
      height: 1,
      flags: ['READ'],
      buffer: null,
      hostPtr: new Uint8Array(1),
      rowPitch: 63,
    }),
    ({ here }) => {
      const imageless = context(device({ imageSupport: false, version: '1.1' }))
      const noFormats = context(device({ imageFormats: { ...device().imageFormats, '1D_BUFFER': [] } }))
      return [
        ['CL_INVALID_CONTEXT', 'context', { context: imageless }],
        ['CL_INVALID_OPERATION', 'context', { context: contextOf('1.1') }],
        ['CL_INVALID_IMAGE_DESCRIPTOR', 'image_desc', { type: '1D_BUFFER' }],
        ['CL_INVALID_OPERATION', 'image_desc', { context: noFormats }],
        ['CL_INVALID_VALUE', 'flags', { flags: ['READ_WRITE'] }],
        ['CL_INVALID_IMAGE_FORMAT_DESCRIPTOR', 'image_format', { format: RGBA8 }],
        ['CL_INVALID_IMAGE_DESCRIPTOR', 'image_desc', { width: 100 }],
        ['CL_INVALID_IMAGE_DESCRIPTOR', 'image_desc', { height: undefined }],
        ['CL_INVALID_IMAGE_DESCRIPTOR', 'image_desc', { buffer: bufferOf(noFormats, 64, ['READ_ONLY']) }],
        ['CL_INVALID_IMAGE_DESCRIPTOR', 'image_desc', { rowPitch: 0 }],
        ['CL_INVALID_VALUE', 'flags', { flags: undefined }],
        ['CL_INVALID_IMAGE_SIZE', 'image_desc', { width: 16 }],
        ['CL_INVALID_HOST_PTR', 'host_ptr', { hostPtr: undefined }],
        ['CL_IMAGE_FORMAT_NOT_SUPPORTED', 'image_format', { context: here, buffer: bufferOf(here) }],
      ]
    },
  )
})
