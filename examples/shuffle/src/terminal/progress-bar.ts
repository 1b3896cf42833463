import { Presets, SingleBar } from 'cli-progress'
import { type MonoTypeOperatorFunction, defer, finalize, tap } from 'rxjs'

/**
 * Passes values on and shows on stderr how many of those that count have come, of `total`. Silent where stderr is no
 * terminal. The bar is cleared when the source ends or nobody listens any more.
 */
export const showProgress =
  <A>(total: number, counts: (value: A) => boolean): MonoTypeOperatorFunction<A> =>
  (source$) =>
    defer(() => {
      if (!process.stderr.isTTY) return source$
      const format = 'moving tiles {bar} {value}/{total}'
      const options = { stream: process.stderr, format, clearOnComplete: true, hideCursor: true }
      const bar = new SingleBar(options, Presets.shades_classic)
      bar.start(total, 0)
      return source$.pipe(
        tap((value) => {
          if (counts(value)) bar.increment()
        }),
        finalize(() => bar.stop()),
      )
    })
