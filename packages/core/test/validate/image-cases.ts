import type { Origin } from '../../src/model/box.ts'
import { RGBA8 } from '../../src/model/image-format.ts'
import type { ImageType } from '../../src/model/image-type.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { CommandWorld } from './command-world.ts'
import { device, imageOf, queueOf } from './objects.ts'
import { specifyFaults, specifyLegal, type Case, type Input, type Specification } from './specification.ts'

/** The names of the image and the origin of a command, as parameters and as fields. */
export interface ImageNames {
  readonly image: string
  readonly imageKey: string
  readonly origin: string
  readonly originKey: string
  /** Whether the default region reaches to the far corner of another image. */
  readonly hasNoDefault?: true
}

const FULL_FORMATS = device().imageFormats

/** The cases of the conditions that every image command has. Its base is a box of [4, 4] from [0, 0] of a 2D image. */
export const boxCases = ({ image, origin, originKey }: ImageNames) =>
  ({
    'origin-null': { parameter: origin, vary: originKey, fault: () => null, control: () => [0] },
    'region-null': { parameter: 'region', vary: 'region', fault: () => null, control: () => [4, 4] },
    'box-outside': { parameter: 'region', vary: originKey, fault: () => [13, 0], control: () => [12, 0] },
    'box-shape': { parameter: origin, vary: originKey, fault: () => [0, 0, 1], control: () => [0, 0, 0] },
    'image-support': {
      parameter: 'command_queue',
      vary: 'queue',
      fault: ({ here }) => queueOf(here, device({ imageSupport: false })),
      control: ({ here }) => queueOf(here, device()),
    },
    'image-size-unsupported': {
      parameter: image,
      vary: 'queue',
      fault: ({ here }) => queueOf(here, device({ image2dMaxHeight: 7 })),
      control: ({ here }) => queueOf(here, device({ image2dMaxHeight: 8 })),
    },
    'image-format-unsupported': {
      parameter: image,
      vary: 'queue',
      fault: ({ here }) => queueOf(here, device({ imageFormats: { ...FULL_FORMATS, '2D': [] } })),
      control: ({ here }) => queueOf(here, device({ imageFormats: { ...FULL_FORMATS, '2D': [RGBA8] } })),
    },
  }) as const satisfies Record<string, Case<CommandWorld>>

type BoxFault = readonly [type: ImageType, name: string, fault: unknown, control: unknown]

/** Image of 16 x 8 x 4 as far as the type has these; one component varies. */
const ORIGIN_FAULTS: readonly BoxFault[] = [
  ['1D', 'x past the end', [16], [15]],
  ['1D', 'y', [0, 1], [0, 0]],
  ['1D', 'z', [0, 0, 1], [0, 0, 0]],
  ['1D_BUFFER', 'y', [0, 1], [0, 0]],
  ['1D_BUFFER', 'z', [0, 0, 1], [0, 0, 0]],
  ['1D_ARRAY', 'the image past the last', [0, 4], [0, 3]],
  ['1D_ARRAY', 'z', [0, 0, 1], [0, 0, 0]],
  ['2D', 'y past the end', [0, 8], [0, 7]],
  ['2D', 'z', [0, 0, 1], [0, 0, 0]],
  ['2D_ARRAY', 'the image past the last', [0, 0, 4], [0, 0, 3]],
  ['3D', 'z past the end', [0, 0, 4], [0, 0, 3]],
  ['2D', 'an empty array', [], [0]],
  ['2D', 'four numbers', [0, 0, 0, 0], [0, 0, 0]],
  ['2D', 'a hole', [0, undefined, 0], [0, 0, 0]],
  ['2D', 'an object', { 0: 0, length: 1 }, [0]],
  ['2D', 'a typed array', new Uint32Array(3), [0, 0, 0]],
  ['2D', 'the largest number', [Number.MAX_SAFE_INTEGER], [0]],
]

const REGION_FAULTS: readonly BoxFault[] = [
  ['1D', 'width past the end', [17], [16]],
  ['1D', 'height', [1, 2], [1, 1]],
  ['1D', 'depth', [1, 1, 2], [1, 1, 1]],
  ['1D_BUFFER', 'height', [1, 2], [1, 1]],
  ['1D_BUFFER', 'depth', [1, 1, 2], [1, 1, 1]],
  ['1D_ARRAY', 'more images than there are', [1, 5], [1, 4]],
  ['1D_ARRAY', 'depth', [1, 1, 2], [1, 1, 1]],
  ['2D', 'height past the end', [1, 9], [1, 8]],
  ['2D', 'depth', [1, 1, 2], [1, 1, 1]],
  ['2D', 'width 0', [0, 1], [1, 1]],
  ['2D', 'height 0', [1, 0], [1, 1]],
  ['2D', 'depth 0', [1, 1, 0], [1, 1, 1]],
  ['2D_ARRAY', 'more images than there are', [1, 1, 5], [1, 1, 4]],
  ['3D', 'depth past the end', [1, 1, 5], [1, 1, 4]],
  ['3D', 'depth 0', [1, 1, 0], [1, 1, 1]],
  ['2D', 'an empty array', [], [1]],
  ['2D', 'four numbers', [1, 1, 1, 1], [1, 1, 1]],
  ['2D', 'the largest number', [Number.MAX_SAFE_INTEGER], [1]],
]

const WHOLE_BOXES: readonly (readonly [ImageType, Origin, Origin])[] = [
  ['1D', [0], [16]],
  ['1D_BUFFER', [0], [16]],
  ['1D_ARRAY', [0, 0], [16, 4]],
  ['2D', [0, 0], [16, 8]],
  ['2D_ARRAY', [0, 0, 0], [16, 8, 4]],
  ['3D', [0, 0, 0], [16, 8, 4]],
]

/** What every image command says of boxes; `room` is what else it needs to move a whole image. */
export const specifyBoxes = (
  spec: Omit<Specification<ConditionTable, CommandWorld>, 'cases'>,
  { imageKey, origin, originKey, hasNoDefault }: ImageNames,
  room: (world: CommandWorld) => Input,
): void => {
  const row = (parameter: string, vary: string, [type, , fault, control]: BoxFault): Case<CommandWorld> => ({
    parameter,
    given: (world) => ({
      ...room(world),
      [imageKey]: imageOf(world.here, type),
      [originKey]: [0],
      region: [1],
    }),
    vary,
    fault: () => fault,
    control: () => control,
  })
  specifyFaults(
    spec,
    ORIGIN_FAULTS.map((fault) => [
      `in a ${fault[0]} image the origin: ${fault[1]},`,
      'CL_INVALID_VALUE',
      row(origin, originKey, fault),
    ]),
  )
  specifyFaults(
    spec,
    REGION_FAULTS.map((fault) => [
      `in a ${fault[0]} image the region: ${fault[1]},`,
      'CL_INVALID_VALUE',
      row('region', 'region', fault),
    ]),
  )
  specifyLegal(
    spec,
    WHOLE_BOXES.map(([type, from, region]) => [
      `a whole ${type} image`,
      (world) => ({ ...room(world), [imageKey]: imageOf(world.here, type), [originKey]: from, region }),
    ]),
  )
  if (hasNoDefault === true) return
  specifyFaults(spec, [
    [
      'without region an origin outside',
      'CL_INVALID_VALUE',
      {
        parameter: origin,
        given: (world) => ({ ...room(world), region: undefined }),
        vary: originKey,
        fault: () => [0, 8],
        control: () => [0, 7],
      },
    ],
  ])
}

/** The numbers of origin and region for the number sweep, one per index. */
export const boxNumbers = ({ origin, originKey }: ImageNames) => [
  ...[0, 1, 2].map((index) => ({
    key: originKey,
    parameter: origin,
    at: { index, rest: [0, 0, 0] },
    control: 0,
  })),
  ...[0, 1, 2].map((index) => ({ key: 'region', parameter: 'region', at: { index, rest: [1, 1, 1] }, control: 1 })),
]
