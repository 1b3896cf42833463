import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Failure } from '../failure.ts'
import { integerText } from './integer-text.ts'
import { sizeCodec } from './size-codec.ts'

const path = t.refinement(t.string, (text) => text !== '', 'a path')
const rate = t.refinement(
  t.string,
  (text) => /^[1-9][0-9]{0,8}:[1-9][0-9]{0,8}$/.test(text),
  'frames and seconds such as 30:1',
)

const optional = <A, O>(codec: t.Type<A, O, unknown>): t.Type<A | undefined, O | undefined, unknown> =>
  t.union([t.undefined, codec], codec.name)

const request = t.strict({
  input: optional(path),
  rgba: optional(sizeCodec),
  rate,
  window: optional(sizeCodec),
  out: path,
  inFlight: integerText(1, 64),
  backend: t.keyof({ emu: null, native: null }, 'emu or native'),
  demo: t.boolean,
})

/** What the program is asked to do. */
export type Request = t.TypeOf<typeof request>

const ARGUMENTS: Readonly<Record<string, string>> = {
  input: 'input',
  rgba: '--rgba',
  rate: '--rate',
  window: '--window',
  out: '--out',
  inFlight: '--in-flight',
  backend: '--backend',
}

const failureOf = (error: t.ValidationError): Failure => {
  // The path runs from the whole request to the field; a union or a refinement adds steps below the field.
  const field = error.context.find(({ key }) => key in ARGUMENTS)
  return {
    _tag: 'BadArgument',
    argument: ARGUMENTS[field?.key ?? ''] ?? 'arguments',
    given: String(error.value),
    allowed: field?.type.name ?? request.name,
  }
}

const bad = (reason: string): E.Either<Failure, never> => E.left({ _tag: 'BadCommandLine', reason })

const checkInput = (decoded: Request): E.Either<Failure, Request> => {
  const { input, demo, rgba } = decoded
  if (input === undefined && !demo) return bad('an input is missing: give a file, - for standard input, or --demo')
  if (input !== undefined && demo) return bad('--demo makes its own input, so none may be given')
  if (rgba !== undefined && demo) return bad('--demo makes Y4M, so --rgba may not be given')
  return E.right(decoded)
}

/** The texts of the command line as a request. Left: BadArgument for the first that is not allowed, or BadCommandLine. */
export const decodeRequest = (texts: unknown): E.Either<Failure, Request> =>
  pipe(
    request.decode(texts),
    E.mapLeft(([first]): Failure =>
      first === undefined ? { _tag: 'BadCommandLine', reason: 'the arguments are not allowed' } : failureOf(first),
    ),
    E.flatMap(checkInput),
  )
