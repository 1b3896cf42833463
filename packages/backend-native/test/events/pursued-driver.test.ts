import { Command, completed, createOpenCL, enqueue, Flow, readBuffer, ready, copyBuffer, writeBuffer } from '@rxcl/core'
import { firstValueFrom, from, lastValueFrom, of } from 'rxjs'
import { expect, it } from 'vitest'
import type { Binding } from '../../src/binding/binding.ts'
import { nativeOver } from '../../src/native-over.ts'
import { describeWithDriver } from '../driver.ts'
import { right } from '../support/right.ts'

/** The same driver under the name of one that calls back late. */
const renamed = (binding: Binding): Binding & { looks: number } => {
  const platforms = (): ReturnType<Binding['platforms']> => {
    const found = binding.platforms()
    return typeof found === 'number' ? found : found.map((platform) => ({ ...platform, name: 'NVIDIA CUDA' }))
  }
  const peek = (most: number): void => {
    late.looks += 1
    binding.peek(most)
  }
  const late = Object.assign(Object.create(binding) as Binding, { platforms, peek, looks: 0 })
  return late
}

describeWithDriver('a driver whose ends are looked for', ({ binding }) => {
  const late = renamed(binding)
  const context = right(createOpenCL(right(nativeOver(late))).createContext())
  const queue = right(context.createCommandQueue())
  const buffer = (size: number) => right(context.createBuffer({ size }))

  it('ends commands given one at a time', async () => {
    const copy$ = ready(buffer(64)).pipe(copyBuffer(queue, buffer(64)), completed())
    for (let i = 0; i < 500; i += 1) right(await firstValueFrom(copy$))
    expect(late.looks).toBeGreaterThan(0)
  })

  it('ends many at once', async () => {
    const [a, b] = [buffer(64), buffer(64)]
    const source = await firstValueFrom(ready(a))
    const copies$ = from(Array.from({ length: 5000 }, () => source)).pipe(copyBuffer(queue, b), completed())
    let ends = 0
    await new Promise<void>((resolve, reject) => {
      copies$.subscribe({ next: () => (ends += 1), complete: resolve, error: reject })
    })
    expect(ends).toBe(5000)
  })

  it.each([1, 1 << 16, 1 << 24])('gives back the %i bytes it was given', async (size) => {
    const data = new Uint8Array(size).map((_, i) => (i * 31 + (i >> 8)) % 251)
    const read$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer(size)), readBuffer(queue))
    expect(Buffer.compare(right(await lastValueFrom(read$)), data)).toBe(0)
  })

  it('tells of an end in a later task, after the microtasks of the turn', async () => {
    const copy = Command.copyBuffer({ srcBuffer: buffer(64), dstBuffer: buffer(64) })
    for (let i = 0; i < 10; i += 1) right(await firstValueFrom(enqueue(queue, copy).pipe(completed())))
    let hasEnded = false
    const end = firstValueFrom(enqueue(queue, copy).pipe(completed())).then(() => (hasEnded = true))
    for (let i = 0; i < 1000; i += 1) await Promise.resolve()
    expect(hasEnded).toBe(false)
    await end
  })
})
