import * as E from 'fp-ts/lib/Either.js'
import { identity } from 'fp-ts/lib/function.js'
import fc from 'fast-check'
import { firstValueFrom, from, lastValueFrom, of, toArray, type Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { copyBuffer, Flow, ready, type ClBuffer, type Enqueued } from '../../src/index.ts'
import { left, recorded, turn } from './fixture.ts'

const eithers = fc.array(
  fc.oneof(
    fc.integer().map((n): E.Either<string, number> => E.right(n)),
    fc.string().map((s): E.Either<string, number> => E.left(s)),
  ),
)
const all = <A>(flow: Observable<A>): Promise<A[]> => lastValueFrom(flow.pipe(toArray()))

const plusOne = (n: number): number => n + 1
const twice = (n: number): number => n * 2
const positive = (n: number): Flow<string, number> => (n > 0 ? Flow.right(n) : Flow.left('not positive'))
const even = (n: number): Flow<string, number> => (n % 2 === 0 ? Flow.right(n) : Flow.left('odd'))

describe('Flow is a monad in its Rights', () => {
  it('map: identity and composition', () =>
    fc.assert(
      fc.asyncProperty(eithers, async (values) => {
        const flow = () => from(values)
        expect(await all(flow().pipe(Flow.map(identity)))).toEqual(values)
        expect(await all(flow().pipe(Flow.map(plusOne), Flow.map(twice)))).toEqual(
          await all(flow().pipe(Flow.map((n: number) => twice(plusOne(n))))),
        )
      }),
    ))

  it('flatMap: left identity, right identity and associativity', () =>
    fc.assert(
      fc.asyncProperty(eithers, fc.integer(), async (values, n) => {
        const flow = () => from(values)
        expect(await all(Flow.right(n).pipe(Flow.flatMap(positive)))).toEqual(await all(positive(n)))
        expect(await all(flow().pipe(Flow.flatMap((m: number) => Flow.right(m))))).toEqual(values)
        expect(await all(flow().pipe(Flow.flatMap(positive), Flow.flatMap(even)))).toEqual(
          await all(flow().pipe(Flow.flatMap((m: number) => positive(m).pipe(Flow.flatMap(even))))),
        )
      }),
    ))

  it('mapLeft and orElse touch only Lefts', () =>
    fc.assert(
      fc.asyncProperty(eithers, async (values) => {
        const flow = () => from(values)
        expect(await all(flow().pipe(Flow.mapLeft((s: string) => s.length)))).toEqual(
          values.map(E.mapLeft((s) => s.length)),
        )
        expect(await all(flow().pipe(Flow.orElse((s: string) => Flow.right(s.length))))).toEqual(
          values.map((either) => (E.isLeft(either) ? E.right(either.left.length) : either)),
        )
      }),
    ))

  it('match folds both sides; lift is Right', () =>
    fc.assert(
      fc.asyncProperty(eithers, async (values) => {
        const folded = values.map((either) => (E.isLeft(either) ? -1 : either.right))
        expect(await all(from(values).pipe(Flow.match(() => -1, identity<number>)))).toEqual(folded)
        expect(await all(from(folded).pipe(Flow.lift()))).toEqual(folded.map((n) => E.right(n)))
      }),
    ))
})

describe('orThrow', () => {
  it('moves a Left to the error channel, with its fields and a stack', async () => {
    const { queue, buffer } = recorded()
    const target = buffer(8)
    const refused$ = ready(target).pipe(copyBuffer(queue, target))
    const error: unknown = await firstValueFrom(refused$.pipe(Flow.orThrow())).catch((reason: unknown) => reason)
    const refused = left(await firstValueFrom(refused$))
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ _tag: 'CL_MEM_COPY_OVERLAP', status: -8, command: 'CopyBuffer' })
    expect((error as Error).message).toBe(`CL_MEM_COPY_OVERLAP: ${refused.message}`)
  })

  it('lets Rights through', async () => {
    expect(await firstValueFrom(of(E.right(1)).pipe(Flow.orThrow()))).toBe(1)
  })
})

/** A graph over earlier flows: each step copies what one of them brings. */
const shapes = fc.array(fc.nat(), { minLength: 1, maxLength: 30 })

describe('any graph of copies', () => {
  it('enqueues each node once per value of the source, whatever its shape', () =>
    fc.assert(
      fc.asyncProperty(shapes, fc.integer({ min: 1, max: 4 }), async (parents, burst) => {
        const { backend, queue, buffer } = recorded({ outOfOrder: true })
        const source = buffer()
        const flows: Flow<unknown, Enqueued<ClBuffer>>[] = [
          from(Array.from({ length: burst }, () => source)).pipe(
            Flow.lift(),
            Flow.flatMap((resource: ClBuffer) => ready(resource)),
            copyBuffer(queue, buffer()),
          ),
        ]
        for (const parent of parents)
          flows.push((flows[parent % flows.length] as (typeof flows)[number]).pipe(copyBuffer(queue, buffer())))
        const results: unknown[] = []
        Flow.zip(flows).subscribe((either) => results.push(either))
        await turn()
        expect(backend.submissions).toHaveLength(flows.length * burst)
        expect(results).toHaveLength(burst)
      }),
      { numRuns: 50 },
    ))

  it('names as waits exactly what it is combined with', () =>
    fc.assert(
      fc.asyncProperty(shapes, async (parents) => {
        const { backend, queue, buffer } = recorded({ outOfOrder: true })
        const flows: Flow<unknown, Enqueued<ClBuffer>>[] = [ready(buffer()).pipe(copyBuffer(queue, buffer()))]
        const parentOf = [-1]
        for (const parent of parents) {
          parentOf.push(parent % flows.length)
          flows.push((flows[parent % flows.length] as (typeof flows)[number]).pipe(copyBuffer(queue, buffer())))
        }
        const events: number[] = []
        Flow.zip(flows).subscribe((either) => {
          if (E.isLeft(either)) throw new Error('no Left expected')
        })
        // A node's target is its own, so that a submission tells which node it is.
        await turn()
        for (const { event } of backend.submissions) events.push(event)
        for (const { waits } of backend.submissions) for (const wait of waits) expect(events).toContain(wait)
        expect(backend.submissions.filter(({ waits }) => waits.length === 0)).toHaveLength(1)
        expect(backend.submissions.every(({ waits }) => waits.length <= 1)).toBe(true)
      }),
      { numRuns: 50 },
    ))
})
