/** A source of whole numbers: each call answers one from 0 to `below` - 1. */
export type Random = (below: number) => number

/** The generator mulberry32: small, fast, the same numbers on every machine. `seed` is an unsigned 32-bit integer. */
export const randomFrom = (seed: number): Random => {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
