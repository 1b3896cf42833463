import { describe, expect, it } from 'vitest'
import { emulator, type DeviceProfile } from '../../src/index.ts'
import { left, right } from '../support/right.ts'

const GIB = 2 ** 30

const infoOf = (device: DeviceProfile) => {
  const [info] = right(emulator({ device }).devices())
  if (info === undefined) throw new Error('no device')
  return info
}

describe('the default device', () => {
  it('is of version 3.0 with images, fine grain SVM and out-of-order queues', () => {
    const { imageFormats, ...rest } = infoOf({})
    expect(rest).toEqual({
      name: 'RxCL emulator',
      type: 'cpu',
      version: '3.0',
      imageSupport: true,
      memBaseAddrAlign: 128,
      maxMemAllocSize: GIB,
      globalMemSize: 4 * GIB,
      image2dMaxWidth: 16384,
      image2dMaxHeight: 16384,
      image3dMaxWidth: 2048,
      image3dMaxHeight: 2048,
      image3dMaxDepth: 2048,
      imageMaxBufferSize: 67_108_864,
      imageMaxArraySize: 2048,
      imagePitchAlignment: 1,
      imageBaseAddressAlignment: 1,
      outOfOrderQueues: true,
      svm: { coarseGrainBuffer: true, fineGrainBuffer: true, fineGrainSystem: false, atomics: true },
    })
    expect(imageFormats['2D'].length).toBeGreaterThan(50)
  })
})

describe('memory sizes', () => {
  it.each([
    ['small memory', { globalMemSize: 100 }, 100, 100],
    ['large memory', { globalMemSize: 8 * GIB }, GIB, 8 * GIB],
    ['small blocks', { maxMemAllocSize: 100 }, 100, 4 * GIB],
    ['large blocks', { maxMemAllocSize: 5 * GIB }, 5 * GIB, 5 * GIB],
    ['both, and equal', { maxMemAllocSize: 7, globalMemSize: 7 }, 7, 7],
  ])('%s', (_, device, maxMemAllocSize, globalMemSize) => {
    expect(infoOf(device)).toMatchObject({ maxMemAllocSize, globalMemSize })
  })
})

describe('images over buffers', () => {
  it.each<[DeviceProfile, number, number]>([
    [{ version: '3.0' }, 1, 1],
    [{ version: '2.0' }, 1, 1],
    [{ version: '1.2' }, 0, 0],
    [{ version: '1.0' }, 0, 0],
    [{ imageSupport: false }, 0, 0],
    [{ imageSupport: false, imagePitchAlignment: 8 }, 0, 0],
    [{ imagePitchAlignment: 64 }, 64, 1],
    [{ imageBaseAddressAlignment: 16 }, 1, 16],
    [{ imagePitchAlignment: 0 }, 0, 0],
    [{ imageBaseAddressAlignment: 0 }, 0, 0],
    [{ version: '1.2', imagePitchAlignment: 8 }, 8, 1],
  ])('with %j: rows are aligned to %i pixels and buffers to %i', (device, pitch, base) => {
    expect(infoOf(device)).toMatchObject({ imagePitchAlignment: pitch, imageBaseAddressAlignment: base })
  })
})

describe('SVM', () => {
  it.each([
    ['2.0', undefined, true, true],
    ['2.0', 'coarse', true, false],
    ['2.0', 'none', false, false],
    ['1.2', undefined, false, false],
    ['1.2', 'none', false, false],
  ] as const)('of version %s with svm %s: coarse %s, fine and atomics %s', (version, svm, coarse, fine) => {
    const device: DeviceProfile = svm === undefined ? { version } : { version, svm }
    expect(infoOf(device).svm).toEqual({
      coarseGrainBuffer: coarse,
      fineGrainBuffer: fine,
      fineGrainSystem: false,
      atomics: fine,
    })
  })
})

describe('a device without images', () => {
  it('has no formats and limits of 0', () => {
    const info = infoOf({ imageSupport: false, image2dMaxWidth: 64 })
    expect(Object.values(info.imageFormats)).toEqual([[], [], [], [], [], []])
    expect([info.image2dMaxWidth, info.image3dMaxDepth, info.imageMaxArraySize, info.imageMaxBufferSize]).toEqual([
      0, 0, 0, 0,
    ])
  })
})

describe('options that do not go together', () => {
  const DEPTH = { channelOrder: 'CL_DEPTH', channelDataType: 'CL_FLOAT' } as const
  const R = { channelOrder: 'CL_R', channelDataType: 'CL_FLOAT' } as const
  it.each([
    ['blocks larger than the memory', { device: { maxMemAllocSize: 8, globalMemSize: 7 } }, 'device.maxMemAllocSize'],
    ['SVM before 2.0', { device: { version: '1.2', svm: 'coarse' } }, 'device.svm'],
    [
      'a format newer than the version',
      { device: { version: '1.2', imageFormats: [R, DEPTH] } },
      'device.imageFormats.1',
    ],
    [
      'images over buffers before 1.2',
      { device: { version: '1.1', imagePitchAlignment: 1 } },
      'device.imagePitchAlignment',
    ],
    [
      'one alignment of images over buffers that is 0',
      { device: { imagePitchAlignment: 4, imageBaseAddressAlignment: 0 } },
      'device.imageBaseAddressAlignment',
    ],
    ['the fault of one device', { device: { version: '1.2' }, devices: [{}, { svm: 'fine' }] }, 'devices.1.svm'],
    [
      'the fault of what a device takes over',
      { device: { svm: 'fine' }, devices: [{}, { version: '1.0' }] },
      'device.svm',
    ],
  ] as const)('%s: the path of the one at fault', (_, options, parameter) => {
    expect(left(emulator(options).devices())).toMatchObject({ status: -30, parameter })
  })

  it.each([
    ['SVM from 2.0', { version: '2.0', svm: 'coarse' }],
    ['a format of the version', { version: '2.0', imageFormats: [R, DEPTH] }],
    ['images over buffers from 1.2', { version: '1.2', imagePitchAlignment: 1, imageBaseAddressAlignment: 2 }],
    ['alignments that are both 0', { version: '1.1', imagePitchAlignment: 0, imageBaseAddressAlignment: 0 }],
  ] as const)('%s is taken', (_, device) => {
    expect(emulator({ device }).devices()._tag).toBe('Right')
  })
})

describe('several devices', () => {
  it('by number are alike and have numbered names', () => {
    const devices = right(emulator({ devices: 2, device: { version: '1.2' } }).devices())
    expect(devices.map(({ name, version }) => [name, version])).toEqual([
      ['RxCL emulator 0', '1.2'],
      ['RxCL emulator 1', '1.2'],
    ])
  })

  it('by profiles take over what they leave out', () => {
    const devices = right(
      emulator({ device: { version: '1.2', name: 'a' }, devices: [{}, { name: 'b', version: '2.0' }] }).devices(),
    )
    expect(devices.map(({ name, version }) => [name, version])).toEqual([
      ['a', '1.2'],
      ['b', '2.0'],
    ])
  })
})
