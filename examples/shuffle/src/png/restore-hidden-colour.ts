import type { PNGWithMetadata } from 'pngjs'

/** What pngjs 7 answers beyond its types: samples of 16 bits as such, and the one transparent colour of a tRNS chunk. */
type Decoded = Omit<PNGWithMetadata, 'data'> & {
  readonly data: Uint8Array | Uint16Array
  readonly transColor?: readonly number[]
}

/**
 * A grey or RGB picture may name one colour as transparent. pngjs makes such pixels (0, 0, 0, 0); here they get their
 * colour back and keep alpha 0, so that nothing of the file is lost. Writes to the given pixels and returns them.
 */
export const restoreHiddenColour = (png: PNGWithMetadata): Uint8Array | Uint16Array => {
  const { data, transColor, depth } = png as unknown as Decoded
  if (transColor === undefined) return data
  const scale = depth === 16 ? 1 : 255 / (2 ** depth - 1)
  const [red = 0, green = red, blue = red] = transColor.map((sample) => Math.round(sample * scale))
  for (let pixel = 0; pixel < data.length; pixel += 4) {
    if (data[pixel + 3] === 0) data.set([red, green, blue], pixel)
  }
  return data
}
