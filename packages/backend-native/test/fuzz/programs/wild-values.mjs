// What a program can pass where something else is asked for.
const NUMBERS = [-1, 0.5, Number.NaN, Infinity, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 1, 2 ** 53, -0]
const OTHERS = [undefined, null, '', '3', 3n, true, {}, [], Symbol('none'), () => {}]

/** A number that is often no size. */
export const wildNumber = (random) => (random.chance(0.7) ? random.pick(NUMBERS) : random.pick(OTHERS))

/** Anything but what is asked for. */
export const wildValue = (random) => (random.chance(0.4) ? random.pick(NUMBERS) : random.pick(OTHERS))

/** Mostly a number from 0 to `limit`. */
export const numberUpTo = (random, limit) => {
  const kind = random.among({ inside: 60, start: 15, end: 6, beyond: 2, wild: 1 })
  if (kind === 'start') return 0
  if (kind === 'end') return limit
  if (kind === 'beyond') return limit + random.between(1, 9)
  return kind === 'wild' ? wildNumber(random) : random.between(0, Math.max(0, limit))
}

/** Mostly up to three numbers: where a box begins, or how large it is. */
export const boxPart = (random, limits, least) => {
  if (random.chance(0.02)) return wildValue(random)
  const part = limits.map((limit) =>
    random.chance(0.98) ? Math.max(least, random.below(limit + 1)) : numberUpTo(random, limit),
  )
  return part.slice(0, random.chance(0.97) ? 3 : random.between(0, 4))
}

/** A short word for a value, the same in every run. */
export const word = (value) => {
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? `'${value}'` : String(value)
  if (Array.isArray(value)) return `[${value.map(word).join(',')}]`
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.buffer.byteLength})`
  return typeof value._tag === 'string' ? value._tag : (value.constructor?.name ?? 'object')
}
