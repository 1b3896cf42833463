/**
 * One frame of a test video in 420: slanted stripes of luma that move, chroma that changes slowly from side to side, and
 * a bright square that runs along the lower edge, so that lost, repeated and shifted frames can be seen.
 */
export const paintFrame = (width: number, height: number, frame: number): Uint8Array => {
  const [chromaWidth, chromaHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  const luma = width * height
  const chroma = chromaWidth * chromaHeight
  const bytes = new Uint8Array(luma + 2 * chroma)
  const side = Math.ceil(height / 8)
  const left = (frame * 4) % Math.max(1, width - side + 1)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isSquare = y >= height - side && x >= left && x < left + side
      bytes[y * width + x] = isSquare ? 235 : 40 + ((x + 2 * y + 3 * frame) % 128)
    }
  }
  for (let y = 0; y < chromaHeight; y += 1) {
    for (let x = 0; x < chromaWidth; x += 1) {
      const sample = luma + y * chromaWidth + x
      bytes[sample] = 64 + Math.floor((128 * x) / chromaWidth)
      bytes[sample + chroma] = 64 + Math.floor((128 * y) / chromaHeight)
    }
  }
  return bytes
}
