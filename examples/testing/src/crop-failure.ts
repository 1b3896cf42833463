import type { ClError } from '@rxcl/core'

/** What a program that crops has to reckon with. The first ends the stream; each other is the answer to one frame. */
export type CropFailure =
  | { readonly _tag: 'Unavailable'; readonly error: ClError }
  | { readonly _tag: 'BadFrame'; readonly index: number; readonly bytes: number; readonly expected: number }
  | { readonly _tag: 'FrameLost'; readonly index: number; readonly error: ClError }
  | { readonly _tag: 'TooSlow'; readonly index: number; readonly milliseconds: number }

const describeError = ({ command, _tag: code, message }: ClError): string => `${command}: ${code}: ${message}`

/** A failure in one line. */
export const describeFailure = (failure: CropFailure): string => {
  switch (failure._tag) {
    case 'Unavailable':
      return `nothing can be cropped: ${describeError(failure.error)}`
    case 'BadFrame':
      return `frame ${failure.index} has ${failure.bytes} bytes instead of ${failure.expected}`
    case 'FrameLost':
      return `frame ${failure.index} is lost: ${describeError(failure.error)}`
    case 'TooSlow':
      return `frame ${failure.index} took longer than ${failure.milliseconds} ms`
  }
}
