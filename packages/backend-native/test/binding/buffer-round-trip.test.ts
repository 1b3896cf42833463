import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP, STAGED_BYTES } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

describeWithDriver('packed buffer commands', (driver) => {
  let rig: Rig
  beforeEach(() => {
    rig = new Rig(driver)
  })
  afterEach(() => rig.release())

  it.each([1, 64, 4096, STAGED_BYTES, STAGED_BYTES + 1, 5_000_000])(
    'bring %i bytes through a write, a copy and a read',
    async (size) => {
      const [a, b] = [rig.buffer(size), rig.buffer(size)]
      const source = bytesOf(size)
      const target = new Uint8Array(size)
      const statuses = await rig.run(
        [
          [OP.WRITE_BUFFER, rig.queue, 0, 0, a, 0, size, 0],
          [OP.COPY_BUFFER, rig.queue, 1, 0, a, b, 0, 0, size],
          [OP.READ_BUFFER, rig.queue, 2, 0, b, 0, size, 1],
        ],
        [source, target],
      )
      expect(statuses).toEqual([0, 0, 0])
      expect(Buffer.compare(target, source)).toBe(0)
    },
  )

  it('take offsets as they lie in the words', async () => {
    const [a, b] = [rig.buffer(256), rig.buffer(256)]
    const target = new Uint8Array(30)
    const statuses = await rig.run(
      [
        [OP.WRITE_BUFFER, rig.queue, 0, 0, a, 16, 100, 0],
        [OP.COPY_BUFFER, rig.queue, 1, 0, a, b, 20, 64, 90],
        [OP.READ_BUFFER, rig.queue, 2, 0, b, 70, 30, 1],
      ],
      [bytesOf(100), target],
    )
    expect(statuses).toEqual([0, 0, 0])
    expect([...target]).toEqual([...bytesOf(100).subarray(10, 40)])
  })

  it('reach a buffer through its sub-buffer', async () => {
    const parent = rig.buffer(4096)
    const part = rig.keep(rig.binding.createSubBuffer(parent, 1, 1024, 512))
    const target = new Uint8Array(512)
    const statuses = await rig.run(
      [
        [OP.WRITE_BUFFER, rig.queue, 0, 0, part, 0, 512, 0],
        [OP.READ_BUFFER, rig.queue, 1, 0, parent, 1024, 512, 1],
      ],
      [bytesOf(512), target],
    )
    expect(statuses).toEqual([0, 0])
    expect([...target]).toEqual([...bytesOf(512)])
  })

  it('read and write the part of an array that a view shows, and nothing beside it', async () => {
    const a = rig.buffer(64)
    const around = new Uint8Array(96).fill(9)
    const statuses = await rig.run(
      [
        [OP.WRITE_BUFFER, rig.queue, 0, 0, a, 0, 32, 0],
        [OP.READ_BUFFER, rig.queue, 1, 0, a, 0, 32, 1],
      ],
      [bytesOf(96).subarray(50, 82), around.subarray(7, 39)],
    )
    expect(statuses).toEqual([0, 0])
    expect([...around]).toEqual([
      ...new Uint8Array(7).fill(9),
      ...bytesOf(96).subarray(50, 82),
      ...new Uint8Array(57).fill(9),
    ])
  })

  it('order two out-of-order chains by their wait lists', async () => {
    const unordered = new Rig(driver, { outOfOrder: true })
    const [a, b] = [unordered.buffer(4096), unordered.buffer(4096)]
    const target = new Uint8Array(4096)
    const statuses = await unordered.run(
      [
        [OP.WRITE_BUFFER, unordered.queue, 0, 0, a, 0, 4096, 0],
        [OP.COPY_BUFFER, unordered.queue, 1, 1, 0, a, b, 0, 0, 2048],
        [OP.COPY_BUFFER, unordered.queue, 2, 1, 0, a, b, 2048, 2048, 2048],
        [OP.READ_BUFFER, unordered.queue, 3, 2, 1, 2, b, 0, 4096, 1],
      ],
      [bytesOf(4096), target],
    )
    expect(statuses).toEqual([0, 0, 0, 0])
    expect(Buffer.compare(target, bytesOf(4096))).toBe(0)
    unordered.release()
  })

  it.each([
    ['a marker', OP.MARKER],
    ['a barrier', OP.BARRIER],
  ])('settle %s with and without a wait list', async (_, op) => {
    const a = rig.buffer(64)
    const statuses = await rig.run(
      [
        [OP.WRITE_BUFFER, rig.queue, 0, 0, a, 0, 64, 0],
        [op, rig.queue, 1, 1, 0],
        [op, rig.queue, 2, 0],
      ],
      [bytesOf(64)],
    )
    expect(statuses).toEqual([0, 0, 0])
  })
})
