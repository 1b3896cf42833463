import type { Origin, Region } from '../../index.ts'
import type { Capability } from '../capability.ts'
import { untyped, type Refusal, type RefusalScene } from './refusal-scene.ts'

const needs: readonly Capability[] = ['rects']
const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30, needs }

/** A region that fits both sides. */
export const region = [4, 2, 2] as const

/** A box of one side and the region of both. */
export interface Side {
  readonly region: Region
  readonly origin?: Origin
  readonly rowPitch?: number
  readonly slicePitch?: number
}

/** The rules of one side, under the names that the command gives its parameters. */
export const sideRows = (
  names: { readonly origin: string; readonly row: string; readonly slice: string },
  command: (scene: RefusalScene, side: Side) => ReturnType<Refusal['command']>,
  where: string,
): readonly Refusal[] => [
  {
    name: `an origin of ${where} that is negative`,
    ...INVALID_VALUE,
    parameter: names.origin,
    command: (scene) => command(scene, { region, origin: [-1, 0, 0] }),
  },
  {
    name: `a row pitch of ${where} below the row`,
    ...INVALID_VALUE,
    parameter: names.row,
    command: (scene) => command(scene, { region, rowPitch: 3 }),
  },
  {
    name: `a slice pitch of ${where} below the slice`,
    ...INVALID_VALUE,
    parameter: names.slice,
    command: (scene) => command(scene, { region, rowPitch: 6, slicePitch: 6 }),
  },
  {
    name: `a slice pitch of ${where} that is no multiple of the row pitch`,
    ...INVALID_VALUE,
    parameter: names.slice,
    command: (scene) => command(scene, { region, rowPitch: 6, slicePitch: 15 }),
  },
]

/** The rules of a side that is a buffer: its box lies in it. */
export const boundsRows = (
  names: { readonly origin: string },
  command: (scene: RefusalScene, side: Side) => ReturnType<Refusal['command']>,
  where: string,
): readonly Refusal[] => [
  {
    name: `a box that leaves ${where}`,
    ...INVALID_VALUE,
    parameter: 'region',
    command: (scene) => command(scene, { region, origin: [1, 0, 0], rowPitch: 20, slicePitch: 40 }),
  },
  {
    name: `an origin outside ${where}`,
    ...INVALID_VALUE,
    parameter: names.origin,
    command: (scene) => command(scene, { region, origin: [0, 0, 8] }),
  },
]

/** What no region may be. */
export const regionRows = (
  command: (scene: RefusalScene, side: Side) => ReturnType<Refusal['command']>,
): readonly Refusal[] =>
  (
    [
      ['a region with a 0 in it', [4, 0, 1]],
      ['a region that is none', untyped<Region>(undefined)],
    ] as const
  ).map(([name, given]) => ({
    name,
    ...INVALID_VALUE,
    parameter: 'region',
    command: (scene) => command(scene, { region: given }),
  }))
