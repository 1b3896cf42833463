import * as t from 'io-ts'

/** Decodes decimal digits to a whole number within the bounds. The codec's name says what it allows. */
export const integerText = (least: number, most: number): t.Type<number, string, unknown> =>
  new t.Type(
    `a whole number from ${least} to ${most}`,
    (value): value is number => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    (value, context) => {
      const number = typeof value === 'string' && /^[0-9]+$/.test(value) ? Number(value) : Number.NaN
      return number >= least && number <= most ? t.success(number) : t.failure(value, context)
    },
    String,
  )
