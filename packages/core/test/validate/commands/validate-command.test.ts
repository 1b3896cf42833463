import { describe, expect, it } from 'vitest'
import { Command, type AnyCommand } from '../../../src/model/commands/command.ts'
import type { Resource } from '../../../src/model/resource.ts'
import { eachOperand } from '../../../src/validate/commands/operands.ts'
import type { ValidCommand } from '../../../src/validate/commands/valid-command.ts'
import { validateCommand } from '../../../src/validate/commands/validate-command.ts'
import { commandWorld } from '../command-world.ts'
import { mapOfBuffer, mapOfSvm } from '../mapping-world.ts'
import { bufferOf, imageOf, svmOf } from '../objects.ts'
import { expectRefusal } from '../specification.ts'

const { here, queue } = commandWorld()
const buffer = bufferOf(here)
const target = bufferOf(here)
const image = imageOf(here)
const copied = imageOf(here)
const source = svmOf(here)
const sink = svmOf(here)
const bytes = new Uint8Array(512)
const lent = bufferOf(here)
const lentMemory = svmOf(here)
const facts = { queue, waitList: [] }

const COMMANDS = {
  WriteBuffer: [Command.writeBuffer({ buffer, ptr: bytes }), [buffer]],
  ReadBuffer: [Command.readBuffer({ buffer }), [buffer]],
  CopyBuffer: [Command.copyBuffer({ srcBuffer: buffer, dstBuffer: target }), [buffer, target]],
  WriteBufferRect: [Command.writeBufferRect({ buffer, region: [8], ptr: bytes }), [buffer]],
  ReadBufferRect: [Command.readBufferRect({ buffer, region: [8] }), [buffer]],
  CopyBufferRect: [Command.copyBufferRect({ srcBuffer: buffer, dstBuffer: target, region: [8] }), [buffer, target]],
  FillBuffer: [Command.fillBuffer({ buffer, pattern: Uint8Array.of(1) }), [buffer]],
  WriteImage: [Command.writeImage({ image, ptr: bytes }), [image]],
  ReadImage: [Command.readImage({ image }), [image]],
  CopyImage: [Command.copyImage({ srcImage: image, dstImage: copied }), [image, copied]],
  FillImage: [Command.fillImage({ image, fillColor: [0, 0, 0, 1] }), [image]],
  CopyImageToBuffer: [Command.copyImageToBuffer({ srcImage: image, dstBuffer: buffer }), [image, buffer]],
  CopyBufferToImage: [Command.copyBufferToImage({ srcBuffer: buffer, dstImage: image }), [buffer, image]],
  MapBuffer: [Command.mapBuffer({ buffer }), [buffer]],
  MapImage: [Command.mapImage({ image }), [image]],
  UnmapMemObject: [Command.unmap({ memobj: lent, mapped: mapOfBuffer(lent) }), [lent]],
  MigrateMemObjects: [Command.migrate({ memObjects: [image, buffer] }), [image, buffer]],
  SvmMemcpy: [Command.svmMemcpy({ dstPtr: sink.at(0), srcPtr: source.at(0) }), [source, sink]],
  SvmMemFill: [Command.svmMemFill({ svmPtr: sink.at(0), pattern: new Uint8Array(4) }), [sink]],
  SvmMap: [Command.svmMap({ svmPtr: source.at(0) }), [source]],
  SvmUnmap: [Command.svmUnmap({ svmPtr: lentMemory.at(0), mapped: mapOfSvm(lentMemory.at(0)) }), [lentMemory]],
  SvmMigrateMem: [Command.svmMigrate({ svmPointers: [source.at(0), sink.at(8)] }), [source, sink]],
  SvmFree: [Command.svmFree({ svmPointers: [sink.at(0), source.at(0)] }), [sink, source]],
  Marker: [Command.marker(), []],
  Barrier: [Command.barrier(), []],
} as const satisfies Record<AnyCommand['_tag'], readonly [AnyCommand, readonly unknown[]]>
const tags = Object.keys(COMMANDS) as AnyCommand['_tag'][]

describe('validateCommand', () => {
  it.each(tags)('applies the rules of %s', (tag) => {
    const [command] = COMMANDS[tag]
    expect(validateCommand(facts)(command)).toMatchObject({ _tag: 'Right', right: { _tag: tag } })
    expectRefusal(
      validateCommand({ ...facts, queue: undefined })(command),
      tag,
      'CL_INVALID_COMMAND_QUEUE',
      'command_queue',
    )
  })

  it.each([
    ['undefined', undefined, 'enqueue'],
    ['null', null, 'enqueue'],
    ['text', 'CopyBuffer', 'enqueue'],
    ['a function', () => undefined, 'enqueue'],
    ['an empty object', {}, 'enqueue'],
    ['a number as _tag', { _tag: 1 }, 'enqueue'],
    ['an unknown _tag', { _tag: 'FillKernel' }, 'FillKernel'],
    ['a _tag that every object has', { _tag: 'toString' }, 'toString'],
  ])('%s is no command', (_name, value, command) => {
    const answer = validateCommand(facts)(value as unknown as AnyCommand)
    expectRefusal(answer, command, 'CL_INVALID_VALUE', 'command')
    expect(answer).toMatchObject({ left: { message: expect.stringContaining(tags.join(', ')) } })
  })

  it.each(tags.filter((tag) => tag !== 'Marker' && tag !== 'Barrier'))('%s without fields is refused', (tag) => {
    const code = tag.startsWith('Svm') || tag === 'MigrateMemObjects' ? 'CL_INVALID_VALUE' : 'CL_INVALID_MEM_OBJECT'
    expect(validateCommand(facts)({ _tag: tag } as AnyCommand)).toMatchObject({ left: { _tag: code } })
  })
})

const operandsOf = (valid: ValidCommand): readonly Resource[] => {
  const found: Resource[] = []
  eachOperand(valid, (resource) => found.push(resource))
  return found
}

describe('eachOperand', () => {
  it.each(tags)('visits the objects of %s, the source first', (tag) => {
    const [command, operands] = COMMANDS[tag]
    const valid = validateCommand(facts)(command)
    if (valid._tag === 'Left') throw new Error(valid.left.message)
    const found = operandsOf(valid.right)
    expect(found).toHaveLength(operands.length)
    for (const [i, operand] of operands.entries()) expect(Object.is(found[i], operand)).toBe(true)
  })

  it.each([
    ['host to SVM', sink.at(0), bytes, [sink]],
    ['SVM to host', bytes, source.at(512), [source]],
    ['host to host', new Uint8Array(512), bytes, []],
  ])('leaves host memory out in a copy from %s', (_name, dstPtr, srcPtr, operands) => {
    const valid = validateCommand(facts)(Command.svmMemcpy({ dstPtr, srcPtr }))
    if (valid._tag === 'Left') throw new Error(valid.left.message)
    expect(operandsOf(valid.right).map((operand) => operands.indexOf(operand as never))).toEqual(
      operands.map((_, i) => i),
    )
  })
})
