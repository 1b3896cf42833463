import type { ClError } from '@rxcl/core'

/** Everything that ends the program early and is not a defect in it. */
export type Failure =
  | { readonly _tag: 'BadCommandLine'; readonly reason: string }
  | { readonly _tag: 'BadArgument'; readonly argument: string; readonly given: string; readonly allowed: string }
  | { readonly _tag: 'UnreadableInput'; readonly input: string; readonly reason: string }
  | { readonly _tag: 'BadHeader'; readonly input: string; readonly reason: string }
  | {
      readonly _tag: 'BrokenFrame'
      readonly input: string
      /** Counted from 1. */
      readonly frame: number
      readonly reason: string
    }
  | {
      readonly _tag: 'FrameTooLarge'
      readonly input: string
      readonly width: number
      readonly height: number
      readonly limit: string
    }
  | { readonly _tag: 'WindowTooLarge'; readonly window: string; readonly frame: string }
  | { readonly _tag: 'UnusableOutput'; readonly output: string; readonly reason: string }
  | { readonly _tag: 'NoDevice' }
  | { readonly _tag: 'BackendRefused'; readonly backend: string; readonly error: ClError }
  | { readonly _tag: 'CommandFailed'; readonly error: ClError }

/** The first error behind a chain of commands that failed because the one before did. */
const firstCause = (error: ClError): ClError => (error.cause === undefined ? error : firstCause(error.cause))

const describeError = (error: ClError): string => `${error.command}: ${error._tag}: ${error.message}`

const describe = (failure: Failure): string => {
  switch (failure._tag) {
    case 'BadCommandLine':
      return `${failure.reason}; --help lists what is allowed`
    case 'BadArgument':
      return `${failure.argument}: '${failure.given}' was given, allowed is ${failure.allowed}`
    case 'UnreadableInput':
      return `cannot read ${failure.input}: ${failure.reason}`
    case 'BadHeader':
      return `${failure.input} is no video that can be cut: ${failure.reason}`
    case 'BrokenFrame':
      return `${failure.input}: frame ${failure.frame} ${failure.reason}`
    case 'FrameTooLarge':
      return `${failure.input} has frames of ${failure.width} x ${failure.height} pixels, the device takes at most ${failure.limit}`
    case 'WindowTooLarge':
      return `--window: ${failure.window} does not fit into a frame of ${failure.frame}`
    case 'UnusableOutput':
      return `cannot write to ${failure.output}: ${failure.reason}`
    case 'NoDevice':
      return 'the backend has no device'
    case 'BackendRefused':
      return `--backend ${failure.backend}: ${describeError(failure.error)}`
    case 'CommandFailed':
      return describeError(firstCause(failure.error))
  }
}

/** One line, whatever the parts contain. */
export const describeFailure = (failure: Failure): string => describe(failure).replaceAll(/\p{Cc}+/gu, ' ')
