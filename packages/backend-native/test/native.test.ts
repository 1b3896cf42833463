import { describe, expect, it } from 'vitest'
import { native, type NativeOptions } from '../src/index.ts'
import { nativeOver } from '../src/native-over.ts'
import { FakeBinding, type FakeOptions } from './fake-binding.ts'
import { DEVICE, POCL, SOUND } from './support/records.ts'
import { left, right } from './support/right.ts'

type Case = readonly [what: string, options: FakeOptions, code: string]

const ABSENT: readonly Case[] = [
  ['no platform', { platforms: [] }, 'CL_PLATFORM_NOT_FOUND_KHR'],
  ['the loader says so', { platforms: -1001 }, 'CL_PLATFORM_NOT_FOUND_KHR'],
  ['no device', { devices: () => [] }, 'CL_DEVICE_NOT_FOUND'],
  ['the driver says so', { devices: () => -1 }, 'CL_DEVICE_NOT_FOUND'],
]

const FAILING: readonly Case[] = [
  ['the library', { platforms: -6 }, 'CL_OUT_OF_HOST_MEMORY'],
  ['a driver', { devices: () => -5 }, 'CL_OUT_OF_RESOURCES'],
  ['a driver with a code of its own', { devices: () => -9999 }, 'CL_UNNAMED_STATUS'],
]

const refusalOf = (options: FakeOptions) => left(nativeOver(new FakeBinding(options)))

const INSTALL = /apt-get install ocl-icd-libopencl1 pocl-opencl-icd/

describe('without a driver, native says what to install', () => {
  it('no library', () => {
    const error = refusalOf({ open: 'libOpenCL.so.1: not found' })
    expect(error).toMatchObject({
      _tag: 'CL_PLATFORM_NOT_FOUND_KHR',
      status: -1001,
      command: 'native',
      origin: 'driver',
    })
    expect(error.message).toMatch(INSTALL)
    expect(error.message).toContain('libOpenCL.so.1: not found')
  })

  it('a library that was named is named', () => {
    const error = left(nativeOver(new FakeBinding({ open: 'not found' }), { library: '/nowhere/libOpenCL.so' }))
    expect(error._tag).toBe('CL_PLATFORM_NOT_FOUND_KHR')
    expect(error.message).toContain("'/nowhere/libOpenCL.so'")
  })

  it.each(ABSENT)('%s', (_what, options, code) => {
    const error = refusalOf(options)
    expect(error._tag).toBe(code)
    expect(error.message).toMatch(INSTALL)
  })

  it.each(FAILING)('%s that fails to initialise keeps its code', (_what, options, code) => {
    const error = refusalOf(options)
    expect(error._tag).toBe(code)
    expect(error.message).toContain('clinfo')
  })

  it('a platform that fails does not hide the devices of another', () => {
    const platforms = [
      { ...POCL, handle: 8 },
      { ...SOUND, handle: 9 },
    ]
    const driver = new FakeBinding({ platforms, devices: (platform) => (platform === 8 ? -5 : [DEVICE]) })
    expect(right(right(nativeOver(driver)).devices())).toHaveLength(1)
  })
})

describe('sub-devices', () => {
  const part = (handle: number) => ({ ...DEVICE, handle })
  const whole = { ...DEVICE, divisible: true }
  const named = (options: FakeOptions, subDevices?: number) => {
    const asked: (readonly [number, number])[] = []
    const driver = new FakeBinding({
      ...options,
      subDevices: (device, units) => {
        asked.push([device, units])
        return options.subDevices?.(device, units) ?? -59
      },
    })
    const devices = right(right(nativeOver(driver, subDevices === undefined ? {} : { subDevices })).devices())
    return { count: devices.length, asked }
  }

  it('replace a device that can be divided', () => {
    const { count, asked } = named({ devices: () => [whole], subDevices: () => [part(20), part(21)] }, 3)
    expect({ count, asked }).toEqual({ count: 2, asked: [[whole.handle, 3]] })
  })

  it.each([
    ['of no size', [whole], undefined, 0],
    ['of a device that cannot be divided', [DEVICE], 1, 0],
  ] as const)('%s are not asked for', (_what, devices, units, times) => {
    const { count, asked } = named({ devices: () => devices, subDevices: () => [part(20), part(21)] }, units)
    expect({ count, times: asked.length }).toEqual({ count: 1, times })
  })

  it('that the driver does not make leave the device as it is', () => {
    expect(named({ devices: () => [whole], subDevices: () => -18 }, 64).count).toBe(1)
  })
})

describe('bad options', () => {
  it.each([
    ['no string', { library: 7 }],
    ['empty', { library: '' }],
    ['null', { library: null }],
    ['no object', 'libOpenCL.so'],
  ])('%s: CL_INVALID_VALUE of library', (_what, options) => {
    const error = left(native(options as unknown as NativeOptions))
    expect(error).toMatchObject({ _tag: 'CL_INVALID_VALUE', parameter: 'library', origin: 'validation' })
  })

  it.each([0, -1, 1.5, Number.NaN, 2 ** 32, '1', null])(
    'subDevices %j: CL_INVALID_VALUE of subDevices',
    (subDevices) => {
      const error = left(native({ subDevices } as unknown as NativeOptions))
      expect(error).toMatchObject({ _tag: 'CL_INVALID_VALUE', parameter: 'subDevices', origin: 'validation' })
    },
  )

  it('a library that is not there is found out when it is opened', () => {
    const error = left(native({ library: '/nowhere/libOpenCL.so' }))
    expect(error._tag).toBe('CL_PLATFORM_NOT_FOUND_KHR')
  })
})

describe('contexts', () => {
  it('devices are always the same objects', () => {
    const backend = right(nativeOver(new FakeBinding()))
    expect(right(backend.devices())).toBe(right(backend.devices()))
  })

  it.each([
    ['of no device', () => []],
    ['of a device of another backend', () => right(right(nativeOver(new FakeBinding())).devices())],
  ])('%s: CL_INVALID_DEVICE', (_what, devices) => {
    const backend = right(nativeOver(new FakeBinding()))
    expect(left(backend.openContext(devices(), () => {}))).toMatchObject({ status: -33, parameter: 'devices' })
  })

  it('of devices of two platforms: CL_INVALID_DEVICE; of one, none', () => {
    const platforms = [SOUND, { ...POCL, handle: 9 }]
    const backend = right(nativeOver(new FakeBinding({ platforms })))
    const devices = right(backend.devices())
    expect(left(backend.openContext(devices, () => {}))).toMatchObject({ status: -33, parameter: 'devices' })
    right(backend.openContext(devices.slice(0, 1), () => {}))
  })

  it('that the driver refuses: its code', () => {
    const driver = new FakeBinding()
    driver.createContext = () => -6
    const backend = right(nativeOver(driver))
    expect(left(backend.openContext(right(backend.devices()), () => {})).status).toBe(-6)
  })
})

describe('fine-grained shared virtual memory', () => {
  const allocate = (driver: FakeBinding) => {
    const backend = right(nativeOver(driver))
    const port = right(backend.openContext(right(backend.devices()), () => {}))
    return { port, made: port.svmAlloc({ size: 16, flags: ['READ_WRITE', 'SVM_FINE_GRAIN_BUFFER'], alignment: 0 }) }
  }

  it('is refused where the runtime has no external buffers, and given back', () => {
    const driver = new FakeBinding({ hasExternalBuffers: false })
    expect(left(allocate(driver).made)).toMatchObject({ status: -59, parameter: 'flags' })
    expect(driver.live().svm).toBe(0)
    expect(driver.faults).toEqual([])
  })

  it('has one view elsewhere: a control', () => {
    const { port, made } = allocate(new FakeBinding())
    const handle = right(made)
    expect(port.svmBytes(handle)).toBe(port.svmBytes(handle))
    expect(port.svmBytes(handle)).toHaveLength(16)
  })
})
