import * as t from 'io-ts'
import type { Size } from '../video/window-path.ts'

const MOST = 65_536

const isSide = (side: unknown): boolean => Number.isInteger(side) && Number(side) >= 1 && Number(side) <= MOST

const isSize = (value: unknown): value is Size =>
  typeof value === 'object' &&
  value !== null &&
  'width' in value &&
  'height' in value &&
  isSide(value.width) &&
  isSide(value.height)

/** Decodes texts such as 320x180 to sizes in pixels. The codec's name says what it allows. */
export const sizeCodec: t.Type<Size, string, unknown> = new t.Type(
  `a size in pixels such as 320x180, sides from 1 to ${MOST}`,
  isSize,
  (value, context) => {
    const [, width, height] = /^([0-9]+)x([0-9]+)$/.exec(typeof value === 'string' ? value : '') ?? []
    const size = { width: Number(width), height: Number(height) }
    return isSize(size) ? t.success(size) : t.failure(value, context)
  },
  ({ width, height }) => `${width}x${height}`,
)
