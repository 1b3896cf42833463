import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'

/**
 * Memory for what a read without `ptr` brings back: `bytes`, of which the command writes `written`. Where that is all of
 * them the backend may give the memory; gaps between rows must be 0, and only new memory is.
 */
export const allocateResult = (
  command: string,
  context: ContextIdentity,
  bytes: number,
  written: number,
): Either<ClError<'CL_OUT_OF_HOST_MEMORY'>, Uint8Array> => {
  try {
    return right((written === bytes ? context.hostMemory?.(bytes) : undefined) ?? new Uint8Array(bytes))
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
