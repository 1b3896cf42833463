import * as E from 'fp-ts/lib/Either.js'
import { firstValueFrom, from, of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { copyBuffer, Flow, readBuffer, ready, writeBuffer } from '../../src/index.ts'
import { bytes, left, recorded, turn } from './fixture.ts'

const data = bytes(1, 2, 3, 4)

describe('a Left travels', () => {
  it('passes without a command, and the stream goes on', async () => {
    const { backend, queue, buffer } = recorded()
    const target = buffer(4)
    const seen: string[] = []
    from([data, new Uint8Array(5), data])
      .pipe(Flow.lift(), writeBuffer(queue, target), copyBuffer(queue, buffer(4)))
      .subscribe((either) => seen.push(E.isRight(either) ? 'right' : either.left._tag))
    await turn()
    expect(seen).toEqual(['right', 'CL_INVALID_VALUE', 'right'])
    expect(backend.tags).toEqual(['WriteBuffer', 'CopyBuffer', 'WriteBuffer', 'CopyBuffer'])
  })

  it('comes from the operand and from waitFor too', async () => {
    const { backend, queue, buffer } = recorded()
    const source$ = of(data).pipe(Flow.lift())
    const byOperand = await firstValueFrom(source$.pipe(writeBuffer(queue, Flow.left('no buffer' as const))))
    const byWait = await firstValueFrom(
      source$.pipe(writeBuffer(queue, buffer(), { waitFor: [Flow.left('no gate' as const)] })),
    )
    expect([left(byOperand), left(byWait)]).toEqual(['no buffer', 'no gate'])
    await turn()
    expect(backend.tags).toEqual([])
  })

  it('keeps its place among reads', async () => {
    const { backend, queue, buffer } = recorded()
    const seen: string[] = []
    from([buffer(4), buffer(1), buffer(4)])
      .pipe(Flow.lift(), Flow.flatMap(ready), readBuffer(queue, { size: 4 }))
      .subscribe((either) => seen.push(E.isRight(either) ? 'right' : either.left._tag))
    await turn()
    expect(seen).toEqual([])
    backend.settleAll()
    expect(seen).toEqual(['right', 'CL_INVALID_VALUE', 'right'])
  })
})
