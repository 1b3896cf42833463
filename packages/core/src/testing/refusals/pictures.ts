import { RGBA8, type ClImage } from '../../index.ts'
import { right } from '../expect.ts'
import { pattern } from '../pattern.ts'
import type { Refusal, RefusalScene } from './refusal-scene.ts'

const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30, needs: ['2D images'] } as const

/** What `picture` makes. */
export const shape = { type: '2D', format: RGBA8, width: 4, height: 3 } as const

/** 4 by 3 pixels of four bytes, which must stay as they are. */
export const picture = async ({ bench, witnesses }: RefusalScene): Promise<ClImage> => {
  const bytes = pattern(48, 73)
  const image = await bench.image(shape, bytes)
  witnesses.push({ memory: image, bytes })
  return image
}

/** The box rules that commands on images share, under the name that each gives its origin. */
export const boxRows = (
  origin: string,
  command: (
    scene: RefusalScene,
    image: ClImage,
    box: { origin?: readonly [number, number, number]; region?: readonly [number, number, number] },
  ) => ReturnType<Refusal['command']>,
): readonly Refusal[] => [
  {
    name: 'a region that leaves the image',
    ...INVALID_VALUE,
    parameter: 'region',
    command: async (scene) => command(scene, await picture(scene), { origin: [1, 0, 0], region: [4, 1, 1] }),
  },
  {
    name: 'an origin outside the image',
    ...INVALID_VALUE,
    parameter: origin,
    command: async (scene) => command(scene, await picture(scene), { origin: [0, 3, 0], region: [1, 1, 1] }),
  },
  {
    name: 'an empty region',
    ...INVALID_VALUE,
    parameter: 'region',
    command: async (scene) => command(scene, await picture(scene), { region: [4, 0, 1] }),
  },
  {
    name: 'an origin along an axis that the type lacks',
    ...INVALID_VALUE,
    parameter: origin,
    command: async (scene) => command(scene, await picture(scene), { origin: [0, 0, 1], region: [1, 1, 1] }),
  },
  {
    name: 'a region along an axis that the type lacks',
    ...INVALID_VALUE,
    parameter: 'region',
    command: async (scene) => command(scene, await picture(scene), { region: [1, 1, 2] }),
  },
]

export const foreignPicture = ({ elsewhere }: RefusalScene): ClImage =>
  right('createImage', elsewhere.createImage(shape))
