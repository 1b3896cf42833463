import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createByteReader } from '../../src/input/byte-reader.ts'
import { inChunks } from '../in-chunks.ts'

const text = Buffer.from('ab\ncdefg\n\nhi')

describe('a reader gives the same whatever the chunks', () => {
  test('lines, up to and with the newline', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 })), async (sizes) => {
        const reader = createByteReader(inChunks(text, sizes))
        const lines: string[] = []
        for (let line = await reader.line(99); line.length > 0; line = await reader.line(99))
          lines.push(Buffer.from(line).toString())
        expect(lines).toEqual(['ab\n', 'cdefg\n', '\n', 'hi'])
      }),
    )
  })

  test('bytes, in pieces of the size that is asked for and what is left at the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 })), async (sizes) => {
        const reader = createByteReader(inChunks(text, sizes))
        const pieces = [await reader.take(5), await reader.take(5), await reader.take(5), await reader.take(5)]
        expect(pieces.map((piece) => Buffer.from(piece).toString())).toEqual(['ab\ncd', 'efg\n\n', 'hi', ''])
        expect(reader.position()).toBe(text.length)
      }),
    )
  })
})

test('a line stops at the most bytes that it may have, and goes on from there', async () => {
  const reader = createByteReader(inChunks(text, []))
  const lines = [await reader.line(3), await reader.line(3), await reader.line(3)]
  expect(lines.map((line) => Buffer.from(line).toString())).toEqual(['ab\n', 'cde', 'fg\n'])
})

test('what is taken keeps its bytes when the stream uses its memory again', async () => {
  const chunk = Buffer.from('abcd')
  const reader = createByteReader(inChunks(chunk, []))
  const taken = await reader.take(2)
  chunk.fill(0)
  expect(Buffer.from(taken).toString()).toBe('ab')
})

test('a chunk is asked for only when the one before is used up', async () => {
  let asked = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      asked += 1
      yield Buffer.alloc(10)
    }
  }
  const reader = createByteReader(chunks())
  await reader.take(10)
  expect(asked).toBe(1)
  await reader.take(1)
  expect(asked).toBe(2)
})

test('an error of the stream is thrown to who reads', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('ab')
    throw new Error('unplugged')
  }
  const reader = createByteReader(chunks())
  expect(await reader.take(2)).toHaveLength(2)
  await expect(reader.take(1)).rejects.toThrow('unplugged')
})
