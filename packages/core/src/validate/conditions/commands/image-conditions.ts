import type { Condition } from '../condition.ts'

// Conditions of the one image of a command, under the names of its parameters.

type ImageName = 'image' | 'src_image' | 'dst_image'
type OriginName = 'origin' | 'src_origin' | 'dst_origin'

export const imageContext = <const Name extends ImageName>(name: Name) =>
  ({
    id: `${name}-context`,
    code: 'CL_INVALID_CONTEXT',
    when: `${name} is of another context than command_queue`,
    checked: 'host',
  }) as const satisfies Condition

export const imageLive = <const Name extends ImageName>(name: Name) =>
  ({
    id: `${name}-live`,
    code: 'CL_INVALID_MEM_OBJECT',
    when: `${name} is not a live image`,
    checked: 'host',
  }) as const satisfies Condition

/** Of a copy between an image and a buffer. */
export const sameMemory = <const Image extends ImageName, const Buffer extends string>(image: Image, buffer: Buffer) =>
  ({
    id: `${image}-of-${buffer}`,
    code: 'CL_INVALID_MEM_OBJECT',
    when: `${image} is made from ${buffer}: a 1D_BUFFER image, and here a 2D one too`,
    checked: 'host',
  }) as const satisfies Condition

export const boxConditions = <const Image extends ImageName, const Origin extends OriginName>(
  image: Image,
  origin: Origin,
) =>
  [
    { id: 'origin-null', code: 'CL_INVALID_VALUE', when: `${origin} is missing`, checked: 'host' },
    {
      id: 'region-null',
      code: 'CL_INVALID_VALUE',
      when: 'region is null; without one the box reaches to the far corner',
      checked: 'host',
    },
    { id: 'box-outside', code: 'CL_INVALID_VALUE', when: `the box leaves ${image}`, checked: 'host' },
    {
      id: 'box-shape',
      code: 'CL_INVALID_VALUE',
      when: `${origin} is not 0 or region not 1 along an axis that ${image} does not have, or region is 0 along any`,
      checked: 'host',
    },
  ] as const satisfies readonly Condition[]

export const imageDeviceConditions = <const Name extends ImageName>(name: Name) =>
  [
    {
      id: 'image-size-unsupported',
      code: 'CL_INVALID_IMAGE_SIZE',
      when: `${name} is larger than the queue's device takes`,
      checked: 'host',
    },
    {
      id: 'image-format-unsupported',
      code: 'CL_IMAGE_FORMAT_NOT_SUPPORTED',
      when: `${name} has a format that the queue's device does not have for its type`,
      checked: 'host',
    },
  ] as const satisfies readonly Condition[]

export const IMAGE_SUPPORT_CONDITION = {
  id: 'image-support',
  code: 'CL_INVALID_OPERATION',
  when: "the queue's device has no image support",
  checked: 'host',
} as const satisfies Condition

/** Of the host side of reads and writes. */
export const pitchConditions = <const Row extends string, const Slice extends string>(row: Row, slice: Slice) =>
  [
    {
      id: 'row-pitch-too-small',
      code: 'CL_INVALID_VALUE',
      when: `${row} is not 0 and less than the bytes of a row`,
      checked: 'host',
      beyondSpec: true,
      why: 'the specification states the rule without a code',
    },
    {
      id: 'slice-pitch-too-small',
      code: 'CL_INVALID_VALUE',
      when: `${slice} is not 0 and less than the bytes of a slice, or of a row in a 1D array`,
      checked: 'host',
      beyondSpec: true,
      why: 'the specification states the rule without a code',
    },
  ] as const satisfies readonly Condition[]
