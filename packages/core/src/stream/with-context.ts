import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { Observable } from 'rxjs'
import type { ClContext } from '../platform/cl-context.ts'
import type { Flow } from './flow-types.ts'

/** Opens a context for each subscription and releases it, with all that it made, when that ends. */
export const withContext = <E0, E1, A>(
  open: () => Either<E0, ClContext>,
  use: (context: ClContext) => Flow<E1, A>,
): Flow<E0 | E1, A> =>
  new Observable<Either<E0 | E1, A>>((subscriber) => {
    const context = open()
    if (E.isLeft(context)) {
      subscriber.next(context)
      subscriber.complete()
      return
    }
    // Added first, so that it runs also when `use` throws or unsubscribes at once.
    subscriber.add(() => context.right.release())
    use(context.right).subscribe(subscriber)
  })
