import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { ClError } from '../index.ts'

/** Ends a case as failed. */
export const fail = (message: string): never => {
  throw new Error(message)
}

const describe = (error: ClError): string =>
  `${error._tag} (${error.status}) of ${error.command}${
    error.parameter === undefined ? '' : `, parameter ${error.parameter}`
  }, ${error.origin}: ${error.message}`

export const expectThat = (condition: boolean, message: string): void => {
  if (!condition) fail(message)
}

export const expectEqual = (what: string, actual: unknown, expected: unknown): void => {
  if (!Object.is(actual, expected)) fail(`${what}: expected ${String(expected)}, got ${String(actual)}`)
}

/** The value of a Right. */
export const right = <A>(what: string, either: Either<ClError, A>): A =>
  E.isRight(either) ? either.right : fail(`${what}: expected a Right, got ${describe(either.left)}`)

/** The error of a Left. */
export const left = (what: string, either: Either<ClError, unknown>): ClError =>
  E.isLeft(either) ? either.left : fail(`${what}: expected a Left, got a Right`)

/** What an error must say; a field left out is not looked at. */
export interface ExpectedError {
  readonly code: string
  readonly status?: number
  readonly parameter?: string | undefined
  readonly command?: string
  readonly origin?: ClError['origin']
}

export const expectError = (what: string, error: ClError, expected: ExpectedError): void => {
  const wrong = (field: string, wanted: unknown): never =>
    fail(`${what}: expected ${field} ${String(wanted)}, got ${describe(error)}`)
  if (error._tag !== expected.code) wrong('code', expected.code)
  if (expected.status !== undefined && error.status !== expected.status) wrong('status', expected.status)
  if ('parameter' in expected && error.parameter !== expected.parameter) wrong('parameter', expected.parameter)
  if (expected.command !== undefined && error.command !== expected.command) wrong('command', expected.command)
  if (expected.origin !== undefined && error.origin !== expected.origin) wrong('origin', expected.origin)
  if (error.message.length === 0) wrong('a message, not', '""')
}

export const expectLeft = (what: string, either: Either<ClError, unknown>, expected: ExpectedError): ClError => {
  const error = left(what, either)
  expectError(what, error, expected)
  return error
}

const around = (bytes: Uint8Array, index: number): string =>
  [...bytes.subarray(Math.max(0, index - 2), index + 6)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')

/** Byte for byte; where `mask` is given, only its set bits count. */
export const expectBytes = (what: string, actual: Uint8Array, expected: Uint8Array, mask?: Uint8Array): void => {
  if (actual.length !== expected.length) fail(`${what}: expected ${expected.length} bytes, got ${actual.length}`)
  for (let index = 0; index < expected.length; index += 1) {
    const bits = mask?.[index] ?? 0xff
    if (((actual[index] ?? 0) & bits) !== ((expected[index] ?? 0) & bits))
      fail(
        `${what}: first difference at byte ${index} of ${expected.length}: expected ${expected[index]}, got ` +
          `${actual[index]}; from byte ${Math.max(0, index - 2)} expected ${around(expected, index)}, got ${around(actual, index)}`,
      )
  }
}

/** That a call throws a TypeError: a defect of the program, no value. */
export const expectTypeError = (what: string, call: () => unknown): void => {
  try {
    call()
  } catch (error) {
    if (error instanceof TypeError) return
    throw error
  }
  fail(`${what}: expected a TypeError, got a value`)
}
