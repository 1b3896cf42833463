import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Failure } from '../failure.ts'
import { integerText } from './integer-text.ts'

const path = t.refinement(t.string, (text) => text !== '', 'a path')

const request = t.strict({
  picture: path,
  tile: integerText(1, 65_536),
  seed: integerText(0, 2 ** 32 - 1),
  out: path,
  timeline: t.union([path, t.undefined], path.name),
  backend: t.keyof({ emu: null, native: null }, 'emu or native'),
})

/** What the program is asked to do. */
export type Request = t.TypeOf<typeof request>

const ARGUMENTS: Readonly<Record<string, string>> = {
  picture: 'picture',
  tile: '--tile',
  seed: '--seed',
  out: '--out',
  timeline: '--timeline',
  backend: '--backend',
}

const failureOf = (error: t.ValidationError): Failure => {
  // The path runs from the whole request to the field; a refinement may add a step without a name below the field.
  const field = error.context.find(({ key }) => key in ARGUMENTS)
  return {
    _tag: 'BadArgument',
    argument: ARGUMENTS[field?.key ?? ''] ?? 'arguments',
    given: String(error.value),
    allowed: field?.type.name ?? request.name,
  }
}

/** The texts of the command line as a request. Left: BadArgument for the first that is not allowed. */
export const decodeRequest = (texts: unknown): E.Either<Failure, Request> =>
  pipe(
    request.decode(texts),
    E.mapLeft(([first]): Failure =>
      first === undefined ? { _tag: 'BadCommandLine', reason: 'the arguments are not allowed' } : failureOf(first),
    ),
  )
