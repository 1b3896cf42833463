import { describe, expect, it } from 'vitest'
import { MappedObject } from '../../../src/model/mapped.ts'
import { bufferRange } from '../../../src/model/memory-boxes.ts'
import { validateUnmapMemObject } from '../../../src/validate/commands/unmap-mem-object.ts'
import { UNMAP_MEM_OBJECT } from '../../../src/validate/conditions/commands/unmap-mem-object.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { mapOfBuffer, mapOfImage, mapOfSvm, unmapped } from '../mapping-world.ts'
import { bufferOf, eventOf, imageOf, partOf, queueOf, released, svmOf } from '../objects.ts'
import { rightOf, specifyConditions, specifyFaults, specifyLegal, type Case, type Input } from '../specification.ts'

/** A buffer with an outstanding map, and one that looks the same. */
interface UnmapWorld extends CommandWorld {
  readonly buffer: ReturnType<typeof bufferOf>
  readonly mapping: MappedObject
}
const world = (): UnmapWorld => {
  const now = commandWorld()
  const buffer = bufferOf(now.here)
  return { ...now, buffer, mapping: mapOfBuffer(buffer) }
}

const check = checkWith('UnmapMemObject', validateUnmapMemObject)
const base = ({ queue, buffer, mapping }: UnmapWorld): Input => ({
  queue,
  waitList: [],
  memobj: buffer,
  mapped: mapping,
})
const spec = { table: UNMAP_MEM_OBJECT, world, base, check }
/** The same for the cases of every command, which have no buffer. */
const plain = {
  ...spec,
  world: commandWorld,
  base: (now: CommandWorld) => {
    const buffer = bufferOf(now.here)
    return base({ ...now, buffer, mapping: mapOfBuffer(buffer) })
  },
}

const memobj: Pick<Case<UnmapWorld>, 'parameter' | 'vary' | 'control'> = {
  parameter: 'memobj',
  vary: 'memobj',
  control: ({ buffer }) => buffer,
}
const mapped: Pick<Case<UnmapWorld>, 'parameter' | 'vary' | 'control'> = {
  parameter: 'mapped_ptr',
  vary: 'mapped',
  control: ({ mapping }) => mapping,
}

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    'memobj-live': { ...memobj, fault: ({ here }) => released(bufferOf(here)) },
    'memobj-context': { ...memobj, fault: ({ elsewhere }) => bufferOf(elsewhere) },
    'mapped_ptr-outstanding': { ...mapped, fault: ({ buffer }) => unmapped(mapOfBuffer(buffer, ['READ'], 512)) },
  },
})

describe('the facts of UnmapMemObject', () => specifyFacts(plain))

describe('UnmapMemObject', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['an SVM pointer as memobj', 'CL_INVALID_MEM_OBJECT', { ...memobj, fault: ({ here }) => svmOf(here).at(0) }],
    ['a released image', 'CL_INVALID_MEM_OBJECT', { ...memobj, fault: ({ here }) => released(imageOf(here)) }],
    ['a map of another buffer', 'CL_INVALID_VALUE', { ...mapped, fault: ({ here }) => mapOfBuffer(bufferOf(here)) }],
    [
      'a map of a part of memobj',
      'CL_INVALID_VALUE',
      { ...mapped, fault: ({ buffer }) => mapOfBuffer(partOf(buffer, 128, 64)) },
    ],
    ['a map of an image', 'CL_INVALID_VALUE', { ...mapped, fault: ({ here }) => mapOfImage(imageOf(here)) }],
    ['a map of SVM', 'CL_INVALID_VALUE', { ...mapped, fault: ({ here }) => mapOfSvm(svmOf(here).at(0)) }],
    [
      'a map that was never enqueued',
      'CL_INVALID_VALUE',
      { ...mapped, fault: ({ buffer }) => new MappedObject(buffer, ['READ'], bufferRange(buffer, 0, 64)) },
    ],
    ['a Proxy of the map', 'CL_INVALID_VALUE', { ...mapped, fault: ({ mapping }) => new Proxy(mapping, {}) }],
    ['a heir of the map', 'CL_INVALID_VALUE', { ...mapped, fault: ({ mapping }) => Object.create(mapping) as unknown }],
    [
      'an object that looks like the map',
      'CL_INVALID_VALUE',
      {
        ...mapped,
        fault: ({ buffer }) => ({ _tag: 'Mapped', resource: buffer, isOutstanding: true, flags: [] }),
      },
    ],
    ['the bytes of the map', 'CL_INVALID_VALUE', { ...mapped, fault: () => new Uint8Array(64) }],
    ['no map', 'CL_INVALID_VALUE', { ...mapped, fault: () => undefined }],
  ])

  specifyLegal(spec, [
    [
      'an image',
      ({ here }) => {
        const image = imageOf(here)
        return { memobj: image, mapped: mapOfImage(image) }
      },
    ],
    [
      'a part of a buffer that is mapped too',
      ({ buffer }) => {
        const part = partOf(buffer, 128, 64)
        return { memobj: part, mapped: mapOfBuffer(part) }
      },
    ],
    [
      'the second of two maps of the same bytes',
      ({ here }) => {
        const buffer = bufferOf(here)
        mapOfBuffer(buffer, ['READ'])
        return { memobj: buffer, mapped: mapOfBuffer(buffer, ['READ']) }
      },
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      memobj: released(bufferOf(here)),
      mapped: undefined,
    }),
    ({ elsewhere, queue, buffer, mapping }) => [
      ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue }],
      ['CL_INVALID_MEM_OBJECT', 'memobj', { memobj: bufferOf(elsewhere) }],
      ['CL_INVALID_CONTEXT', 'memobj', { memobj: buffer }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
      ['CL_INVALID_VALUE', 'mapped_ptr', { mapped: mapping }],
    ],
  )

  it('takes the object and the mapping as they are, also before the map is complete', () => {
    const now = world()
    const valid = rightOf(check(base(now)))
    expect(valid['_tag']).toBe('UnmapMemObject')
    expect(Object.is(valid['memobj'], now.buffer)).toBe(true)
    expect(Object.is(valid['mapping'], now.mapping)).toBe(true)
    expect(now.mapping.isMapped).toBe(false)
  })
})
