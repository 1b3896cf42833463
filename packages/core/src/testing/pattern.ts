/** Bytes that look random, the same for the same seed; no short period, so that a shifted copy shows. */
export const pattern = (size: number, seed: number): Uint8Array<ArrayBuffer> => {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) >>> 0 || 1
  return Uint8Array.from({ length: size }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 8) & 0xff
  })
}
