import type { Observer } from 'rxjs'
import type { CommandRun } from './command-run.ts'
import { arrive } from './turn.ts'

/** An input that is no command of this library: any observable. */
export class ForeignInput implements Observer<unknown> {
  readonly #run: CommandRun
  readonly #slot: number

  constructor(run: CommandRun, slot: number) {
    this.#run = run
    this.#slot = slot
  }

  next(value: unknown): void {
    arrive({ run: this.#run, slot: this.#slot, kind: 'next', value })
  }

  error(value: unknown): void {
    arrive({ run: this.#run, slot: this.#slot, kind: 'error', value })
  }

  complete(): void {
    arrive({ run: this.#run, slot: this.#slot, kind: 'complete', value: undefined })
  }
}
