import { type ClError, type Enqueued, Flow, profiled } from '@rxcl/core'
import { ignoreElements, merge, tap } from 'rxjs'

/** What the commands of one kind did. */
export interface Measure {
  readonly kind: string
  readonly count: number
  readonly bytes: number
  /** From start to end on the device, summed; undefined for reads, whose flows carry bytes and no event. */
  readonly nanoseconds: bigint | undefined
}

/** Adds up the commands that pass through it. */
export interface Meter {
  /** Passes the flow on unchanged and counts each command once it is complete. `bytes` is what one command moves. */
  readonly command: (
    kind: string,
    bytes: number,
  ) => <E, A>(flow$: Flow<E, Enqueued<A>>) => Flow<E | ClError, Enqueued<A>>
  /** The same for a flow that brings bytes to the host. */
  readonly read: (kind: string) => <E>(flow$: Flow<E, Uint8Array>) => Flow<E, Uint8Array>
  /** The kinds in the order in which they were first seen. */
  readonly measures: () => readonly Measure[]
}

export const createMeter = (): Meter => {
  const measures = new Map<string, Measure>()
  const add = (kind: string, bytes: number, nanoseconds: bigint | undefined): void => {
    const before = measures.get(kind) ?? { kind, count: 0, bytes: 0, nanoseconds: undefined }
    measures.set(kind, {
      kind,
      count: before.count + 1,
      bytes: before.bytes + bytes,
      nanoseconds: nanoseconds === undefined ? undefined : (before.nanoseconds ?? 0n) + nanoseconds,
    })
  }
  return {
    command: (kind, bytes) => (flow$) =>
      // The flow is shared while it is live, so two subscriptions are one command. A Left reaches the caller by the first.
      merge(
        flow$,
        flow$.pipe(
          profiled(),
          Flow.map(({ profile }) => add(kind, bytes, profile.end - profile.start)),
          ignoreElements(),
        ),
      ),
    read: (kind) => tap((read) => read._tag === 'Right' && add(kind, read.right.byteLength, undefined)),
    measures: () => [...measures.values()],
  }
}
