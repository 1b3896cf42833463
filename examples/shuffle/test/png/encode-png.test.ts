import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Picture, pixelSize } from '../../src/picture.ts'
import { decodePng } from '../../src/png/decode-png.ts'
import { encodePng } from '../../src/png/encode-png.ts'
import { readLayout } from '../../src/png/read-layout.ts'

const pictures: fc.Arbitrary<Picture> = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 1, max: 9 }),
    depth: fc.constantFrom(8, 16),
  })
  .chain(({ width, height, depth }) => {
    const length = width * height * pixelSize(depth)
    return fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => ({ width, height, depth, bytes }))
  })

const decode = (file: Buffer): E.Either<string, Picture> =>
  pipe(
    readLayout(file),
    E.flatMap((layout) => decodePng(file, layout)),
  )

test('what is encoded decodes to the same picture', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      expect(decode(Buffer.from(encodePng(picture)))).toEqual(E.right(picture))
    }),
  )
})

test('pixels that stand in the middle of a larger buffer are encoded from where they begin', () => {
  const large = Uint8Array.from({ length: 24 }, (_, index) => index)
  const picture: Picture = { width: 1, height: 1, depth: 16, bytes: large.subarray(8, 16) }
  expect(decode(Buffer.from(encodePng(picture)))).toEqual(E.right({ ...picture, bytes: large.slice(8, 16) }))
})
