import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emulator, type EmulatorOptions } from '@rxcl/backend-emu'
import { type ClDevice, createOpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { findDevice } from '../src/device/find-device.ts'
import { loadPicture } from '../src/load-picture.ts'
import { temporaryFolder } from './files/temporary-folder.ts'
import { buildPng, type PngParts } from './png/build-png.ts'

const deviceOf = (device: EmulatorOptions['device'] & {}): ClDevice => {
  const found = findDevice(createOpenCL(emulator({ device })))
  if (E.isLeft(found)) throw new Error(found.left._tag)
  return found.right
}

/** A picture of 16 x 16 pixels of one byte each, whose IDAT holds none of them: it fails as soon as it is decoded. */
const write = (parts: Partial<PngParts> = {}, pixels?: Uint8Array): string => {
  const path = join(temporaryFolder(), 'picture.png')
  const grey = { width: 16, height: 16, depth: 8, colourType: 0, samples: Array<number>(256).fill(1) }
  writeFileSync(path, buildPng({ ...grey, ...parts }, pixels))
  return path
}

describe('loadPicture', () => {
  test('control: takes a picture at the limits of the device', () => {
    const device = deviceOf({ image2dMaxWidth: 16, image2dMaxHeight: 16 })
    expect(loadPicture(write(), device)).toMatchObject(E.right({ width: 16, height: 16, depth: 8 }))
  })

  test.each([
    { limits: { image2dMaxWidth: 15 }, side: 'wide' },
    { limits: { image2dMaxHeight: 15 }, side: 'high' },
  ])('refuses a picture that is too $side before its pixels are decoded', ({ limits }) => {
    const device = deviceOf({ image2dMaxWidth: 16, image2dMaxHeight: 16, ...limits })
    const path = write({}, Buffer.from('undecodable'))
    const limit = `${device.image2dMaxWidth} x ${device.image2dMaxHeight}`
    expect(loadPicture(path, device)).toEqual(E.left({ _tag: 'PictureTooLarge', path, width: 16, height: 16, limit }))
  })

  test('refuses a picture whose pixels need more than one object may have, before they are decoded', () => {
    const device = { ...deviceOf({}), maxMemAllocSize: 1023 }
    const path = write({}, Buffer.from('undecodable'))
    const limit = '1023 bytes in one object'
    expect(loadPicture(path, device)).toEqual(E.left({ _tag: 'PictureTooLarge', path, width: 16, height: 16, limit }))
  })

  test('counts twice as many bytes for a picture of 16 bits per channel', () => {
    const device = { ...deviceOf({}), maxMemAllocSize: 2047 }
    const path = write({ depth: 16 })
    expect(loadPicture(path, device)).toMatchObject(E.left({ _tag: 'PictureTooLarge' }))
    expect(loadPicture(path, { ...device, maxMemAllocSize: 2048 })).toMatchObject(E.right({ depth: 16 }))
  })

  test('names the file that it cannot read', () => {
    const path = join(temporaryFolder(), 'missing.png')
    const reason = 'there is no such file'
    expect(loadPicture(path, deviceOf({}))).toEqual(E.left({ _tag: 'UnreadablePicture', path, reason }))
  })
})
