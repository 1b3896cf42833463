const KIB = 1024
const MIB = 1024 * KIB

/** Small contexts, as in tests, take little; the largest step costs nothing before it is touched, as hosts map it late. */
const LARGE = 256 * MIB
const STEPS = [64 * KIB, MIB, LARGE]

/**
 * How large a new store is, in bytes: room for `size` and for what else the context may make, as `held` bytes that it
 * has already let expect; never more than `most`, unless `size` is.
 */
export const storeSize = (size: number, held: number, most: number): number => {
  const expected = held + size
  const step = STEPS.find((bytes) => expected <= bytes / 2) ?? Math.max(LARGE, 2 ** Math.ceil(Math.log2(2 * size)))
  return Math.max(size, Math.min(step, most))
}
