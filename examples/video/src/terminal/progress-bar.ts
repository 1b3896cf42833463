import { Presets, SingleBar } from 'cli-progress'

/** Says on stderr how many frames are done. Silent where stderr is no terminal. */
export interface Progress {
  readonly step: () => void
  /** Clears what was shown. */
  readonly stop: () => void
}

/** `total` frames will come; undefined where nobody knows. */
export const showProgress = (total: number | undefined): Progress => {
  if (!process.stderr.isTTY) return { step: () => {}, stop: () => {} }
  const counted = total === undefined ? '{value} frames' : '{bar} {value}/{total} frames'
  const bar = new SingleBar(
    { stream: process.stderr, format: `cutting ${counted}, {fps} per second`, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  const begin = performance.now()
  let done = 0
  bar.start(total ?? 0, 0, { fps: 0 })
  return {
    step: () => {
      done += 1
      bar.update(done, { fps: Math.round((1000 * done) / (performance.now() - begin)) })
    },
    stop: () => bar.stop(),
  }
}
