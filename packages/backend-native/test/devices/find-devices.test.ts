import { expect, it } from 'vitest'
import { findDevices } from '../../src/devices/find-devices.ts'
import { FakeBinding } from '../fake-binding.ts'
import { DEVICE, POCL, SOUND } from '../support/records.ts'
import { right } from '../support/right.ts'

const WHOLE = { ...DEVICE, divisible: true }

const imageSupport = (platform: typeof POCL, units?: number) => {
  const driver = new FakeBinding({
    platforms: [platform],
    devices: () => [WHOLE],
    subDevices: () => [
      { ...DEVICE, handle: 20 },
      { ...DEVICE, handle: 21 },
    ],
  })
  return right(findDevices(driver, units)).map(({ info }) => info.imageSupport)
}

it('parts of a PoCL device have no images, which abort the process there', () => {
  expect(imageSupport(POCL, 1)).toEqual([false, false])
})

it('the whole PoCL device has them', () => {
  expect(imageSupport(POCL)).toEqual([true])
})

it('parts of another driver’s device have them', () => {
  expect(imageSupport(SOUND, 1)).toEqual([true, true])
})
