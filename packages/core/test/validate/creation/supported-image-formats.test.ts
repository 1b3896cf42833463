import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ContextIdentity } from '../../../src/model/context-identity.ts'
import { ORDER_VALUES, TYPE_VALUES } from '../../../src/model/format-tables.ts'
import { LEGAL_FORMATS, RGBA8, type LegalImageFormat } from '../../../src/model/image-format.ts'
import { IMAGE_TYPES } from '../../../src/model/image-type.ts'
import { SUPPORTED_IMAGE_FORMATS } from '../../../src/validate/conditions/creation/supported-image-formats.ts'
import { validateCreateImage } from '../../../src/validate/creation/create-image.ts'
import { validateSupportedImageFormats } from '../../../src/validate/creation/supported-image-formats.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { CONTEXT_CASE, contextOf, creationWorld, FLAG_FAULTS, FLAGS_CASE, type CreationWorld } from '../flag-cases.ts'
import { bufferOf, context, device } from '../objects.ts'
import { rightOf, specifyConditions, specifyFaults, type Check, type Input } from '../specification.ts'
import { NO_SIZE, SHAPES } from './create-image-spec.ts'

const check: Check = ({ context: of, desc, ...fields }) =>
  validateSupportedImageFormats(of as ContextIdentity)(desc === undefined ? fields : desc)
const base = ({ here }: CreationWorld): Input => ({ context: here, type: '2D', flags: undefined })
const spec = { table: SUPPORTED_IMAGE_FORMATS, world: creationWorld, base, check }

const R8: LegalImageFormat = { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT8' }
const R16: LegalImageFormat = { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT16' }
const DEPTH: LegalImageFormat = { channelOrder: 'CL_DEPTH', channelDataType: 'CL_FLOAT' }
const having = (formats: readonly LegalImageFormat[], imageSupport = true) =>
  device({
    imageSupport,
    imageFormats: {
      '1D': formats,
      '1D_BUFFER': formats,
      '1D_ARRAY': formats,
      '2D': formats,
      '2D_ARRAY': formats,
      '3D': formats,
    },
  })

specifyConditions({
  ...spec,
  cases: {
    'context-live': CONTEXT_CASE,
    flags: FLAGS_CASE,
    type: { parameter: 'image_type', vary: 'type', fault: () => '4D', control: () => '3D' },
    desc: { parameter: 'desc', vary: 'desc', fault: () => '2D', control: () => ({ type: '2D' }) },
    'flags-version': {
      parameter: 'flags',
      given: () => ({ flags: ['HOST_NO_ACCESS'] }),
      vary: 'context',
      fault: () => contextOf('1.1'),
      control: () => contextOf('1.1 and 1.2'),
    },
  },
})

describe('supportedImageFormats', () => {
  specifyTotal({ ...spec, check: (input) => check({ ...input, context: context() }) })

  specifyFaults(
    spec,
    FLAG_FAULTS.map(([name, fault, control]) => [
      `${name} in flags`,
      'CL_INVALID_VALUE',
      { parameter: 'flags', vary: 'flags', fault: () => fault, control: () => control },
    ]),
  )

  specifyOrder(
    spec,
    ({ gone }) => ({ context: gone, type: '2d', flags: ['READ'] }),
    ({ here }) => [
      ['CL_INVALID_CONTEXT', 'context', { context: here }],
      ['CL_INVALID_VALUE', 'flags', { flags: ['COPY_HOST_PTR'] }],
      ['CL_INVALID_VALUE', 'image_type', { type: '2D' }],
    ],
  )

  it('gives what any device with images has, each once, by the value of order and data type', () => {
    const of = context(having([RGBA8, R16]), having([R8, R16]), having([DEPTH], false))
    expect(check({ context: of, type: '2D' })).toEqual(right([R8, R16, RGBA8]))
  })

  it('is sorted for all legal formats', () => {
    const reversed = context(having(LEGAL_FORMATS.toReversed()))
    const values = (rightOf(check({ context: reversed, type: '2D' })) as unknown as LegalImageFormat[]).map(
      ({ channelOrder, channelDataType }) => ORDER_VALUES[channelOrder] * 10_000 + TYPE_VALUES[channelDataType],
    )
    expect(values).toHaveLength(LEGAL_FORMATS.length)
    expect(values).toEqual(values.toSorted((a, b) => a - b))
  })

  it.each([
    ['no device has images', context(having([R8], false)), '2D'],
    ['no device is new enough for the type', contextOf('1.1'), '1D_ARRAY'],
  ] as const)('is empty where %s', (_name, of, type) => {
    expect(check({ context: of, type })).toEqual(right([]))
  })

  it.each(IMAGE_TYPES)('has for %s images exactly the formats that createImage takes', (type) => {
    const of = context(having(LEGAL_FORMATS.filter((_, index) => index % 2 === 0)), having([R16]))
    const buffer = type === '1D_BUFFER' ? bufferOf(of) : undefined
    const taken = LEGAL_FORMATS.filter(
      (format) => validateCreateImage(of)({ type, format, ...NO_SIZE, ...SHAPES[type], buffer })._tag === 'Right',
    )
    const offered = rightOf(check({ context: of, type })) as unknown as LegalImageFormat[]
    expect(taken.length).toBeGreaterThan(0)
    expect(new Set(offered)).toEqual(new Set(taken))
  })
})
