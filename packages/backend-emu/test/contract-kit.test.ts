import { contractCases } from '@rxcl/core/testing'
import { describe, it } from 'vitest'
import { emulator, type EmulatorOptions } from '../src/index.ts'

const PROFILES: Readonly<Record<string, EmulatorOptions>> = {
  'the default device': {},
  'seed 1': { seed: 1 },
  'seed 2': { seed: 2 },
  'seed 3': { seed: 3 },
  'a device with coarse-grained SVM': { device: { svm: 'coarse' } },
  'a device without images': { device: { imageSupport: false } },
  'two devices': { devices: 2 },
  'a device of version 1.0': { device: { version: '1.0' } },
  'a device of version 1.1': { device: { version: '1.1' } },
  'a device of version 1.2': { device: { version: '1.2' } },
  'a device of version 2.0': { device: { version: '2.0' } },
  'a device without SVM': { device: { svm: 'none' } },
  'a device that aligns images over buffers': {
    device: { memBaseAddrAlign: 256, imagePitchAlignment: 16, imageBaseAddressAlignment: 32 },
  },
  'a device without images over buffers': { device: { imagePitchAlignment: 0, imageBaseAddressAlignment: 0 } },
}

for (const [profile, options] of Object.entries(PROFILES))
  describe(`the contract on ${profile}`, () => {
    for (const one of contractCases({ backend: () => emulator(options) }))
      it(`${one.group}: ${one.name}`, one.run, 20_000)
  })
