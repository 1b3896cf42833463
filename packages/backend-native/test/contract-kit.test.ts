import { contractCases } from '@rxcl/core/testing'
import { it } from 'vitest'
import { native } from '../src/index.ts'
import { describeWithDriver } from './driver.ts'
import { right } from './support/right.ts'

describeWithDriver('the contract on the driver of this computer', () => {
  for (const one of contractCases({ backend: () => right(native()) })) it(`${one.group}: ${one.name}`, one.run, 20_000)
})

// Where the device can be divided, as PoCL's, these are contexts of several devices.
describeWithDriver('the contract on parts of one compute unit', () => {
  const backend = () => right(native({ subDevices: 1 }))
  for (const one of contractCases({ backend })) it(`${one.group}: ${one.name}`, one.run, 20_000)
})
