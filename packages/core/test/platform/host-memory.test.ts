import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { createOpenCL, readBuffer, ready } from '../../src/index.ts'
import type { ContextPort, Submission } from '../../src/port/index.ts'
import { right, turn } from '../stream/fixture.ts'
import { RecordingBackend } from '../stream/recording-backend.ts'

class Lender extends RecordingBackend {
  readonly memory: Uint8Array

  constructor(memory: Uint8Array) {
    super()
    this.memory = memory
  }

  override openContext(...args: Parameters<RecordingBackend['openContext']>): E.Either<never, ContextPort> {
    return E.map((port: ContextPort) => ({ ...port, hostMemory: () => this.memory }))(super.openContext(...args))
  }
}

const resultOf = (submission: Submission | undefined): Uint8Array | undefined =>
  submission?.command._tag === 'ReadBuffer' ? submission.command.ptr : undefined

const readFrom = async (backend: RecordingBackend): Promise<Uint8Array | undefined> => {
  const context = right(createOpenCL(backend).createContext())
  const buffer = right(context.createBuffer({ size: 4 }))
  ready(buffer)
    .pipe(readBuffer(right(context.createCommandQueue())))
    .subscribe()
  await turn()
  return resultOf(backend.submissions.at(-1))
}

it('a read goes into the memory that the backend lends', async () => {
  const memory = new Uint8Array(4)
  expect(await readFrom(new Lender(memory))).toBe(memory)
})

it('a read goes into new memory where the backend lends none', async () => {
  expect(await readFrom(new RecordingBackend())).toEqual(new Uint8Array(4))
})
