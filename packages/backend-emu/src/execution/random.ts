/**
 * Numbers from 0 up to 1 (not 1 itself), the same for the same seed: 32 bits of state stepped by an odd constant, then
 * mixed (the generator known as mulberry32).
 */
export const randomFrom = (seed: number): (() => number) => {
  // Seeds above 32 bits differ in their high part too.
  let state = (seed ^ Math.floor(seed / 0x1_0000_0000)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
