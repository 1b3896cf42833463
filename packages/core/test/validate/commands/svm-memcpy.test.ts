import fc from 'fast-check'
import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { SvmPointerObject, type SvmObject } from '../../../src/model/svm.ts'
import { SVM_MEMCPY } from '../../../src/validate/conditions/commands/svm-memcpy.ts'
import { validateSvmMemcpy } from '../../../src/validate/commands/svm-memcpy.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import {
  bufferOf,
  detached,
  device,
  eventOf,
  growable,
  NO_SVM,
  queueOf,
  released,
  resizable,
  svmOf,
} from '../objects.ts'
import {
  expectRefusal,
  expectRight,
  expectSameMemory,
  rightOf,
  specifyConditions,
  specifyFaults,
  specifyLegal,
  type Case,
  type Input,
} from '../specification.ts'

const check = checkWith('SvmMemcpy', validateSvmMemcpy)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  dstPtr: svmOf(here).at(0),
  srcPtr: svmOf(here).at(0),
  size: 64,
})
const spec = { table: SVM_MEMCPY, world: commandWorld, base, check }

const place = (parameter: 'dst_ptr' | 'src_ptr'): Pick<Case<CommandWorld>, 'parameter' | 'vary' | 'control'> => ({
  parameter,
  vary: parameter === 'dst_ptr' ? 'dstPtr' : 'srcPtr',
  control: ({ here }) => svmOf(here).at(0),
})
const dst = place('dst_ptr')
const src = place('src_ptr')
const HOST = new Uint8Array(256)
const hostControl = { control: () => new Uint8Array(64) }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    'svm-support': {
      parameter: 'command_queue',
      vary: 'queue',
      fault: ({ here }) => queueOf(here, device({ svm: NO_SVM })),
      control: ({ here }) => queueOf(here, device({ svm: { ...NO_SVM, coarseGrainBuffer: true } })),
    },
    'dst_ptr-null': { ...dst, fault: () => null },
    'src_ptr-null': { ...src, fault: () => null },
    overlap: {
      parameter: 'dst_ptr',
      given: () => ({ srcPtr: HOST.subarray(0, 64) }),
      vary: 'dstPtr',
      fault: () => HOST.subarray(63),
      control: () => HOST.subarray(64),
    },
    'not-a-size': { parameter: 'size', vary: 'size', fault: () => -1, control: () => 1 },
    'dst_ptr-freed': { ...dst, fault: ({ here }) => released(svmOf(here)).at(0) },
    'src_ptr-freed': { ...src, fault: ({ here }) => released(svmOf(here)).at(0) },
    'dst_ptr-context': { ...dst, fault: ({ elsewhere }) => svmOf(elsewhere).at(0) },
    'src_ptr-context': { ...src, fault: ({ elsewhere }) => svmOf(elsewhere).at(0) },
    'dst_ptr-range': { ...dst, fault: ({ here }) => svmOf(here).at(961), control: ({ here }) => svmOf(here).at(960) },
    'src_ptr-range': { ...src, fault: ({ here }) => svmOf(here).at(961), control: ({ here }) => svmOf(here).at(960) },
    'dst_ptr-resizable': { ...dst, ...hostControl, fault: () => resizable() },
    'src_ptr-resizable': { ...src, ...hostControl, fault: () => resizable() },
    'dst_ptr-detached': { ...dst, ...hostControl, fault: () => detached() },
    'src_ptr-detached': { ...src, ...hostControl, fault: () => detached() },
  },
})

describe('the facts of SvmMemcpy', () => specifyFacts(spec))
describe('the numbers of SvmMemcpy', () =>
  specifyNumbers(spec, [{ key: 'size', parameter: 'size', optional: true, control: 8 }]))

describe.each([
  ['dstPtr', 'dst_ptr'],
  ['srcPtr', 'src_ptr'],
])('the offset of %s', (key, parameter) => {
  specifyNumbers(
    {
      ...spec,
      base: (world) => ({ ...base(world), memory: svmOf(world.here), offset: 0 }),
      check: ({ offset, memory, ...input }) =>
        check({ ...input, [key]: new SvmPointerObject(memory as SvmObject, offset as number) }),
    },
    [{ key: 'offset', parameter, control: 8 }],
  )
})

describe('SvmMemcpy', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['a buffer', 'CL_INVALID_VALUE', { ...dst, fault: ({ here }) => bufferOf(here) }],
    ['an allocation without at()', 'CL_INVALID_VALUE', { ...src, fault: ({ here }) => svmOf(here) }],
    [
      'an object that looks like a pointer',
      'CL_INVALID_VALUE',
      { ...src, fault: ({ here }) => ({ _tag: 'SvmPointer', allocation: svmOf(here), byteOffset: 0 }) },
    ],
    [
      'a pointer into nothing',
      'CL_INVALID_VALUE',
      { ...dst, fault: () => new SvmPointerObject(undefined as unknown as SvmObject, 0) },
    ],
    ['a growable SharedArrayBuffer', 'CL_INVALID_VALUE', { ...dst, fault: () => growable() }],
    ['host memory that is too short', 'CL_INVALID_VALUE', { ...dst, ...hostControl, fault: () => new Uint8Array(63) }],
    [
      'a pointer past the end, where the rest is the size,',
      'CL_INVALID_VALUE',
      {
        ...src,
        given: () => ({ size: undefined }),
        fault: ({ here }) => svmOf(here).at(1025),
        control: ({ here }) => svmOf(here).at(1024),
      },
    ],
    ['a copy onto itself', 'CL_MEM_COPY_OVERLAP', { ...dst, given: () => ({ srcPtr: HOST }), fault: () => HOST }],
  ])

  specifyLegal(spec, [
    ['size 0', () => ({ size: 0 })],
    ['size 0 onto itself', () => ({ size: 0, srcPtr: HOST, dstPtr: HOST })],
    ['host to SVM', () => ({ srcPtr: new Uint8Array(64) })],
    ['SVM to host', () => ({ dstPtr: new Uint8Array(64) })],
    ['host to host', () => ({ srcPtr: new Uint8Array(64), dstPtr: new DataView(new ArrayBuffer(64)) })],
    ['a SharedArrayBuffer', () => ({ dstPtr: new Uint8Array(new SharedArrayBuffer(64)) })],
    ['two views of one buffer side by side', () => ({ srcPtr: HOST.subarray(0, 64), dstPtr: HOST.subarray(64) })],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      dstPtr: released(svmOf(here)).at(0),
      srcPtr: null,
      size: -1,
    }),
    ({ here, elsewhere, queue }) => {
      const memory = svmOf(here)
      const poor = queueOf(here, device({ svm: NO_SVM }))
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: poor }],
        ['CL_INVALID_VALUE', 'dst_ptr', { dstPtr: svmOf(elsewhere).at(0) }],
        ['CL_INVALID_VALUE', 'src_ptr', { srcPtr: svmOf(elsewhere).at(0) }],
        ['CL_INVALID_CONTEXT', 'dst_ptr', { dstPtr: memory.at(-1) }],
        ['CL_INVALID_CONTEXT', 'src_ptr', { srcPtr: memory.at(0.5) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue }],
        ['CL_INVALID_VALUE', 'dst_ptr', { dstPtr: memory.at(1000) }],
        ['CL_INVALID_VALUE', 'src_ptr', { srcPtr: memory.at(961) }],
        ['CL_INVALID_VALUE', 'size', { size: 64 }],
        ['CL_INVALID_VALUE', 'dst_ptr', { dstPtr: memory.at(63) }],
        ['CL_INVALID_VALUE', 'src_ptr', { srcPtr: memory.at(0) }],
        ['CL_MEM_COPY_OVERLAP', 'dst_ptr', { dstPtr: memory.at(64) }],
      ]
    },
  )

  it('fills in the size: from src_ptr to the end of its memory', () => {
    const world = commandWorld()
    const srcPtr = svmOf(world.here).at(24)
    const dstPtr = svmOf(world.here).at(8)
    expect(check({ ...base(world), dstPtr, srcPtr, size: undefined })).toEqual(
      right({ _tag: 'SvmMemcpy', dstPtr, srcPtr, size: 1000 }),
    )
  })

  it('takes the pointers as they are and host memory as its bytes', () => {
    const world = commandWorld()
    const dstPtr = svmOf(world.here).at(8)
    const srcPtr = new Uint32Array(new ArrayBuffer(64), 16, 4)
    const valid = rightOf(check({ ...base(world), dstPtr, srcPtr, size: undefined }))
    expect(valid['size']).toBe(16)
    expect(Object.is(valid['dstPtr'], dstPtr)).toBe(true)
    expect(valid['srcPtr']).toMatchObject({ _tag: 'HostMemory' })
    expectSameMemory((valid['srcPtr'] as Input)['bytes'], srcPtr)
  })

  const world = commandWorld()
  const memory = svmOf(world.here, 64)
  const host = new Uint8Array(64)
  it.each([
    ['of an allocation', (offset: number) => memory.at(offset)],
    ['of an array', (offset: number) => host.subarray(offset)],
  ])('finds an overlap exactly when some byte is in both ranges %s', (_name, at) => {
    const offset = fc.nat(40)
    fc.assert(
      fc.property(offset, offset, fc.nat(20), (from, to, size) => {
        const answer = check({ ...base(world), srcPtr: at(from), dstPtr: at(to), size })
        const bytes = new Set(Array.from({ length: size }, (_, i) => from + i))
        const clash = Array.from({ length: size }, (_, i) => to + i).some((byte) => bytes.has(byte))
        if (clash) expectRefusal(answer, 'SvmMemcpy', 'CL_MEM_COPY_OVERLAP', 'dst_ptr')
        else expectRight(answer)
      }),
      { numRuns: 500 },
    )
  })

  it('takes a range exactly when its end, computed without rounding, is in the allocation', () => {
    const near = fc.oneof(
      fc.nat(40),
      fc.nat(40).map((less) => Number.MAX_SAFE_INTEGER - less),
    )
    const target = svmOf(world.here, Number.MAX_SAFE_INTEGER).at(0)
    fc.assert(
      fc.property(near, near, near, (total, offset, size) => {
        const answer = check({ ...base(world), dstPtr: target, srcPtr: svmOf(world.here, total).at(offset), size })
        expect(answer._tag).toBe(BigInt(offset) + BigInt(size) <= BigInt(total) ? 'Right' : 'Left')
      }),
      { numRuns: 500 },
    )
  })
})
