import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { validateMigrateMemObjects } from '../../../src/validate/commands/migrate-mem-objects.ts'
import { MIGRATE_MEM_OBJECTS } from '../../../src/validate/conditions/commands/migrate-mem-objects.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { bufferOf, device, eventOf, imageOf, partOf, queueOf, released, svmOf } from '../objects.ts'
import { rightOf, specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('MigrateMemObjects', validateMigrateMemObjects)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  memObjects: [bufferOf(here), imageOf(here)],
  flags: [],
})
const spec = { table: MIGRATE_MEM_OBJECTS, world: commandWorld, base, check }

const list = {
  parameter: 'mem_objects',
  vary: 'memObjects',
  control: ({ here }: CommandWorld) => [bufferOf(here), bufferOf(here)],
}
const flags = { parameter: 'flags', vary: 'flags', control: () => ['HOST'] }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...versionCase('1.1', '1.2'),
    'mem_objects-context': { ...list, fault: ({ here, elsewhere }) => [bufferOf(here), bufferOf(elsewhere)] },
    'mem_objects-live': { ...list, fault: ({ here }) => [bufferOf(here), released(bufferOf(here))] },
    'mem_objects-empty': { ...list, fault: () => [] },
    'mem_objects-null': { ...list, fault: () => null },
    'flags-invalid': { ...flags, fault: () => ['HOST', 'DEVICE'] },
    'mem_objects-misaligned': {
      ...list,
      fault: ({ here }) => [bufferOf(here), partOf(bufferOf(here), 64, 64)],
      control: ({ here }) => [bufferOf(here), partOf(bufferOf(here), 128, 64)],
    },
  },
})

describe('the facts of MigrateMemObjects', () => specifyFacts(spec))

describe('MigrateMemObjects', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['one buffer without a list', 'CL_INVALID_VALUE', { ...list, fault: ({ here }) => bufferOf(here) }],
    ['an SVM pointer', 'CL_INVALID_MEM_OBJECT', { ...list, fault: ({ here }) => [svmOf(here).at(0)] }],
    ['a released image', 'CL_INVALID_MEM_OBJECT', { ...list, fault: ({ here }) => [released(imageOf(here))] }],
    ['a hole', 'CL_INVALID_MEM_OBJECT', { ...list, fault: () => Array(1) }],
    ['an image of another context', 'CL_INVALID_CONTEXT', { ...list, fault: ({ elsewhere }) => [imageOf(elsewhere)] }],
    ['a C constant as flag', 'CL_INVALID_VALUE', { ...flags, fault: () => ['CL_MIGRATE_MEM_OBJECT_HOST'] }],
    ['text as flags', 'CL_INVALID_VALUE', { ...flags, fault: () => 'HOST' }],
    ['no flags', 'CL_INVALID_VALUE', { ...flags, fault: () => undefined }],
  ])

  specifyLegal(spec, [
    ['to the host without the bytes', () => ({ flags: ['HOST', 'CONTENT_UNDEFINED'] })],
    [
      'an object twice',
      ({ here }) => {
        const buffer = bufferOf(here)
        return { memObjects: [buffer, buffer] }
      },
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      memObjects: [],
      flags: ['DEVICE'],
    }),
    ({ here, elsewhere, queue }) => [
      ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: queueOf(here, device({ version: '1.1' })) }],
      ['CL_INVALID_VALUE', 'mem_objects', { memObjects: [bufferOf(elsewhere), released(bufferOf(here))] }],
      ['CL_INVALID_MEM_OBJECT', 'mem_objects', { memObjects: [bufferOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'mem_objects', { memObjects: [partOf(bufferOf(here), 64, 64)] }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
      ['CL_INVALID_OPERATION', 'command_queue', { queue }],
      ['CL_INVALID_VALUE', 'flags', { flags: [] }],
      ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'mem_objects', { memObjects: [bufferOf(here)] }],
    ],
  )

  it('keeps the objects and flags as they were when it was enqueued', () => {
    const world = commandWorld()
    const buffer = bufferOf(world.here)
    const image = imageOf(world.here, '3D')
    const memObjects: unknown[] = [image, buffer]
    const asked = ['CONTENT_UNDEFINED', 'HOST']
    const valid = rightOf(check({ ...base(world), memObjects, flags: asked }))
    memObjects.pop()
    asked.pop()
    expect(right(valid)).toEqual(
      right({ _tag: 'MigrateMemObjects', memObjects: [image, buffer], flags: ['HOST', 'CONTENT_UNDEFINED'] }),
    )
  })
})
