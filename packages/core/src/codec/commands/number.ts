import * as t from 'io-ts'

/** The numbers that JSON has no number for. */
const NAMED: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
])

const nameOf = (value: number): string | undefined =>
  [...NAMED].find(([, named]) => Object.is(named, value))?.[0] as string | undefined

/** Any number: a colour may have one that is not finite, and what is wrong with the others the validator says. */
export const AnyNumber = new t.Type<number, number | string, unknown>(
  'a number',
  t.number.is,
  (input, context) => {
    const value = typeof input === 'number' ? input : NAMED.get(input)
    return value === undefined
      ? t.failure(input, context, `a number, or one of the names ${[...NAMED.keys()].join(', ')}`)
      : t.success(value)
  },
  (value) => (Number.isFinite(value) && !Object.is(value, -0) ? value : (nameOf(value) ?? value)),
)
