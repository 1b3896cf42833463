import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'

export const releasedContextRefusal = (
  command: string,
  context: ContextIdentity,
): ClError<'CL_INVALID_CONTEXT'> | undefined =>
  context.released
    ? refusal('CL_INVALID_CONTEXT', command, 'context', 'The context is released; it must be one that is not.')
    : undefined
