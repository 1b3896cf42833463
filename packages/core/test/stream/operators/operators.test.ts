import * as E from 'fp-ts/lib/Either.js'
import { firstValueFrom, of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import {
  copyBufferRect,
  Flow,
  migrate,
  readBufferRect,
  ready,
  svmMigrate,
  writeBuffer,
  writeBufferRect,
} from '../../../src/index.ts'
import { bytes, left, recorded, right, turn } from '../fixture.ts'
import { operatorWorld } from './operator-cases.ts'

const NAMES = [
  'readBufferRect',
  'writeBufferRect',
  'copyBufferRect',
  'fillBuffer',
  'copyImage',
  'fillImage',
  'mapBuffer',
  'mapImage',
  'unmap',
  'migrate',
  'svmMemFill',
  'svmMap',
  'svmUnmap',
  'svmMigrate',
  'svmFree',
] as const

describe.each(NAMES)('%s', (name) => {
  it('enqueues the command with its operands and options, and emits its value in time', async () => {
    const { backend, cases } = await operatorWorld()
    const { operator, source, enqueues, emits, value } = cases[name]
    const before = backend.submissions.length
    const seen: unknown[] = []
    ready(source)
      .pipe(operator)
      .subscribe((either) => seen.push(either))
    await turn()
    expect(backend.submissions.slice(before).map(({ command }) => command)).toMatchObject([enqueues])
    const enqueued = { _tag: 'Right', right: { value, event: { _tag: 'Event', status: expect.any(Number) } } }
    expect(seen).toMatchObject(emits === 'enqueued' ? [enqueued] : [])
    backend.settleAll()
    expect(seen).toMatchObject(emits === 'enqueued' ? [enqueued] : [{ _tag: 'Right', right: value }])
  })

  it('emits the very object that it works on', async () => {
    const { backend, cases } = await operatorWorld()
    const { operator, source, emits, value } = cases[name]
    const seen: unknown[] = []
    ready(source)
      .pipe(operator)
      .subscribe((either) => seen.push(either))
    await turn()
    backend.settleAll()
    const [first] = seen as E.Right<{ readonly value: unknown; readonly resource?: unknown }>[]
    if (emits === 'enqueued') expect(first?.right.value).toBe(value)
    else if (!(value instanceof Uint8Array))
      expect(first?.right.resource).toBe((value as { readonly resource: unknown }).resource)
    else expect(first?.right).toEqual(value)
  })

  it('passes a Left without a command', async () => {
    const { backend, cases } = await operatorWorld()
    const before = backend.submissions.length
    const seen: unknown[] = []
    of(E.left('before'))
      .pipe(cases[name].operator)
      .subscribe((either) => seen.push(either))
    await turn()
    expect(seen).toEqual([E.left('before')])
    expect(backend.submissions).toHaveLength(before)
  })

  it.each([[5], [null], [undefined], ['text'], [{}], [[5]], [() => 5]])(
    'refuses %j as its source with a Left',
    async (wrong) => {
      const { backend, cases } = await operatorWorld()
      const { operator, refuses5 } = cases[name]
      const before = backend.submissions.length
      const seen: unknown[] = []
      const errors: unknown[] = []
      of(E.right(wrong))
        .pipe(operator)
        .subscribe({ next: (either) => seen.push(either), error: (error) => errors.push(error) })
      await turn()
      const [code, parameter] = refuses5
      expect(errors).toEqual([])
      expect(seen).toMatchObject([{ left: { _tag: code, parameter, origin: 'validation' } }])
      expect(backend.submissions).toHaveLength(before)
    },
  )
})

it('the table has all of them', async () => {
  const { cases } = await operatorWorld()
  expect(Object.keys(cases).toSorted()).toEqual([...NAMES].toSorted())
})

describe('without options, as an untyped program may call it,', () => {
  const none = undefined as never

  it.each<readonly [string, (world: ReturnType<typeof recorded>) => Flow<unknown, unknown>]>([
    ['readBufferRect', ({ queue, buffer }) => ready(buffer()).pipe(readBufferRect(queue, none))],
    ['writeBufferRect', ({ queue, buffer }) => Flow.right(bytes(1)).pipe(writeBufferRect(queue, buffer(), none))],
    ['copyBufferRect', ({ queue, buffer }) => ready(buffer()).pipe(copyBufferRect(queue, buffer(), none))],
  ])('%s says that it needs a region', async (_name, flow) => {
    expect(left(await firstValueFrom(flow(recorded())))).toMatchObject({
      _tag: 'CL_INVALID_VALUE',
      parameter: 'region',
    })
  })
})

it.each(['migrate', 'svmMigrate', 'svmFree'] as const)('%s refuses an empty list', async (name) => {
  const { cases } = await operatorWorld()
  const { operator, refuses5 } = cases[name]
  expect(await firstValueFrom(of(E.right([])).pipe(operator))).toMatchObject({
    left: { _tag: 'CL_INVALID_VALUE', parameter: refuses5[1] },
  })
})

it('migrate takes one object, and emits it as it was given', async () => {
  const { backend, queue, buffer } = recorded()
  const target = buffer()
  const migrated = right(await firstValueFrom(ready(target).pipe(migrate(queue))))
  expect(migrated.value).toBe(target)
  await turn()
  expect(backend.submissions.map(({ command }) => command)).toMatchObject([{ memObjects: [target], flags: [] }])
})

it('svmMigrate takes one pointer, and emits it as it was given', async () => {
  const { backend, context, queue } = recorded()
  const pointer = right(context.svmAlloc({ size: 64 })).at(16)
  const migrated = right(await firstValueFrom(ready(pointer).pipe(svmMigrate(queue, { sizes: [8] }))))
  expect(migrated.value).toBe(pointer)
  await turn()
  expect(backend.submissions.map(({ command }) => command)).toMatchObject([{ svmPointers: [pointer], sizes: [8] }])
})

it('migrate takes what Flow.combineLatest joins as one command, which waits for all', async () => {
  const { backend, queue, buffer } = recorded({ outOfOrder: true })
  const written = () => Flow.right(bytes(1)).pipe(writeBuffer(queue, buffer()))
  const both$ = Flow.combineLatest([written(), written()]).pipe(migrate(queue))
  const [first, second] = right(await firstValueFrom(both$)).value
  await turn()
  const [one, two, migration] = backend.submissions
  expect(migration?.command).toMatchObject({ _tag: 'MigrateMemObjects', memObjects: [first, second] })
  expect(migration?.waits).toEqual([one?.event, two?.event])
})
