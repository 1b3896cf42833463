import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { createOpenCL, type ClBuffer, type ClContext, type Enqueued, type Flow } from '../../src/index.ts'
import { RecordingBackend } from './recording-backend.ts'

/** The Right, or a failing test. */
export const right = <E1, A>(either: Either<E1, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** The Left, or a failing test. */
export const left = <E1, A>(either: Either<E1, A>): E1 => {
  if (E.isRight(either)) throw new Error('expected a Left')
  return either.left
}

/** A context on a backend that the test plays. */
export const recorded = (options: { readonly outOfOrder?: boolean } = {}) => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext())
  const queue = right(context.createCommandQueue({ outOfOrder: options.outOfOrder ?? false }))
  return { backend, context, queue, buffer: (size = 64) => bufferOf(context, size) }
}

export const bufferOf = (context: ClContext, size: number): ClBuffer => right(context.createBuffer({ size }))

/** Lets every microtask run, so that a turn is over. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.of(...values)

/** A flow of buffers, whatever it may be refused for. */
export type Buffers = Flow<unknown, Enqueued<ClBuffer>>
