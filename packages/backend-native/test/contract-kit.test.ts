import { contractCases } from '@rxcl/core/testing'
import { it } from 'vitest'
import { native } from '../src/index.ts'
import { describeWithDriver } from './driver.ts'
import { right } from './support/right.ts'

describeWithDriver('the contract on the driver of this computer', () => {
  for (const one of contractCases({ backend: () => right(native()) })) it(`${one.group}: ${one.name}`, one.run, 20_000)
})
