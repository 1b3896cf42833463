const INFINITY_BITS = 0x7c00
const NAN_BITS = 0x7e00

/** To the nearest integer; of two that are as near, the even one. */
export const roundHalfToEven = (value: number): number => {
  const below = Math.floor(value)
  const rest = value - below
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1
  return below % 2 === 0 ? below : below + 1
}

/** The 16 bits of the half float nearest to `value`, ties to even. What is 65520 or more becomes infinity. */
export const halfFloatBits = (value: number): number => {
  if (Number.isNaN(value)) return NAN_BITS
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0
  const size = Math.abs(value)
  if (size >= 65520) return sign | INFINITY_BITS
  // Below 2 to the -14 the steps get no finer. The logarithm may be off by one at a power of two.
  let exponent = Math.max(-14, Math.floor(Math.log2(size)))
  if (exponent > -14 && 2 ** exponent > size) exponent -= 1
  if (2 ** (exponent + 1) <= size) exponent += 1
  const steps = roundHalfToEven(size / 2 ** (exponent - 10))
  // The mantissa of a normal number has its leading 1 at bit 10, which adds one to the exponent, as does a carry.
  return sign | (((exponent + 14) << 10) + steps)
}
