import { completed, createOpenCL, Flow, STATUS_CODES, writeBuffer, type ClError, type OpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { lastValueFrom, repeat, toArray } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { emulator, type Fault, type FaultCode } from '../../src/index.ts'

const CODES = Object.keys(STATUS_CODES).filter((name) => name !== 'CL_SUCCESS') as (FaultCode & string)[]

/** A program with a branch for each failure: a write into a buffer of its own context. */
const write = (opencl: OpenCL): Flow<ClError, unknown> =>
  opencl.withContext((context) =>
    pipe(
      E.Do,
      E.bindW('queue', () => context.createCommandQueue()),
      E.bindW('buffer', () => context.createBuffer({ size: 1 })),
      Flow.fromEither,
      Flow.flatMap(({ queue, buffer }) => Flow.right(Uint8Array.of(1)).pipe(writeBuffer(queue, buffer), completed())),
    ),
  )

/** How the program ends, run so many times in a row on one emulator. */
const ends = (faults: readonly Fault[], times = 1): Promise<readonly Partial<ClError>[]> =>
  lastValueFrom(
    write(createOpenCL(emulator({ faults }))).pipe(
      repeat(times),
      Flow.match(
        ({ _tag, status, command, origin }): Partial<ClError> => ({ _tag, status, command, origin }),
        () => ({}),
      ),
      toArray(),
    ),
  )

describe('a program', () => {
  it('without faults has no failure', async () => {
    expect(await ends([])).toEqual([{}])
  })

  it.each(CODES)('has a command fail with %s, at its enqueue and during its execution', async (code) => {
    const left = {
      _tag: code,
      status: STATUS_CODES[code as keyof typeof STATUS_CODES],
      command: 'WriteBuffer',
      origin: 'execution',
    }
    expect(await ends([{ _tag: 'FailEnqueue', code }])).toEqual([left])
    expect(await ends([{ _tag: 'FailExecution', code }])).toEqual([left])
  })

  it('has a command fail with a code that has no name', async () => {
    const left = { _tag: 'CL_UNNAMED_STATUS', status: -9999, command: 'WriteBuffer', origin: 'execution' }
    expect(await ends([{ _tag: 'FailExecution', code: -9999 }])).toEqual([left])
  })

  it.each(['createContext', 'createCommandQueue', 'createBuffer'] as const)('has %s fail', async (call) => {
    const left = { _tag: 'CL_OUT_OF_HOST_MEMORY', status: -6, command: call, origin: 'driver' }
    expect(await ends([{ _tag: 'FailCall', call, code: 'CL_OUT_OF_HOST_MEMORY' }])).toEqual([left])
  })

  it('has no memory', async () => {
    const left = { _tag: 'CL_MEM_OBJECT_ALLOCATION_FAILURE', status: -4, command: 'createBuffer', origin: 'driver' }
    expect(await ends([{ _tag: 'OutOfMemory', bytes: 0 }])).toEqual([left])
  })

  it('that tries again meets the next command, in a context of its own', async () => {
    const left = { _tag: 'CL_OUT_OF_RESOURCES', status: -5, command: 'WriteBuffer', origin: 'execution' }
    const fault = { _tag: 'FailExecution', code: 'CL_OUT_OF_RESOURCES', times: 2 } as const
    expect(await ends([fault], 4)).toEqual([left, left, {}, {}])
  })

  it('that tries again on a lost device gets no context any more', async () => {
    const left = { _tag: 'CL_DEVICE_NOT_AVAILABLE', status: -2, command: 'createContext', origin: 'driver' }
    expect(await ends([{ _tag: 'LoseDevice', after: 1 }], 3)).toEqual([{}, left, left])
  })

  it('with a command that is delayed waits for it', async () => {
    const start = performance.now()
    expect(await ends([{ _tag: 'Delay', ms: 30 }])).toEqual([{}])
    expect(performance.now() - start).toBeGreaterThan(25)
  })
})
