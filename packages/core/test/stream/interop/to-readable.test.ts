import { Readable } from 'node:stream'
import { concatWith, of, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, pull, toReadable } from '../../../src/index.ts'
import { turn } from '../fixture.ts'

describe('toReadable', () => {
  it('is a Web stream of what the flow emits', async () => {
    const stream = toReadable(of('a', 'b'))
    expect(stream).toBeInstanceOf(globalThis.ReadableStream)
    const seen: string[] = []
    for await (const value of stream) seen.push(value)
    expect(seen).toEqual(['a', 'b'])
  })

  it('is what Readable.fromWeb takes', async () => {
    const seen: unknown[] = []
    for await (const value of Readable.fromWeb(toReadable(of('a', 'b')), { objectMode: true })) seen.push(value)
    expect(seen).toEqual(['a', 'b'])
  })

  it('has the error of the flow', async () => {
    const reader = toReadable(of('a').pipe(concatWith(throwError(() => new Error('defect'))))).getReader()
    expect(await reader.read()).toEqual({ done: false, value: 'a' })
    await expect(reader.read()).rejects.toThrow('defect')
  })

  it('subscribes when it is first read and unsubscribes when it is cancelled', async () => {
    const flow$ = new Subject<string>()
    const reader = toReadable(flow$).getReader()
    await turn()
    expect(flow$.observed).toBe(false)
    const first = reader.read()
    await turn()
    flow$.next('a')
    expect(await first).toEqual({ done: false, value: 'a' })
    await reader.cancel()
    expect(flow$.observed).toBe(false)
  })

  it('holds a pull back until it is read', async () => {
    let asked = 0
    const frames = (function* () {
      for (;;) yield (asked += 1)
    })()
    const stream = toReadable(pull(frames, (frame) => Flow.right(frame), { inFlight: 2 }).pipe(Flow.orThrow()))
    const reader = stream.getReader()
    expect(await reader.read()).toEqual({ done: false, value: 1 })
    await turn()
    expect(asked).toBe(3)
    await reader.cancel()
  })
})
