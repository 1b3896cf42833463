import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { headerLine, parseHeader } from '../../src/y4m/parse-header.ts'

const valid = 'YUV4MPEG2 W320 H240 F30:1 Ip A1:1 C422'

test('control: a header with every parameter', () => {
  expect(parseHeader(valid)).toEqual(
    E.right({
      width: 320,
      height: 240,
      sampling: '422',
      isInterlaced: false,
      isFullRange: false,
      parameters: ['F30:1', 'Ip', 'A1:1', 'C422'],
    }),
  )
})

describe('a parameter is read wherever it stands, and its default holds where it does not', () => {
  test.each([
    ['YUV4MPEG2 W1 H65536', { width: 1, height: 65_536, sampling: '420', isInterlaced: false, parameters: [] }],
    ['YUV4MPEG2 C444 H3 W2', { width: 2, height: 3, sampling: '444' }],
    ['YUV4MPEG2  W2 H3 ', { width: 2, height: 3 }],
    ['YUV4MPEG2 W2 H3 C420jpeg', { sampling: '420' }],
    ['YUV4MPEG2 W2 H3 C420mpeg2', { sampling: '420' }],
    ['YUV4MPEG2 W2 H3 C420paldv', { sampling: '420' }],
    ['YUV4MPEG2 W2 H3 C420', { sampling: '420' }],
    ['YUV4MPEG2 W2 H3 Cmono', { sampling: 'mono' }],
    ['YUV4MPEG2 W2 H3 It', { isInterlaced: true }],
    ['YUV4MPEG2 W2 H3 Ib', { isInterlaced: true }],
    ['YUV4MPEG2 W2 H3 Im', { isInterlaced: true }],
    ['YUV4MPEG2 W2 H3 I?', { isInterlaced: false }],
    ['YUV4MPEG2 W2 H3 XCOLORRANGE=FULL', { isFullRange: true }],
    ['YUV4MPEG2 W2 H3 XCOLORRANGE=LIMITED', { isFullRange: false }],
    ['YUV4MPEG2 W2 H3 Xa Xb', { parameters: ['Xa', 'Xb'] }],
  ])('%s', (line, parts) => {
    expect(parseHeader(line)).toMatchObject(E.right(parts))
  })
})

describe('what is wrong is said', () => {
  const taken = 'taken are 8 bits of 420, 420jpeg, 420mpeg2, 420paldv, 422, 444, mono'
  const size = 'is not a whole number from 1 to 65536'
  test.each([
    ['', 'it does not begin with YUV4MPEG2'],
    ['YUV4MPEG W320 H240', 'it does not begin with YUV4MPEG2'],
    ['YUV4MPEG2W320 H240', 'it does not begin with YUV4MPEG2'],
    ['YUV4MPEG2 H240', 'its header has no W'],
    ['YUV4MPEG2 W320', 'its header has no H'],
    ['YUV4MPEG2 W0 H240', `W0 ${size}`],
    ['YUV4MPEG2 W320 H65537', `H65537 ${size}`],
    ['YUV4MPEG2 W-1 H240', `W-1 ${size}`],
    ['YUV4MPEG2 W1e2 H240', `W1e2 ${size}`],
    ['YUV4MPEG2 W H240', `W ${size}`],
    ['YUV4MPEG2 W320 H240 W320', 'its header has W twice'],
    ['YUV4MPEG2 W320 H240 F30', 'F30 is not a parameter of Y4M'],
    ['YUV4MPEG2 W320 H240 Ix', 'Ix is not a parameter of Y4M'],
    ['YUV4MPEG2 W320 H240 A1', 'A1 is not a parameter of Y4M'],
    ['YUV4MPEG2 W320 H240 C420p10', `its colours are C420p10; ${taken}`],
    ['YUV4MPEG2 W320 H240 C411', `its colours are C411; ${taken}`],
    ['YUV4MPEG2 W320 H240 C444alpha', `its colours are C444alpha; ${taken}`],
    ['YUV4MPEG2 W320 H240 Cmono16', `its colours are Cmono16; ${taken}`],
  ])('%s', (line, reason) => {
    expect(parseHeader(line)).toEqual(E.left(reason))
  })
})

test('a header for another size keeps all other parameters', () => {
  const format = parseHeader('YUV4MPEG2 Xa W320 H240 It A4:3 XCOLORRANGE=FULL')
  if (E.isLeft(format)) throw new Error(format.left)
  expect(headerLine({ ...format.right, width: 16, height: 9 })).toBe('YUV4MPEG2 W16 H9 Xa It A4:3 XCOLORRANGE=FULL\n')
})
