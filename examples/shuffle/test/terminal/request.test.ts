import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { decodeRequest } from '../../src/terminal/request.ts'

const valid = { picture: 'a.png', tile: '64', seed: '1', out: 'out', backend: 'emu' }

test('control: texts become numbers', () => {
  expect(decodeRequest(valid)).toEqual(E.right({ ...valid, tile: 64, seed: 1 }))
})

test('without --timeline there is none', () => {
  expect(decodeRequest(valid)).toMatchObject(E.right({ timeline: undefined }))
})

describe('a value at the edge is taken', () => {
  test.each([
    { field: 'tile', text: '1', value: 1 },
    { field: 'tile', text: '65536', value: 65_536 },
    { field: 'seed', text: '0', value: 0 },
    { field: 'seed', text: '4294967295', value: 4_294_967_295 },
    { field: 'seed', text: '007', value: 7 },
    { field: 'backend', text: 'native', value: 'native' },
    { field: 'timeline', text: 'a.html', value: 'a.html' },
  ])('$field $text', ({ field, text, value }) => {
    expect(decodeRequest({ ...valid, [field]: text })).toMatchObject(E.right({ [field]: value }))
  })
})

describe('what is not allowed is named with what is', () => {
  const tile = 'a whole number from 1 to 65536'
  const seed = 'a whole number from 0 to 4294967295'
  test.each([
    ...['0', '-1', '1.5', 'abc', '', ' 5', '0x10', '1e3', '65537', '99999999999999999999', '5px', '+5', '٣'].map(
      (given) => ({
        field: 'tile',
        argument: '--tile',
        given,
        allowed: tile,
      }),
    ),
    ...['-1', '1.5', 'abc', '', '4294967296'].map((given) => ({
      field: 'seed',
      argument: '--seed',
      given,
      allowed: seed,
    })),
    ...['', 'EMU', 'cuda'].map((given) => ({
      field: 'backend',
      argument: '--backend',
      given,
      allowed: 'emu or native',
    })),
    { field: 'out', argument: '--out', given: '', allowed: 'a path' },
    { field: 'timeline', argument: '--timeline', given: '', allowed: 'a path' },
    { field: 'picture', argument: 'picture', given: '', allowed: 'a path' },
  ])("$argument '$given'", ({ field, ...failure }) => {
    expect(decodeRequest({ ...valid, [field]: failure.given })).toEqual(E.left({ _tag: 'BadArgument', ...failure }))
  })
})
