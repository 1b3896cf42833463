import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inWords } from '../../../src/validate/rules/in-words.ts'
import { mapOfBuffer } from '../mapping-world.ts'
import { bufferOf, context, eventOf, imageOf, partOf, queueOf, released, svmOf } from '../objects.ts'

const here = context()

describe('inWords', () => {
  it.each([
    ['-1.5', -1.5],
    ['NaN', Number.NaN],
    ['9007199254740992', 2 ** 53],
    ['12n', 12n],
    ['undefined', undefined],
    ['null', null],
    ['true', true],
    ["'size'", 'size'],
    [`'${'x'.repeat(40)}…'`, 'x'.repeat(41)],
    ['a symbol', Symbol('s')],
    ['a function', () => 1],
    ['an object', {}],
    ['an object', Object.create(null)],
    ['an array', [1]],
    ['a view of host memory', new Uint8Array(1)],
    ['a buffer', bufferOf(here)],
    ['a sub-buffer', partOf(bufferOf(here), 0, 1)],
    ['a released buffer', released(bufferOf(here))],
    ['a 2D_ARRAY image', imageOf(here, '2D_ARRAY')],
    ['a command-queue', queueOf(here)],
    ['a released command-queue', released(queueOf(here))],
    ['an SVM allocation', svmOf(here)],
    ['an SVM pointer', svmOf(here).at(4)],
    ['an event', eventOf(here)],
    ['a map', mapOfBuffer(bufferOf(context()))],
  ] as const)('%s', (words, value) => {
    expect(inWords(value)).toBe(words)
  })

  it('never throws and is one short line', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: false, withNullPrototype: true }), (value) => {
        expect(inWords(value).length).toBeLessThan(50)
      }),
    )
  })
})
