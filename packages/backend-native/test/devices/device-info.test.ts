import { IMAGE_TYPES } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { deviceInfoOf } from '../../src/devices/device-info.ts'
import { deviceTypeOf } from '../../src/devices/device-type.ts'
import { deviceVersionOf } from '../../src/devices/device-version.ts'
import { imageFormatsOf } from '../../src/devices/image-formats.ts'
import { FakeBinding } from '../fake-binding.ts'
import { DEVICE } from '../support/records.ts'

describe('the version of a device', () => {
  it.each([
    ['OpenCL 3.0 PoCL HSTR: pthread', '3.0'],
    ['OpenCL 1.2 CUDA', '1.2'],
    ['OpenCL 2.1', '2.1'],
    ['OpenCL 3.1 of a later year', '3.0'],
    ['OpenCL 1.9 that never was', '1.2'],
    ['nothing of the kind', '1.0'],
  ])('%s is %s', (text, version) => {
    expect(deviceVersionOf(text)).toBe(version)
  })
})

it.each([
  [2, 'cpu'],
  [4, 'gpu'],
  [5, 'gpu'],
  [8, 'accelerator'],
  [16, 'accelerator'],
])('the type bits %i are %s', (bits, type) => {
  expect(deviceTypeOf(bits)).toBe(type)
})

describe('what the port says of a device', () => {
  const info = (change: Partial<typeof DEVICE>) =>
    deviceInfoOf({ ...DEVICE, ...change }, imageFormatsOf(new FakeBinding(), 2, true))

  it.each([
    [1024, 128],
    [32_768, 4096],
    [8, 1],
    [0, 1],
  ])('an alignment of %i bits is %i bytes', (bits, bytes) => {
    expect(info({ memBaseAddrAlign: bits }).memBaseAddrAlign).toBe(bytes)
  })

  it.each([
    [3, true],
    [1, true],
    [2, false],
    [0, false],
  ])('queue properties %i: out of order %s', (queueProperties, outOfOrder) => {
    expect(info({ queueProperties }).outOfOrderQueues).toBe(outOfOrder)
  })

  it.each([
    [32, 512, [32, 512]],
    [0, 512, [0, 0]],
    [32, 0, [0, 0]],
  ])('pitch alignment %i with base address alignment %i: %j', (pitch, base, expected) => {
    const { imagePitchAlignment, imageBaseAddressAlignment } = info({
      imagePitchAlignment: pitch,
      imageBaseAddressAlignment: base,
    })
    expect([imagePitchAlignment, imageBaseAddressAlignment]).toEqual(expected)
  })

  it.each([
    [0, [false, false, false, false]],
    [1, [true, false, false, false]],
    [2, [false, true, false, false]],
    [4, [false, false, true, false]],
    [8, [false, false, false, true]],
  ])('SVM capabilities %i are %s', (svmCapabilities, expected) => {
    const { svm } = info({ svmCapabilities })
    expect([svm.coarseGrainBuffer, svm.fineGrainBuffer, svm.fineGrainSystem, svm.atomics]).toEqual(expected)
  })
})

describe('image formats', () => {
  const RGBA_BYTE = [4277, 4306] as const
  const R_FLOAT = [4272, 4318] as const

  it('are asked for when they are looked at, once for all types, and the context goes again', () => {
    const driver = new FakeBinding()
    const formats = imageFormatsOf(driver, 2, true)
    expect(driver.made).toEqual([])
    for (const type of IMAGE_TYPES) expect(formats[type]).toHaveLength(1)
    expect(formats['2D']).toBe(formats['2D'])
    expect(driver.made).toEqual(['context'])
    expect(driver.formatQueries).toBe(IMAGE_TYPES.length)
    expect(driver.live().contexts).toBe(0)
  })

  it('are the legal ones, each once and in the order of the library', () => {
    const illegal = [4282, 4306, 4277, 9999]
    const imageFormats = Uint32Array.of(...RGBA_BYTE, ...illegal, ...R_FLOAT, ...RGBA_BYTE)
    expect(imageFormatsOf(new FakeBinding({ imageFormats }), 2, true)['3D']).toEqual([
      { channelOrder: 'CL_R', channelDataType: 'CL_FLOAT' },
      { channelOrder: 'CL_RGBA', channelDataType: 'CL_UNORM_INT8' },
    ])
  })

  it('of a device without images are none, and the driver is not asked', () => {
    const driver = new FakeBinding()
    expect(imageFormatsOf(driver, 2, false)['2D']).toEqual([])
    expect(driver.formatQueries).toBe(0)
  })

  it('of a type that the driver refuses to speak of are none', () => {
    const driver = new FakeBinding()
    driver.imageFormats = (_context?: number, type?: number) => (type === 0x10f6 ? -30 : Uint32Array.of(...RGBA_BYTE))
    const formats = imageFormatsOf(driver, 2, true)
    expect(formats['1D_BUFFER']).toEqual([])
    expect(formats['2D']).toHaveLength(1)
  })
})
