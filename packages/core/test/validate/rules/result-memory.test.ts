import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { HostData } from '../../../src/model/host-data.ts'
import { validateReadBuffer } from '../../../src/validate/commands/read-buffer.ts'
import { validateReadImage } from '../../../src/validate/commands/read-image.ts'
import { allocateResult } from '../../../src/validate/rules/result-memory.ts'
import { bufferOf, context, imageOf, queueOf, type TestContext } from '../objects.ts'

/** A context whose backend lends memory that is full of nines, and the sizes it was asked for. */
const lender = (): { readonly here: TestContext; readonly asked: number[] } => {
  const asked: number[] = []
  const hostMemory = (size: number): Uint8Array => {
    asked.push(size)
    return new Uint8Array(size).fill(9)
  }
  return { here: { ...context(), hostMemory }, asked }
}

const nines = (length: number): readonly number[] => Array.from({ length }, () => 9)

describe('memory for a result', () => {
  it('is the backend’s where the command writes all of it', () => {
    expect(allocateResult('ReadBuffer', lender().here, 4, 4)).toEqual(right(Uint8Array.from(nines(4))))
  })

  it('is new, and 0, where the command leaves gaps', () => {
    const { here, asked } = lender()
    expect(allocateResult('ReadImage', here, 4, 3)).toEqual(right(new Uint8Array(4)))
    expect(asked).toEqual([])
  })

  it('is new where the backend has none to give', () => {
    const here = { ...context(), hostMemory: () => undefined }
    expect(allocateResult('ReadBuffer', here, 4, 4)).toEqual(right(new Uint8Array(4)))
  })

  it('is new where the backend gives none at all', () => {
    expect(allocateResult('ReadBuffer', context(), 4, 4)).toEqual(right(new Uint8Array(4)))
  })

  it('is refused where there is none', () => {
    const answer = allocateResult('ReadBuffer', { ...context(), hostMemory: () => undefined }, 2 ** 52, 2 ** 52)
    expect(answer).toMatchObject(left({ _tag: 'CL_OUT_OF_HOST_MEMORY', parameter: 'ptr' }))
  })
})

describe('the result of a read', () => {
  const readBuffer = (here: TestContext, ptr?: HostData) =>
    validateReadBuffer({ queue: queueOf(here), waitList: [] })({
      _tag: 'ReadBuffer',
      buffer: bufferOf(here),
      offset: 0,
      size: 64,
      ptr,
    })
  const readImage = (here: TestContext, rowPitch: number, slicePitch = 0) =>
    validateReadImage({ queue: queueOf(here), waitList: [] })({
      _tag: 'ReadImage',
      image: imageOf(here, '3D'),
      origin: [0, 0, 0],
      region: [2, 2, 2],
      rowPitch,
      slicePitch,
      ptr: undefined,
    })

  it('of a buffer is lent', () => {
    const { here, asked } = lender()
    expect(readBuffer(here)).toMatchObject({ right: { ptr: Uint8Array.from(nines(64)) } })
    expect(asked).toEqual([64])
  })

  it('is not asked for where the program gives memory', () => {
    const { here, asked } = lender()
    expect(readBuffer(here, new Uint8Array(64))).toMatchObject({ right: { ptr: new Uint8Array(64) } })
    expect(asked).toEqual([])
  })

  it('is not asked for where the command is refused', () => {
    const { here, asked } = lender()
    const facts = { queue: queueOf(here), waitList: [] }
    const command = { _tag: 'ReadBuffer', buffer: bufferOf(here), offset: 0, size: 2 ** 52, ptr: undefined } as const
    expect(validateReadBuffer(facts)(command)).toMatchObject({ left: { _tag: 'CL_INVALID_VALUE', parameter: 'size' } })
    expect(asked).toEqual([])
  })

  it('of an image without gaps is lent', () => {
    const { here, asked } = lender()
    expect(readImage(here, 8)).toMatchObject({ right: { ptr: Uint8Array.from(nines(32)) } })
    expect(asked).toEqual([32])
  })

  it.each([
    ['rows', 12, 0, 48],
    ['slices', 8, 20, 40],
  ])('of an image with gaps between %s is new, and 0', (_, rowPitch, slicePitch, bytes) => {
    const { here, asked } = lender()
    expect(readImage(here, rowPitch, slicePitch)).toMatchObject({ right: { ptr: new Uint8Array(bytes) } })
    expect(asked).toEqual([])
  })
})
