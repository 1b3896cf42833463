import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { decodeRequest } from '../../src/terminal/request.ts'

const valid = { input: 'a.y4m', rate: '25:1', out: 'out', inFlight: '4', backend: 'emu', demo: false }

test('control: texts become numbers and sizes', () => {
  const texts = { ...valid, rgba: '16x9', window: '8x4' }
  expect(decodeRequest(texts)).toEqual(
    E.right({ ...valid, inFlight: 4, rgba: { width: 16, height: 9 }, window: { width: 8, height: 4 } }),
  )
})

describe('a value at the edge is taken', () => {
  test.each([
    { field: 'inFlight', text: '1', value: 1 },
    { field: 'inFlight', text: '64', value: 64 },
    { field: 'window', text: '1x65536', value: { width: 1, height: 65_536 } },
    { field: 'rgba', text: '65536x1', value: { width: 65_536, height: 1 } },
    { field: 'rate', text: '30000:1001', value: '30000:1001' },
    { field: 'backend', text: 'native', value: 'native' },
    { field: 'input', text: '-', value: '-' },
  ])('$field $text', ({ field, text, value }) => {
    expect(decodeRequest({ ...valid, [field]: text })).toMatchObject(E.right({ [field]: value }))
  })
})

describe('what is not allowed is named with what is', () => {
  const size = 'a size in pixels such as 320x180, sides from 1 to 65536'
  const refused = (field: string, argument: string, allowed: string, given: readonly string[]): readonly unknown[][] =>
    given.map((text) => [argument, text, field, allowed])
  test.each([
    ...refused('inFlight', '--in-flight', 'a whole number from 1 to 64', ['0', '65', '1.5', '-1', '', 'x']),
    ...refused('window', '--window', size, [
      '0x1',
      '1x0',
      '65537x1',
      '1x65537',
      '16',
      '16x',
      '16x9x1',
      '16X9',
      '-1x1',
      '',
    ]),
    ...refused('rgba', '--rgba', size, ['16:9', '1.5x1']),
    ...refused('rate', '--rate', 'frames and seconds such as 30:1', ['30', '0:1', '30:0', '30:', '1.5:1', '']),
    ...refused('backend', '--backend', 'emu or native', ['', 'EMU', 'cuda']),
    ...refused('out', '--out', 'a path', ['']),
    ...refused('input', 'input', 'a path', ['']),
  ])("%s '%s'", (argument, given, field, allowed) => {
    const failure = { _tag: 'BadArgument', argument, given, allowed }
    expect(decodeRequest({ ...valid, [String(field)]: given })).toEqual(E.left(failure))
  })
})

describe('there is one input', () => {
  test('control: a demo without an input', () => {
    expect(decodeRequest({ ...valid, input: undefined, demo: true })).toMatchObject(E.right({ demo: true }))
  })

  test.each([
    [{ input: undefined }, 'an input is missing: give a file, - for standard input, or --demo'],
    [{ demo: true }, '--demo makes its own input, so none may be given'],
    [{ input: undefined, demo: true, rgba: '4x4' }, '--demo makes Y4M, so --rgba may not be given'],
  ])('%j', (parts, reason) => {
    expect(decodeRequest({ ...valid, ...parts })).toEqual(E.left({ _tag: 'BadCommandLine', reason }))
  })
})
