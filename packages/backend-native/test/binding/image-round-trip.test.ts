import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

const IMAGE_2D = 0x10f1
const IMAGE_3D = 0x10f2
const IMAGE_2D_ARRAY = 0x10f3
const IMAGE_1D = 0x10f4
const IMAGE_1D_ARRAY = 0x10f5

describeWithDriver('packed image commands', (driver) => {
  let rig: Rig
  beforeEach(() => {
    rig = new Rig(driver)
  })
  afterEach(() => rig.release())

  it.each([
    ['1D', { imageType: IMAGE_1D, width: 33 }, [33, 1, 1]],
    ['1D array', { imageType: IMAGE_1D_ARRAY, width: 33, arraySize: 5 }, [33, 5, 1]],
    ['2D', { imageType: IMAGE_2D, width: 33, height: 7 }, [33, 7, 1]],
    ['2D array', { imageType: IMAGE_2D_ARRAY, width: 33, height: 7, arraySize: 3 }, [33, 7, 3]],
    ['3D', { imageType: IMAGE_3D, width: 33, height: 7, depth: 3 }, [33, 7, 3]],
    ['large 2D', { imageType: IMAGE_2D, width: 700, height: 600 }, [700, 600, 1]],
  ])('bring a %s image through write, image to buffer, buffer to image and read', async (_, desc, region) => {
    const size = region.reduce((product, extent) => product * extent, 4)
    const [a, b, between] = [rig.image(desc), rig.image(desc), rig.buffer(size + 16)]
    const box = [0, 0, 0, ...region]
    const target = new Uint8Array(size)
    const statuses = await rig.run(
      [
        [OP.WRITE_IMAGE, rig.queue, 0, 0, a, ...box, 0, 0, 0],
        [OP.COPY_IMAGE_TO_BUFFER, rig.queue, 1, 0, a, between, ...box, 16],
        [OP.COPY_BUFFER_TO_IMAGE, rig.queue, 2, 0, between, b, 16, ...box],
        [OP.READ_IMAGE, rig.queue, 3, 0, b, ...box, 0, 0, 1],
      ],
      [bytesOf(size), target],
    )
    expect(statuses).toEqual([0, 0, 0, 0])
    expect(Buffer.compare(target, bytesOf(size))).toBe(0)
  })

  it('reads and writes rows a pitch apart and leaves what lies between as it is', async () => {
    const image = rig.image({ imageType: IMAGE_2D, width: 4, height: 3 })
    const target = new Uint8Array(3 * 40).fill(9)
    const statuses = await rig.run(
      [
        [OP.WRITE_IMAGE, rig.queue, 0, 0, image, 0, 0, 0, 4, 3, 1, 20, 0, 0],
        [OP.READ_IMAGE, rig.queue, 1, 0, image, 1, 0, 0, 2, 3, 1, 40, 0, 1],
      ],
      [bytesOf(60), target],
    )
    expect(statuses).toEqual([0, 0])
    const expected = new Uint8Array(3 * 40).fill(9)
    for (const row of [0, 1, 2]) expected.set(bytesOf(60).subarray(row * 20 + 4, row * 20 + 12), row * 40)
    expect([...target]).toEqual([...expected])
  })

  it('reads and writes slices a pitch apart and leaves what lies between as it is', async () => {
    const image = rig.image({ imageType: IMAGE_3D, width: 2, height: 2, depth: 2 })
    const target = new Uint8Array(60).fill(9)
    const statuses = await rig.run(
      [
        [OP.WRITE_IMAGE, rig.queue, 0, 0, image, 0, 0, 0, 2, 2, 2, 8, 24, 0],
        [OP.READ_IMAGE, rig.queue, 1, 0, image, 0, 0, 0, 2, 2, 2, 12, 36, 1],
      ],
      [bytesOf(40), target],
    )
    expect(statuses).toEqual([0, 0])
    const expected = new Uint8Array(60).fill(9)
    for (const [from, to] of [
      [0, 0],
      [8, 12],
      [24, 36],
      [32, 48],
    ] as const) {
      expected.set(bytesOf(40).subarray(from, from + 8), to)
    }
    expect([...target]).toEqual([...expected])
  })

  it.each([
    ['the last row fits to the byte', 52, 0],
    ['the last row lacks a byte', 51, -30],
  ])('looks at the view before the driver does: %s', async (_, length, status) => {
    const image = rig.image({ imageType: IMAGE_2D, width: 3, height: 3 })
    const words = [OP.WRITE_IMAGE, rig.queue, 0, 0, image, 0, 0, 0, 3, 3, 1, 20, 0, 0]
    expect(await rig.run([words], [bytesOf(length)])).toEqual([status])
  })

  it('answers the formats of an image type as pairs', () => {
    const formats = rig.binding.imageFormats(rig.context, IMAGE_2D)
    if (typeof formats === 'number') throw new TypeError(`status ${formats}`)
    const RGBA_UNORM_INT8 = '4277,4306'
    const pairs = Array.from({ length: formats.length / 2 }, (_, pair) => formats.slice(pair * 2, pair * 2 + 2).join())
    expect(pairs).toContain(RGBA_UNORM_INT8)
  })
})
