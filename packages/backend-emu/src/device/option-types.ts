import * as t from 'io-ts'

/** A codec whose name says what is allowed, for the message of a failure. */
export const allowed = <A>(name: string, is: (given: unknown) => given is A): t.Type<A, A, unknown> =>
  new t.Type(name, is, (given, context) => (is(given) ? t.success(given) : t.failure(given, context, name)), t.identity)

export const integer = (least: number, most: number): t.Type<number, number, unknown> =>
  allowed(
    `an integer from ${least} to ${most}`,
    (given): given is number => Number.isSafeInteger(given) && (given as number) >= least && (given as number) <= most,
  )

export const powerOfTwo = (most: number): t.Type<number, number, unknown> =>
  allowed(
    `a power of two from 1 to ${most}`,
    (given): given is number =>
      typeof given === 'number' && given >= 1 && given <= most && Number.isInteger(Math.log2(given)),
  )

export const oneOf = <const A extends string>(values: readonly A[]): t.Type<A, A, unknown> =>
  allowed(`one of ${values.join(', ')}`, (given): given is A => (values as readonly unknown[]).includes(given))

export const flag = allowed('true or false', (given): given is boolean => typeof given === 'boolean')

export const listOf = <A>(name: string, item: t.Type<A, A, unknown>): t.Type<readonly A[], unknown, unknown> => {
  const items = t.readonlyArray(item)
  const validate = (given: unknown, context: t.Context): t.Validation<readonly A[]> =>
    Array.isArray(given) ? items.validate(given, context) : t.failure(given, context, name)
  return new t.Type<readonly A[], unknown, unknown>(name, items.is, validate, t.identity)
}

const isRecord = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** An object with some of these properties and no others: a misspelt option is an error, not a default. */
export const options = <P extends t.Props>(props: P): t.Type<{ [K in keyof P]?: t.TypeOf<P[K]> }, unknown, unknown> => {
  type A = { [K in keyof P]?: t.TypeOf<P[K]> }
  const known = t.partial(props)
  const names = Object.keys(props)
  const validate = (given: unknown, context: t.Context): t.Validation<A> => {
    if (!isRecord(given)) return t.failure(given, context, 'an object')
    const unknown = Object.keys(given).find((name) => !names.includes(name))
    if (unknown === undefined) return known.validate(given, context)
    const at = t.appendContext(context, unknown, t.unknown, given[unknown])
    return t.failure(given[unknown], at, `nothing: the options here are ${names.join(', ')}`)
  }
  return new t.Type<A, unknown, unknown>('an object', (given): given is A => known.is(given), validate, t.identity)
}
