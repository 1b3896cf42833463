import { Bench } from 'tinybench'

/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export interface Task {
  readonly name: string
  readonly run: () => void | Promise<void>
}

/**
 * The median time of each task in milliseconds. The tasks take turns, `rounds` times, so that a machine that slows
 * down slows all of them; the first round is thrown away.
 */
export const measure = async (
  tasks: readonly Task[],
  rounds: number,
  iterations: number,
): Promise<readonly number[]> => {
  const times: number[][] = tasks.map(() => [])
  for (let round = 0; round <= rounds; round += 1) {
    const bench = new Bench({ iterations, time: 0, warmup: false })
    for (const { name, run } of tasks) bench.add(name, run)
    await bench.run()
    if (round === 0) continue
    for (const [index, { result }] of bench.tasks.entries()) {
      if (!('latency' in result) || result.latency === undefined)
        throw new Error(`${tasks[index]?.name}: ${result.state}`)
      times[index]?.push(result.latency.p50 ?? result.latency.mean)
    }
  }
  return times.map(median)
}
