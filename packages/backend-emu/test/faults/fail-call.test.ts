import { RGBA8 } from '@rxcl/core'
import type { ContextPort } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { emulator, type CallCode, type FaultyCall } from '../../src/index.ts'
import { left, right } from '../support/right.ts'
import { OWN_MEMORY, Session } from '../support/session.ts'

const none = { flags: [], hostPtr: undefined }
const IMAGE = { type: '2D', format: RGBA8, width: 4, height: 4, depth: 0, arraySize: 0 } as const

type Call = (session: Session) => ReturnType<ContextPort['createBuffer']>

const CALLS: readonly (readonly [Exclude<FaultyCall, 'createContext'>, Call])[] = [
  ['createCommandQueue', ({ port, device }) => port.createQueue({ device, outOfOrder: false, profiling: false })],
  ['createBuffer', ({ port }) => port.createBuffer({ size: 8, ...none })],
  ['createImage', ({ port }) => port.createImage(IMAGE, [], OWN_MEMORY)],
  ['svmAlloc', ({ port }) => port.svmAlloc({ size: 8, alignment: 0, ...none })],
  ['createUserEvent', (session) => session.port.createUserEvent(session.nextEvent())],
  [
    'createSubBuffer',
    (session) => session.port.createSubBuffer(session.buffer(8).handle, { origin: 0, size: 4, flags: [] }),
  ],
]

const CODES: readonly (readonly [CallCode, number])[] = [
  ['CL_MEM_OBJECT_ALLOCATION_FAILURE', -4],
  ['CL_OUT_OF_RESOURCES', -5],
  ['CL_OUT_OF_HOST_MEMORY', -6],
  [-1234, -1234],
]

describe.each(CALLS)('FailCall of %s', (call, make) => {
  it.each(CODES)('answers %s, which is %i, once', (code, status) => {
    const session = new Session({ faults: [{ _tag: 'FailCall', call, code }] })
    expect(left(make(session))).toEqual({
      status,
      message: `Call 1 of ${call} fails, as the emulator's option faults says.`,
    })
    right(make(session))
  })

  it('answers it to the nth and so many in a row, over all contexts', () => {
    const faults = [{ _tag: 'FailCall', call, code: 'CL_OUT_OF_RESOURCES', nth: 2, times: 2 }] as const
    const session = new Session({ faults })
    const tags = [make(session), make(session), make(session.beside()), make(session)].map(({ _tag }) => _tag)
    expect(tags).toEqual(['Right', 'Left', 'Left', 'Right'])
  })

  it('leaves every other call alone', () => {
    const session = new Session({ faults: [{ _tag: 'FailCall', call, code: 'CL_OUT_OF_RESOURCES', times: 9 }] })
    const others = CALLS.filter(([name]) => name !== call && !(name === 'createSubBuffer' && call === 'createBuffer'))
    expect(others.map(([, other]) => other(session)._tag)).toEqual(others.map(() => 'Right'))
  })
})

describe('FailCall of createContext', () => {
  it.each([...CODES, ['CL_DEVICE_NOT_AVAILABLE', -2] as const])('answers %s, which is %i, once', (code, status) => {
    const backend = emulator({ faults: [{ _tag: 'FailCall', call: 'createContext', code }] })
    const devices = right(backend.devices())
    expect(left(backend.openContext(devices, () => {})).status).toBe(status)
    right(backend.openContext(devices, () => {}))
  })
})
