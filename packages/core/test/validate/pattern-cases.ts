import { describe, expect, it } from 'vitest'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { CommandWorld } from './command-world.ts'
import { detached, growable, resizable } from './objects.ts'
import {
  expectRefusal,
  expectRight,
  rightOf,
  specifyFaults,
  specifyLegal,
  type Case,
  type Specification,
} from './specification.ts'

const pattern = { parameter: 'pattern', vary: 'pattern', control: () => new Uint8Array(64) }
const size = { ...pattern, parameter: 'pattern_size' }

/** The cases of the conditions of a pattern; a pattern of 64 bytes, or of 128, suits the command. */
export const PATTERN_CASES = {
  'pattern-null': { ...pattern, fault: () => undefined },
  'pattern-empty': { ...size, fault: () => new Uint8Array(0), control: () => new Uint8Array(1) },
  'pattern-not-power-of-two': { ...size, fault: () => new Uint8Array(6), control: () => new Uint8Array(8) },
  'pattern-too-large': { ...size, fault: () => new Uint8Array(256), control: () => new Uint8Array(128) },
  'pattern-kind': { ...pattern, fault: () => Array(64).fill(0) },
  'pattern-resizable': { ...pattern, fault: () => resizable() },
  'pattern-detached': { ...pattern, fault: () => detached() },
} as const satisfies Record<string, Case<CommandWorld>>

/** What every command with a pattern says of other patterns. */
export const specifyPatterns = (spec: Omit<Specification<ConditionTable, CommandWorld>, 'cases'>): void => {
  const { world, base, check, table } = spec
  specifyFaults(spec, [
    ['a number as pattern', 'CL_INVALID_VALUE', { ...pattern, fault: () => 0 }],
    ['a bare ArrayBuffer', 'CL_INVALID_VALUE', { ...pattern, fault: () => new ArrayBuffer(64) }],
    ['a growable SharedArrayBuffer', 'CL_INVALID_VALUE', { ...pattern, fault: () => growable() }],
  ])
  specifyLegal(spec, [
    ['a SharedArrayBuffer', () => ({ pattern: new Uint8Array(new SharedArrayBuffer(64)) })],
    ['a DataView', () => ({ pattern: new DataView(new ArrayBuffer(64)) })],
  ])

  it.each(Array.from({ length: 130 }, (_, bytes) => bytes))('a pattern of %i bytes', (bytes) => {
    const answer = check({ ...base(world()), pattern: new Uint8Array(bytes) })
    if ([1, 2, 4, 8, 16, 32, 64, 128].includes(bytes)) expectRight(answer)
    else expectRefusal(answer, table.command, 'CL_INVALID_VALUE', 'pattern_size')
  })

  describe.each([
    ['a Uint8Array', (buffer: ArrayBuffer) => new Uint8Array(buffer, 4, 4)],
    ['a Buffer', (buffer: ArrayBuffer) => Buffer.from(buffer, 4, 4)],
    ['a Float32Array', (buffer: ArrayBuffer) => new Float32Array(buffer, 4, 1)],
    ['a DataView', (buffer: ArrayBuffer) => new DataView(buffer, 4, 4)],
  ])('%s', (_name, view) => {
    it('is copied: what the program writes into it later does not count', () => {
      const memory = Uint8Array.of(0, 0, 0, 0, 1, 2, 3, 4, 0)
      const buffer = memory.buffer.slice(0, 8)
      const valid = rightOf(check({ ...base(world()), pattern: view(buffer) }))
      new Uint8Array(buffer).fill(9)
      expect(valid['pattern']).toEqual(Uint8Array.of(1, 2, 3, 4))
    })
  })
}
