import type { CommandRun } from './command-run.ts'

/** The runs between the first listener and the input being subscribed. */
const path: CommandRun[] = []
/** The runs that the last input has started, in order: behind an operator of RxJS there can be several. */
const started: CommandRun[] = []
let isConnecting = false

/**
 * Connects a run to its inputs, and those to theirs, in the order in which RxJS would: depth first, the first input
 * before the second. A loop instead of recursion, because a chain of 100,000 commands is deeper than the call stack.
 */
export const connect = (run: CommandRun): void => {
  started.push(run)
  if (isConnecting) return
  isConnecting = true
  try {
    for (;;) {
      while (started.length > 0) path.push(started.pop() as CommandRun)
      const last = path.at(-1)
      if (last === undefined) return
      if (!last.connectNextInput()) path.pop()
    }
  } finally {
    started.length = 0
    path.length = 0
    isConnecting = false
  }
}

/** Leaves the inputs of a run that nobody listens to, and those of the runs that nobody listens to then. */
export const disconnect = (run: CommandRun): void => {
  const abandoned = [run]
  for (let last = abandoned.pop(); last !== undefined; last = abandoned.pop()) last.leaveInputs(abandoned)
}
