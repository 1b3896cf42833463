import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

describeWithDriver('malformed words', (driver) => {
  const { binding } = driver
  let rig: Rig
  let buffer: number
  beforeEach(() => {
    rig = new Rig(driver)
    buffer = rig.buffer(64)
  })
  afterEach(() => rig.release())

  const write = (slot: number): number[] => [OP.WRITE_BUFFER, rig.queue, slot, 0, buffer, 0, 64, 0]

  it.each<readonly [string, (words: number[]) => number[]]>([
    ['a header is cut', (words) => words.slice(0, 3)],
    ['an argument is missing', (words) => words.slice(0, -1)],
    ['the operation does not exist', ([, ...rest]) => [99, ...rest]],
    ['the operation is 0', ([, ...rest]) => [0, ...rest]],
    ['the wait list is longer than the words', (words) => words.with(3, 5)],
    ['the length of the wait list is no number', (words) => words.with(3, Number.NaN)],
    ['the length of the wait list is negative', (words) => words.with(3, -1)],
    ['the length of the wait list wraps around', (words) => words.with(3, 2 ** 53 - 1)],
    ['the event slot is beyond all bounds', (words) => words.with(2, 2 ** 40)],
    ['the event slot is no number', (words) => words.with(2, Number.NaN)],
  ])('are an error of the caller where %s; what came before them runs', async (_, damage) => {
    expect(() => rig.submit([write(0), damage(write(1)), write(2)].slice(0, 2), [bytesOf(64)])).toThrow(RangeError)
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: 0 }])
    expect(binding.live().events).toBe(0)
  })

  it('are an error of the caller where the event slot is taken', async () => {
    expect(() => rig.submit([write(0), write(0)], [bytesOf(64)])).toThrow(RangeError)
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: 0 }])
    expect(await rig.run([write(0)], [bytesOf(64)])).toEqual([0])
  })

  it.each([-1, 0.5, 2 ** 18 + 1, Number.NaN, Infinity])(
    'are an error of the caller where there are %d of them',
    (count) => {
      expect(() => binding.submit(count, [])).toThrow(RangeError)
    },
  )

  it.each<readonly [string, number, number]>([
    ['its offset is no number', 5, Number.NaN],
    ['its offset is negative', 5, -1],
    ['its size is infinite', 6, Infinity],
    ['its view does not exist', 7, 1],
    ['its view has no index', 7, -1],
    ['its view lies beyond 32 bits', 7, 2 ** 33],
  ])('refuse the one command where %s', async (_, position, word) => {
    const [first, second, third] = await rig.run([write(0), write(1).with(position, word), write(2)], [bytesOf(64)])
    expect([first, third]).toEqual([0, 0])
    expect([-30, -37]).toContain(second)
  })

  it.each<readonly [string, unknown, number]>([
    ['has the bytes', bytesOf(64), 0],
    ['lacks a byte', bytesOf(63), -30],
    ['is no array', 'text', -37],
    ['is an ArrayBuffer', new ArrayBuffer(64), -37],
    ['has other elements', new Float64Array(8), -37],
  ])('do not reach beyond a view: one that %s', async (_, view, status) => {
    expect(await rig.run([write(0)], [view as Uint8Array])).toEqual([status])
  })

  it('of any kind are read within their bounds', async () => {
    const word = fc.oneof(
      fc.nat(26),
      fc.nat(2 ** 30),
      fc.double(),
      fc.constantFrom(Number.NaN, -1, 2 ** 53 - 1, 2 ** 53, 1e300),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(word, { maxLength: 20 }), { maxLength: 6 }), async (commands) => {
        const before = binding.live().events
        try {
          rig.submit(commands, [bytesOf(64)])
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
        await rig.ends(binding.live().events - before)
        return binding.live().events === 0
      }),
      { numRuns: 2000 },
    )
  })

  it('are not enough for register', () => {
    const words = new Float64Array(8)
    expect(() => binding.register(words, new Uint8Array(8) as unknown as Float64Array)).toThrow(TypeError)
    expect(() => binding.register(undefined as unknown as Float64Array, words)).toThrow(TypeError)
  })
})
