import type { ClError } from '@rxcl/core'

/** Everything that ends the program early and is not a defect in it. */
export type Failure =
  | { readonly _tag: 'BadCommandLine'; readonly reason: string }
  | { readonly _tag: 'BadArgument'; readonly argument: string; readonly given: string; readonly allowed: string }
  | { readonly _tag: 'UnreadablePicture'; readonly path: string; readonly reason: string }
  | {
      readonly _tag: 'PictureTooLarge'
      readonly path: string
      readonly width: number
      readonly height: number
      readonly limit: string
    }
  | { readonly _tag: 'NothingToExchange'; readonly tile: number; readonly width: number; readonly height: number }
  | { readonly _tag: 'TooManyTiles'; readonly tile: number; readonly tiles: number; readonly most: number }
  | { readonly _tag: 'UnusableFolder'; readonly path: string; readonly reason: string }
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
    case 'UnreadablePicture':
      return `cannot read ${failure.path}: ${failure.reason}`
    case 'PictureTooLarge':
      return `${failure.path} has ${failure.width} x ${failure.height} pixels, the device takes at most ${failure.limit}`
    case 'NothingToExchange':
      return `--tile: ${failure.tile} cuts the ${failure.width} x ${failure.height} picture into tiles of which no two have the same size, so there is nothing to exchange; give a smaller tile`
    case 'TooManyTiles':
      return `--tile: ${failure.tile} cuts the picture into ${failure.tiles} tiles, at most ${failure.most} are allowed; give a larger tile`
    case 'UnusableFolder':
      return `cannot write to ${failure.path}: ${failure.reason}`
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
