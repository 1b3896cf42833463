/**
 * A reader that takes results when it is ready for them: `after` calls back when all that was emitted so far has been
 * taken.
 */
export interface Demand {
  after(taken: () => void): void
}

let current: Demand | undefined

/**
 * Subscribes in the name of a reader. A flow that bounds its frames finds the reader here, through whatever operators
 * stand between: they subscribe to their source at once.
 */
export const withDemand = <A>(demand: Demand | undefined, subscribe: () => A): A => {
  const outer = current
  current = demand
  try {
    return subscribe()
  } finally {
    current = outer
  }
}

/** The reader for whom a flow is being subscribed, if it is one that can be waited for. */
export const currentDemand = (): Demand | undefined => current
