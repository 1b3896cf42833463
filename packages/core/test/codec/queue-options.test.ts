import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decodeField } from '../../src/codec/mismatch.ts'
import { QueueOptions, Switch } from '../../src/codec/queue-options.ts'

describe('QueueOptions', () => {
  it.each([[{}], [{ device: 'any', outOfOrder: 1, profiling: undefined }]])('takes %j as it is', (options) => {
    expect(decodeField(QueueOptions, 'options', options)).toEqual(right(options))
  })

  it.each([
    [
      'an unknown option',
      { profiling: true, priority: 3 },
      'options.priority',
      3,
      'absent: the options are device, outOfOrder, profiling',
    ],
    ['an array', [true], 'options', [true], 'an object'],
    ['null', null, 'options', null, 'an object'],
  ])('refuses %s', (_name, input, path, given, allowed) => {
    expect(decodeField(QueueOptions, 'options', input)).toEqual(left({ path, given, allowed }))
  })
})

describe('Switch', () => {
  it.each([
    [undefined, false],
    [false, false],
    [true, true],
  ])('reads %s as %s', (input, on) => {
    expect(decodeField(Switch, 'profiling', input)).toEqual(right(on))
  })

  it.each([[null], [0], ['true']])('refuses %j', (given) => {
    expect(decodeField(Switch, 'profiling', given)).toEqual(
      left({ path: 'profiling', given, allowed: 'true or false' }),
    )
  })
})
