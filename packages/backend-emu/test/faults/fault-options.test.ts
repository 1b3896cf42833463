import { describe, expect, it } from 'vitest'
import { emulator, type EmulatorOptions } from '../../src/index.ts'
import { left } from '../support/right.ts'

const CL_INVALID_VALUE = -30
const from = (options: unknown) => emulator(options as EmulatorOptions)

const CODE = 'the name of an error code or an integer from -2147483648 to -1'
const CALL_CODE = 'one of CL_MEM_OBJECT_ALLOCATION_FAILURE, CL_OUT_OF_RESOURCES, CL_OUT_OF_HOST_MEMORY'
const enqueue = { _tag: 'FailEnqueue', code: -1 }
const execution = { _tag: 'FailExecution', code: -1 }
const delay = { _tag: 'Delay', ms: 1 }
const call = { _tag: 'FailCall', call: 'createBuffer', code: -1 }
const memory = { _tag: 'OutOfMemory', bytes: 1 }
const loss = { _tag: 'LoseDevice', after: 1 }

/** A fault that is good, what makes it bad, at which path, what the message says, and what makes it good again. */
const rows: readonly [object, object, string, string, object][] = [
  [enqueue, { _tag: 'Fail' }, '_tag', 'one of FailEnqueue, FailExecution, Delay, FailCall', {}],
  [enqueue, { code: undefined }, 'code', CODE, { code: 'CL_OUT_OF_RESOURCES' }],
  [enqueue, { code: 'CL_SUCCESS' }, 'code', CODE, { code: 'CL_MAP_FAILURE' }],
  [enqueue, { code: 'toString' }, 'code', CODE, { code: 'CL_INVALID_VALUE' }],
  [enqueue, { code: 0 }, 'code', CODE, { code: -(2 ** 31) }],
  [enqueue, { code: -1.5 }, 'code', CODE, { code: -9999 }],
  [enqueue, { bytes: 1 }, 'bytes', 'nothing: the options here are _tag, code, nth', {}],
  [enqueue, { nth: 0 }, 'nth', 'an integer from 1', { nth: 1 }],
  [enqueue, { times: 0 }, 'times', 'an integer from 1', { times: Number.MAX_SAFE_INTEGER }],
  [enqueue, { command: 'copyBuffer' }, 'command', 'one of WriteBuffer, ReadBuffer, CopyBuffer', { command: 'Marker' }],
  [enqueue, { device: 1 }, 'device', 'an integer below 1, the number of devices', { device: 0 }],
  [execution, { code: undefined }, 'code', CODE, { code: 'CL_OUT_OF_RESOURCES' }],
  [execution, { bytes: -1 }, 'bytes', 'an integer from 0', { bytes: 0 }],
  [delay, { ms: -1 }, 'ms', 'a number of milliseconds from 0 to 2147483647', { ms: 0 }],
  [delay, { ms: 2 ** 31 }, 'ms', 'a number of milliseconds from 0 to 2147483647', { ms: 0.5 }],
  [delay, { ms: undefined }, 'ms', 'a number of milliseconds', { ms: 2 ** 31 - 1 }],
  [call, { call: 'createProgram' }, 'call', 'one of createContext, createCommandQueue', { call: 'svmAlloc' }],
  [
    call,
    { code: 'CL_DEVICE_NOT_AVAILABLE' },
    'code',
    CALL_CODE,
    { call: 'createContext', code: 'CL_DEVICE_NOT_AVAILABLE' },
  ],
  [call, { code: 'CL_INVALID_VALUE' }, 'code', CALL_CODE, { code: 'CL_OUT_OF_HOST_MEMORY' }],
  [call, { command: 'Marker' }, 'command', 'nothing: the options here are _tag, call, code', {}],
  [memory, { bytes: -1 }, 'bytes', 'an integer from 0', { bytes: 0 }],
  [memory, { device: 2 }, 'device', 'an integer below 1', { device: 0 }],
  [loss, { after: 0.5 }, 'after', 'an integer from 0', { after: 0 }],
  [loss, { code: 7 }, 'code', CODE, { code: -7 }],
  [loss, { device: -1 }, 'device', 'an integer from 0', { device: 0 }],
]

describe.each(rows)('of the faults %j', (good, bad, path, allowed, other) => {
  it(`one with ${JSON.stringify(bad)} is refused by its path`, () => {
    const failure = left(from({ faults: [delay, { ...good, ...bad }] }).devices())
    expect(failure).toMatchObject({ status: CL_INVALID_VALUE, parameter: `faults.1.${path}` })
    expect(failure.message).toContain(`allowed is ${allowed}`)
  })

  it(`one with ${JSON.stringify(other)} is taken`, () => {
    expect(from({ faults: [delay, { ...good, ...other }] }).devices()._tag).toBe('Right')
  })
})

describe('the option faults', () => {
  it.each([
    ['no list', {}, 'faults', 'a list of faults'],
    ['a list of something else', [7], 'faults.0', 'an object'],
    ['an empty object', [{}], 'faults.0._tag', 'one of FailEnqueue'],
  ])('as %s is refused', (_, faults, parameter, allowed) => {
    const failure = left(from({ faults }).devices())
    expect(failure).toMatchObject({ status: CL_INVALID_VALUE, parameter })
    expect(failure.message).toContain(`allowed is ${allowed}`)
  })

  it('knows the devices that there are', () => {
    expect(from({ devices: 2, faults: [{ ...loss, device: 1 }] }).devices()._tag).toBe('Right')
    expect(left(from({ devices: [{}, {}], faults: [{ ...loss, device: 2 }] }).devices()).parameter).toBe(
      'faults.0.device',
    )
  })
})

describe('the option latency', () => {
  it.each([
    ['an unknown kind', { copyBuffer: { ms: 1 } }, 'latency.copyBuffer', 'nothing: the options here are default'],
    ['a time below 0', { CopyBuffer: { ms: -1 } }, 'latency.CopyBuffer.ms', 'a number of milliseconds from 0'],
    ['a time that no timer keeps', { default: { ms: 2 ** 31 } }, 'latency.default.ms', 'to 2147483647'],
    ['no bytes at all', { default: { bytesPerMs: 0 } }, 'latency.default.bytesPerMs', 'a number of bytes above 0'],
    ['a number', { default: 3 }, 'latency.default', 'an object'],
  ])('with %s is refused', (_, latency, parameter, allowed) => {
    const failure = left(from({ latency }).devices())
    expect(failure).toMatchObject({ status: CL_INVALID_VALUE, parameter })
    expect(failure.message).toContain(allowed)
  })

  it.each([{}, { default: {} }, { default: { ms: 0 } }, { Marker: { ms: 0.5, bytesPerMs: 0.5 } }])(
    'is taken as %j',
    (latency) => {
      expect(from({ latency }).devices()._tag).toBe('Right')
    },
  )
})
