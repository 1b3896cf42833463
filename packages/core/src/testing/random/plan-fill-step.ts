import { Command, type ClDevice } from '../../index.ts'
import { pattern } from '../pattern.ts'
import { rangePlaces } from './places.ts'
import { filling, versionCode, type Planned } from './planned.ts'
import { boxOf, boxPlaces, fits, isInside } from './range.ts'
import type { Step } from './step.ts'
import type { BufferTwin, ImageTwin, SvmTwin } from './world.ts'

interface Fill {
  readonly bytes: Uint8Array
  readonly offset: number
  readonly size: number
  readonly isLegal: boolean
}

/** So many whole patterns within `total` bytes; a wild fill may pass the end, begin in between or repeat three bytes. */
const fillOf = (step: Step, total: number): Fill => {
  const bytes = pattern(step.wild && step.blocking ? 3 : 1 << (step.size[1] % 8), step.srcAt[1] + 201)
  const room = Math.floor(total / bytes.length)
  const from = step.dstAt[0] % (room + 1)
  const count = step.wild ? step.size[0] % (room + 2) : step.size[0] % (room - from + 1)
  const [offset, size] = [from * bytes.length + (step.wild ? step.after % 2 : 0), count * bytes.length]
  const isPattern = bytes.length !== 3
  return { bytes, offset, size, isLegal: isPattern && offset % bytes.length === 0 && fits({ offset, size }, total) }
}

export const planFillBuffer = (device: ClDevice, step: Step, { memory, bytes: target }: BufferTwin): Planned => {
  const { bytes, offset, size, isLegal } = fillOf(step, target.length)
  return filling(
    Command.fillBuffer({ buffer: memory, pattern: bytes, offset, size }),
    versionCode(device, '1.2') ?? (isLegal ? undefined : 'CL_INVALID_VALUE'),
    rangePlaces(target, offset, size),
    bytes,
  )
}

export const planSvmMemFill = (step: Step, { memory, bytes: target, isFreed }: SvmTwin): Planned => {
  const { bytes, offset, size, isLegal } = fillOf(step, target.length)
  return filling(
    Command.svmMemFill({ svmPtr: memory.at(offset), pattern: bytes, size }),
    isLegal && !isFreed ? undefined : 'CL_INVALID_VALUE',
    rangePlaces(target, offset, size),
    bytes,
  )
}

export const planFillImage = (device: ClDevice, step: Step, image: ImageTwin): Planned => {
  const box = boxOf(step, step.dstAt, step.size, image.extent)
  const pixel = pattern(image.elementSize, step.srcAt[0] + 202)
  return filling(
    Command.fillImage({ image: image.memory, fillColor: image.colorOf(pixel), ...box }),
    versionCode(device, '1.2') ?? (isInside(box, image.extent) ? undefined : 'CL_INVALID_VALUE'),
    boxPlaces(image, box),
    pixel,
  )
}
