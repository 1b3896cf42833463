import { afterEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf, type RigOptions } from './rig.ts'

describeWithDriver('ends of commands', (driver) => {
  const { binding } = driver
  let rig: Rig
  afterEach(() => rig.release())

  const open = (options: RigOptions = {}): Rig => {
    rig = new Rig(driver, options)
    return rig
  }
  const copies = (count: number): readonly (readonly number[])[] => {
    const [a, b] = [rig.buffer(64), rig.buffer(64)]
    return Array.from({ length: count }, (_, slot) => [OP.COPY_BUFFER, rig.queue, slot, 0, a, b, 0, 0, 64])
  }

  it('come once for each of 20,000 commands in flight, in the order of an in-order queue, in few wakes', async () => {
    open()
    rig.submit(copies(20_000))
    expect(binding.live().events).toBe(20_000)
    const ends = await rig.ends(20_000)
    expect(ends.map(({ slot }) => slot)).toEqual(Array.from({ length: 20_000 }, (_, slot) => slot))
    expect(ends.every(({ status }) => status === 0)).toBe(true)
    expect(binding.live().events).toBe(0)
    expect(rig.wakes).toBeLessThan(1000)
  })

  it('of a queue without callbacks are found by peeks alone, from the oldest on', async () => {
    open({ unwatched: true })
    rig.submit(copies(100))
    for (const until = Date.now() + 10_000; binding.live().events > 0 && Date.now() < until;) {
      await new Promise((resolve) => setImmediate(resolve))
      binding.peek(1)
      rig.drain()
    }
    expect((await rig.ends(100)).map(({ slot }) => slot)).toEqual(Array.from({ length: 100 }, (_, slot) => slot))
    expect(rig.wakes).toBe(0)
  })

  it('are drained through an array that holds one', async () => {
    open({ endsAtOnce: 1 })
    expect(await rig.run(copies(100))).toEqual(Array.from({ length: 100 }, () => 0))
  })

  it('leave their slots free for the next commands', async () => {
    open()
    const commands = copies(100)
    for (let round = 0; round < 50; round++) {
      expect(new Set(await rig.run(commands))).toEqual(new Set([0]))
    }
  })

  it('carry four stamps in order where the queue profiles', async () => {
    open({ profiling: true })
    rig.submit(copies(2))
    for (const { stamps } of await rig.ends(2)) {
      expect(stamps[0]).toBeGreaterThan(0n)
      expect(stamps.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(stamps)
    }
  })

  it('carry no stamps where the queue does not profile', async () => {
    open()
    rig.submit(copies(1))
    expect(await rig.ends(1)).toMatchObject([{ stamps: [0n, 0n, 0n, 0n] }])
  })

  it('can be drained without a wake', async () => {
    open()
    rig.submit(copies(1))
    rig.untilRun(0)
    binding.sweep()
    rig.drain()
    expect(binding.live().events).toBe(0)
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: 0 }])
  })

  it('come once where a sweep and the callback both find them', async () => {
    open()
    for (let round = 0; round < 200; round++) {
      rig.submit(copies(4))
      // The sweeps meet commands before, in and after their callbacks.
      for (let sweeps = 0; sweeps < 20 && binding.live().events > 0; sweeps++) {
        binding.sweep()
        rig.drain()
      }
      const ends = await rig.ends(4)
      expect(ends.map(({ slot }) => slot).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
    }
    expect(binding.live().events).toBe(0)
  })

  it('of an abandoned command still come, and leave its host memory as it was', async () => {
    open()
    const buffer = rig.buffer(64)
    const [kept, given] = [new Uint8Array(64), new Uint8Array(64)]
    rig.submit(
      [
        [OP.WRITE_BUFFER, rig.queue, 0, 0, buffer, 0, 64, 0],
        [OP.READ_BUFFER, rig.queue, 1, 0, buffer, 0, 64, 1],
        [OP.READ_BUFFER, rig.queue, 2, 0, buffer, 0, 64, 2],
      ],
      [bytesOf(64), kept, given],
    )
    binding.abandon(1)
    binding.abandon(1)
    binding.abandon(7)
    await rig.ends(3)
    expect([...kept]).toEqual([...new Uint8Array(64)])
    expect([...given]).toEqual([...bytesOf(64)])
    expect(binding.live().events).toBe(0)
  })
})
