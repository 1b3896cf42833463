import type { ClError, Flow } from '../../index.ts'
import { value } from '../settle.ts'

export interface Progress<A> {
  readonly done: Promise<A>
  readonly isDone: () => boolean
}

/** Runs a flow of one value and tells whether it has ended. */
export const follow = <A>(what: string, flow: Flow<ClError, A>): Progress<A> => {
  let ended = false
  const done = value(what, flow).then((result) => {
    ended = true
    return result
  })
  // A case that fails first never looks at it.
  done.catch(() => undefined)
  return { done, isDone: () => ended }
}
