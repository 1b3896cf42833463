import { right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandCodec } from '../../../src/codec/commands/command-codec.ts'
import { decodeCommand } from '../../../src/codec/commands/decode-command.ts'
import { encodeCommand } from '../../../src/codec/commands/encode-command.ts'
import type { AnyCommand } from '../../../src/model/commands/command.ts'
import { anyCommand } from './any-command.ts'
import { codecWorld } from './codec-world.ts'

const world = codecWorld()
const commands = anyCommand(world)
const decode = decodeCommand(world.objects)
const encode = encodeCommand(world.objects)
const throughText = (json: unknown): unknown => JSON.parse(JSON.stringify(json))

/** What a command refers to, where it must be the very object and not an equal one. */
const objectsIn = (command: AnyCommand): readonly unknown[] =>
  Object.values(command)
    .flatMap((value: unknown): unknown => value)
    .map((value) => (value as { readonly allocation?: unknown } | undefined)?.allocation ?? value)
    .filter((value) => typeof value === 'object' && value !== null && world.objects.idOf(value) !== undefined)

describe('a command survives JSON', () => {
  it.each(Object.entries(commands))('%s', (tag, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (command) => {
        const json = encode(command)
        if (json._tag === 'Left') throw new Error(json.left.path)
        const decoded = decode(throughText(json.right))
        expect(decoded).toStrictEqual(right(command))
        if (decoded._tag === 'Left') return
        expect(decoded.right._tag).toBe(tag)
        const [given, found] = [objectsIn(command), objectsIn(decoded.right)]
        expect(found).toHaveLength(given.length)
        for (const [index, object] of given.entries()) expect(found[index]).toBe(object)
      }),
      { numRuns: 50 },
    )
  })

  it('by the io-ts codec as by the pair of functions', () => {
    const codec = commandCodec(world.objects)
    fc.assert(
      fc.property(fc.oneof(...Object.values(commands)), (command) => {
        expect(codec.is(command)).toBe(true)
        expect(right(codec.encode(command))).toEqual(encode(command))
        expect(codec.decode(throughText(codec.encode(command)))).toStrictEqual(right(command))
      }),
    )
  })
})
