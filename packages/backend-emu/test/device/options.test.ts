import { describe, expect, it } from 'vitest'
import { emulator, type EmulatorOptions } from '../../src/index.ts'
import { left, right } from '../support/right.ts'

const CL_INVALID_VALUE = -30

const from = (options: unknown) => emulator(options as EmulatorOptions)

/** Path, a bad value, what the message says of both, and a good value. */
const rows: readonly [string, unknown, string, string, unknown][] = [
  ['device', 7, '7', 'an object', {}],
  ['device.name', 7, '7', 'a string', 'x'],
  ['device.type', 'fpga', '"fpga"', 'one of cpu, gpu, accelerator', 'gpu'],
  ['device.version', '4.0', '"4.0"', 'one of 1.0, 1.1, 1.2, 2.0, 2.1, 2.2, 3.0', '1.2'],
  ['device.imageSupport', 1, '1', 'true or false', false],
  ['device.svm', true, 'true', 'one of none, coarse, fine', 'coarse'],
  ['device.memBaseAddrAlign', 100, '100', 'a power of two', 64],
  ['device.memBaseAddrAlign', 0, '0', 'a power of two', 1],
  ['device.memBaseAddrAlign', 1.5, '1.5', 'a power of two', 2],
  ['device.memBaseAddrAlign', 2 ** 31, '2147483648', 'a power of two from 1 to 1073741824', 2 ** 30],
  ['device.maxMemAllocSize', -1, '-1', 'an integer from 1', 1],
  ['device.globalMemSize', 10n, '10n', 'an integer from 1', 10],
  ['device.globalMemSize', 2 ** 53, '9007199254740992', 'to 9007199254740991', 2 ** 53 - 1],
  ['device.image2dMaxWidth', 0, '0', 'an integer from 1', 1],
  ['device.image2dMaxHeight', 1.5, '1.5', 'an integer', 1],
  ['device.image3dMaxWidth', '8', '"8"', 'an integer', 8],
  ['device.image3dMaxHeight', null, 'null', 'an integer', 8],
  ['device.image3dMaxDepth', [], 'a list of 0', 'an integer', 8],
  ['device.imageMaxBufferSize', Number.NaN, 'NaN', 'an integer', 8],
  ['device.imageMaxArraySize', {}, 'an object', 'an integer', 8],
  ['device.imagePitchAlignment', 3, '3', '0 or a power of two from 1 to 1073741824', 4],
  ['device.imageBaseAddressAlignment', -1, '-1', '0 or a power of two', 0],
  ['device.outOfOrderQueues', 'no', '"no"', 'true or false', false],
  ['device.engines', 0, '0', 'an integer from 1', 1],
  ['device.imageFormats', {}, 'an object', 'a list of formats', []],
  ['devices', 0, '0', 'an integer from 1 to 64 or a list', 1],
  ['devices', 65, '65', 'an integer from 1 to 64 or a list', 64],
  ['devices', [], 'a list of 0', 'an integer from 1 to 64 or a list', [{}]],
  ['seed', 0.5, '0.5', 'an integer', -3],
  ['scheduler', { now: () => 0 }, 'an object', 'now and schedule', { now: () => 0, schedule: () => {} }],
  ['scheduler', () => {}, 'a function', 'now and schedule', undefined],
  ['sliceBytes', 0, '0', 'an integer from 1', 1],
  ['sliceMs', -1, '-1', '0 or more', 0],
]

const nested = (path: string, value: unknown): unknown => {
  const [first, second] = path.split('.') as [string, string?]
  return { [first]: second === undefined ? value : { [second]: value } }
}

describe.each(rows)('the option %s', (path, bad, given, allowed, good) => {
  it(`is refused as ${given}, with what is ${allowed} in the message`, () => {
    const backend = from(nested(path, bad))
    const failure = left(backend.devices())
    expect(failure).toMatchObject({ status: CL_INVALID_VALUE, parameter: path })
    expect(failure.message).toContain(`${path} is ${given}; allowed is `)
    expect(failure.message).toContain(allowed)
    expect(left(backend.openContext([], () => {}))).toEqual(failure)
  })

  it(`is taken as ${String(good)}`, () => {
    expect(from(nested(path, good)).devices()._tag).toBe('Right')
  })
})

describe('options', () => {
  it.each([
    ['an unknown option', { divice: {} }, 'divice'],
    ['an unknown option of a device', { device: { memory: 1 } }, 'device.memory'],
    ['an option of one of the devices', { devices: [{}, { svm: 'all' }] }, 'devices.1.svm'],
    [
      'a format that is not legal',
      { device: { imageFormats: [{ channelOrder: 'CL_RGB', channelDataType: 'CL_FLOAT' }] } },
      'device.imageFormats.0',
    ],
    ['no object', 'fast', 'options'],
    ['null', null, 'options'],
  ])('%s is refused by its path', (_, options, parameter) => {
    expect(left(from(options).devices())).toMatchObject({ status: CL_INVALID_VALUE, parameter })
  })

  it('that are undefined are left out', () => {
    expect(right(from({ device: undefined, seed: undefined, devices: [{ name: undefined }] }).devices())[0]?.name).toBe(
      'RxCL emulator',
    )
  })
})
