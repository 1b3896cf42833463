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

export const zeroOrPowerOfTwo = (most: number): t.Type<number, number, unknown> => {
  const power = powerOfTwo(most)
  return allowed(`0 or ${power.name}`, (given): given is number => given === 0 || power.is(given))
}

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

/** An object with these properties, some of the optional ones and no others: a misspelt option is an error, not a default. */
export const optionsOf = <R extends t.Props, P extends t.Props>(
  required: R,
  optional: P,
): t.Type<t.TypeOf<t.TypeC<R>> & t.TypeOf<t.PartialC<P>>, unknown, unknown> => {
  type A = t.TypeOf<t.TypeC<R>> & t.TypeOf<t.PartialC<P>>
  const needed = t.type(required)
  const known = t.partial(optional)
  const names = Object.keys({ ...required, ...optional })
  const validate = (given: unknown, context: t.Context): t.Validation<A> => {
    if (!isRecord(given)) return t.failure(given, context, 'an object')
    const unknown = Object.keys(given).find((name) => !names.includes(name))
    // Not an intersection, which would be a part of the path. No option is changed by its codec.
    if (unknown === undefined) {
      const checked = needed.validate(given, context)
      return (checked._tag === 'Left' ? checked : known.validate(given, context)) as t.Validation<A>
    }
    const at = t.appendContext(context, unknown, t.unknown, given[unknown])
    return t.failure(given[unknown], at, `nothing: the options here are ${names.join(', ')}`)
  }
  return new t.Type<A, unknown, unknown>(
    'an object',
    (given): given is A => needed.is(given) && known.is(given),
    validate,
    t.identity,
  )
}

/** An object with some of these properties and no others. */
export const options = <P extends t.Props>(optional: P): t.Type<t.TypeOf<t.PartialC<P>>, unknown, unknown> =>
  optionsOf({}, optional)
