/** Numbers that look random and are the same for the same seed. */
export const randomOf = (seed) => {
  let state = seed >>> 0
  let draws = 0
  const next = () => {
    draws += 1
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** From 0 to below `count`. */
  const below = (count) => Math.floor(next() * count)
  return {
    below,
    draws: () => draws,
    /** From `low` to `high`, both possible. */
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
    /** One key of { key: weight }. */
    among: (weights) => {
      const entries = Object.entries(weights)
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      return entries.at(-1)[0]
    },
    /** Any of the list, each or not. */
    some: (list) => list.filter(() => next() < 0.5),
  }
}
