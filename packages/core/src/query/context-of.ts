import type { DispatchingContext } from '../graph/enqueue-command.ts'
import type { ContextIdentity } from '../model/context-identity.ts'
import type { ClContext } from '../platform/cl-context.ts'

/** The context of an object as programs know it: every object comes from such a one. */
export const contextOf = ({ context }: { readonly context: ContextIdentity }): ClContext & DispatchingContext =>
  context as ClContext & DispatchingContext
