import type { ClBuffer, ClCommandQueue, ClContext } from '@rxcl/core'
import { createOpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { map, type Observable } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { expect } from 'vitest'
import { emulator, type EmulatorOptions } from '../../src/index.ts'
import { right } from '../support/right.ts'

type Helpers = Parameters<Parameters<TestScheduler['run']>[0]>[0]

export interface MarbleDevice {
  readonly context: ClContext
  readonly queue: (options?: Parameters<ClContext['createCommandQueue']>[0]) => ClCommandQueue
  /** The frame. */
  readonly now: () => number
  /** Of 16 bytes. */
  readonly buffer: () => ClBuffer
}

/** Plays a test whose frames are the milliseconds of an emulated device. */
export const play = (options: EmulatorOptions, test: (helpers: Helpers, device: MarbleDevice) => void): void => {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected))
  scheduler.run((helpers) => {
    const context = right(createOpenCL(emulator({ scheduler, ...options })).createContext())
    test(helpers, {
      context,
      now: () => scheduler.now(),
      queue: (queueOptions) => right(context.createCommandQueue(queueOptions)),
      buffer: () => right(context.createBuffer({ size: 16 })),
    })
  })
}

/** r for a Right, l for a Left: when, not what. */
export const sides = <E1, A>(flow: Observable<E.Either<E1, A>>): Observable<string> =>
  flow.pipe(map((either) => (E.isRight(either) ? 'r' : 'l')))
