import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../src/codec/commands/base64.ts'

describe('base64', () => {
  it('is that of Node for any bytes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(text)).toEqual(bytes)
      }),
    )
  })

  it('takes more bytes than a call takes arguments', () => {
    const bytes = new Uint8Array(20_000_001).map((_, index) => index)
    const text = toBase64(bytes)
    expect(text).toBe(Buffer.from(bytes).toString('base64'))
    expect(Buffer.compare(fromBase64(text) ?? bytes.subarray(1), bytes)).toBe(0)
  })

  it.each([
    'A',
    'AA',
    'AAA',
    'AAAAA',
    '====',
    'A===',
    'AA=A',
    '=AAA',
    'AA==AAAA',
    'AA A',
    'AA-_',
    'AAÿA',
    'AA\u{1F600}',
  ])('refuses %s', (text) => {
    expect(fromBase64(text)).toBeUndefined()
  })

  it.each([
    ['', []],
    ['AA==', [0]],
    ['AAA=', [0, 0]],
    ['+/+/', [251, 255, 191]],
  ])('takes %j', (text, bytes) => {
    expect(fromBase64(text)).toEqual(Uint8Array.from(bytes))
  })
})
