import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

const IMAGE_2D = 0x10f1

describeWithDriver('fills', (driver) => {
  let rig: Rig
  beforeEach(() => {
    rig = new Rig(driver)
  })
  afterEach(() => rig.release())

  const filled = (length: number, offset: number, size: number, pattern: Uint8Array): Uint8Array =>
    new Uint8Array(length).map((_, i) =>
      i < offset || i >= offset + size ? 0 : (pattern[(i - offset) % pattern.length] ?? 0),
    )

  it.each([1, 2, 4, 8, 16, 32, 64, 128])(
    'write a pattern of %i bytes again and again into a buffer',
    async (length) => {
      const pattern = bytesOf(length)
      const buffer = rig.buffer(1024)
      const target = new Uint8Array(1024)
      const commands = [
        [OP.WRITE_BUFFER, rig.queue, 0, 0, buffer, 0, 1024, 0],
        [OP.FILL_BUFFER, rig.queue, 1, 0, buffer, length * 2, length * 3, 1],
        [OP.READ_BUFFER, rig.queue, 2, 0, buffer, 0, 1024, 2],
      ]
      expect(await rig.run(commands, [new Uint8Array(1024), pattern, target])).toEqual([0, 0, 0])
      expect(target).toEqual(filled(1024, length * 2, length * 3, pattern))
    },
  )

  it.each([1, 16, 128])('write a pattern of %i bytes into shared virtual memory', async (length) => {
    const pattern = bytesOf(length)
    const svm = rig.svm(1024)
    const target = new Uint8Array(1024)
    const commands = [
      [OP.SVM_MEMCPY, rig.queue, 0, 0, svm, 0, 0, 0, 1024],
      [OP.SVM_MEM_FILL, rig.queue, 1, 0, svm, length, length * 4, 1],
      [OP.SVM_MEMCPY, rig.queue, 2, 0, 0, 2, svm, 0, 1024],
    ]
    expect(await rig.run(commands, [new Uint8Array(1024), pattern, target])).toEqual([0, 0, 0])
    expect(target).toEqual(filled(1024, length, length * 4, pattern))
  })

  it('take the pattern when they are submitted', async () => {
    const buffer = rig.buffer(64)
    const pattern = Uint8Array.of(5)
    const target = new Uint8Array(64)
    rig.submit([[OP.FILL_BUFFER, rig.queue, 0, 0, buffer, 0, 64, 0]], [pattern])
    pattern[0] = 9
    await rig.ends(1)
    await rig.run([[OP.READ_BUFFER, rig.queue, 0, 0, buffer, 0, 64, 0]], [target])
    expect(target).toEqual(new Uint8Array(64).fill(5))
  })

  it('write a colour into a box of an image', async () => {
    const image = rig.image({ imageType: IMAGE_2D, width: 4, height: 3 })
    const target = new Uint8Array(48)
    const color = new Uint8Array(Uint32Array.of(1, 2, 3, 4).buffer)
    const black = new Uint8Array(16)
    const read = [OP.READ_IMAGE, rig.queue, 2, 0, image, 0, 0, 0, 4, 3, 1, 16, 0, 2]
    const commands = [
      [OP.FILL_IMAGE, rig.queue, 0, 0, image, 0, 0, 0, 4, 3, 1, 0],
      [OP.FILL_IMAGE, rig.queue, 1, 0, image, 1, 1, 0, 2, 1, 1, 1],
      read,
    ]
    expect(await rig.run(commands, [black, color, target])).toEqual([0, 0, 0])
    const expected = new Uint8Array(48)
    expected.set([1, 2, 3, 4, 1, 2, 3, 4], 16 + 4)
    expect(target).toEqual(expected)
  })

  it.each<readonly [string, unknown, number]>([
    ['has 128 bytes', new Uint8Array(128), 0],
    ['has 129', new Uint8Array(129), -30],
    ['has none', new Uint8Array(0), -30],
    ['is no array', 'text', -37],
    ['has other elements', new Float32Array(4), -37],
  ])('do not reach beyond a pattern: one that %s', async (_, view, status) => {
    const fill = [OP.FILL_BUFFER, rig.queue, 0, 0, rig.buffer(128), 0, 128, 0]
    expect(await rig.run([fill], [view as Uint8Array])).toEqual([status])
  })

  it.each([
    [0, 64, 0],
    [1, 64, -30],
    [65, 0, -30],
  ])('stay in their allocation: from %i, %i bytes: %i', async (offset, size, status) => {
    const fill = [OP.SVM_MEM_FILL, rig.queue, 0, 0, rig.svm(64), offset, size, 0]
    expect(await rig.run([fill], [Uint8Array.of(1)])).toEqual([status])
  })
})

describeWithDriver('copies between images', (driver) => {
  it.each(['COPY_IMAGE', 'COPY_IMAGE_THROUGH'] as const)('move a box: %s', async (op) => {
    const rig = new Rig(driver)
    const [a, b] = [
      rig.image({ imageType: IMAGE_2D, width: 4, height: 3 }),
      rig.image({ imageType: IMAGE_2D, width: 4, height: 3 }),
    ]
    const target = new Uint8Array(48)
    const whole = [0, 0, 0, 4, 3, 1, 16, 0]
    const commands = [
      [OP.WRITE_IMAGE, rig.queue, 0, 0, a, ...whole, 0],
      [OP.WRITE_IMAGE, rig.queue, 1, 0, b, ...whole, 1],
      [OP[op], rig.queue, 2, 0, a, b, 1, 0, 0, 2, 2, 0, 2, 1, 1],
      [OP.READ_IMAGE, rig.queue, 3, 0, b, ...whole, 2],
    ]
    expect(await rig.run(commands, [bytesOf(48), new Uint8Array(48), target])).toEqual([0, 0, 0, 0])
    const expected = new Uint8Array(48)
    expected.set(bytesOf(48).subarray(4, 12), 2 * 16 + 8)
    expect(target).toEqual(expected)
    rig.release()
  })
})

describeWithDriver('migrations', (driver) => {
  it('take any number of objects and ranges, and leave the bytes', async () => {
    const rig = new Rig(driver)
    const buffers = Array.from({ length: 20 }, () => rig.buffer(64))
    const [first = 0] = buffers
    const allocations = Array.from({ length: 20 }, () => rig.svm(64))
    const target = new Uint8Array(64)
    const commands = [
      [OP.WRITE_BUFFER, rig.queue, 0, 0, first, 0, 64, 0],
      [OP.MIGRATE, rig.queue, 1, 0, 1, 20, ...buffers],
      [OP.MIGRATE, rig.queue, 2, 0, 0, 1, first],
      [OP.SVM_MIGRATE, rig.queue, 3, 0, 0, 20, ...allocations.flatMap((svm) => [svm, 0, 64])],
      [OP.READ_BUFFER, rig.queue, 4, 0, first, 0, 64, 1],
    ]
    expect(await rig.run(commands, [bytesOf(64), target])).toEqual([0, 0, 0, 0, 0])
    expect(target).toEqual(bytesOf(64))
    rig.release()
  })

  it.each([
    ['of nothing', [0, 0], -30],
    ['of what is not there', [0, 1, 12_345], -38],
  ])('%s are refused', async (_what, args, status) => {
    const rig = new Rig(driver)
    expect(await rig.run([[OP.MIGRATE, rig.queue, 0, 0, ...args]])).toEqual([status])
    rig.release()
  })

  it('with a list that is longer than the words are an error of the caller', () => {
    const rig = new Rig(driver)
    for (const count of [2, 2 ** 32, 2 ** 53 - 1])
      expect(() => rig.submit([[OP.SVM_MIGRATE, rig.queue, 0, 0, 0, count, 1, 2, 3]])).toThrow(RangeError)
    rig.release()
  })
})
