import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../model/cl-error.ts'

/** Memory for what a read without `ptr` brings back. */
export const allocateResult = (
  command: string,
  bytes: number,
): Either<ClError<'CL_OUT_OF_HOST_MEMORY'>, Uint8Array> => {
  try {
    return right(new Uint8Array(bytes))
  } catch {
    return left(
      refusal(
        'CL_OUT_OF_HOST_MEMORY',
        command,
        'ptr',
        `The host has no ${bytes} bytes for the result; read a smaller part, or pass memory for it.`,
      ),
    )
  }
}
