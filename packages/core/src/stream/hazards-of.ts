import { Observable } from 'rxjs'
import type { Hazard } from '../graph/hazards/hazard.ts'
import type { ClContext } from '../platform/cl-context.ts'
import type { ContextObject } from '../platform/context.ts'

/**
 * Emits each hazard of a context made with `hazards: 'report'` when its second command is enqueued, each pair of commands
 * once, in the order of the second ones; what was found before the subscription is not told. Completes when the context
 * is released and its commands have settled. Emits nothing for other contexts. It gives no Left.
 */
export const hazardsOf = (context: ClContext): Observable<Hazard> =>
  new Observable((subscriber) =>
    (context as ContextObject).dispatcher.hazardListeners.add({
      found: (hazard) => subscriber.next(hazard),
      closed: () => subscriber.complete(),
    }),
  )
