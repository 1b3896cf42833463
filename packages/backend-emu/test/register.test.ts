import 'reflect-metadata/lite'
import { BACKEND, OPENCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { container } from 'tsyringe'
import { expect, it } from 'vitest'
import { registerEmulator } from '../src/index.ts'

it('registerEmulator makes an emulator with the options the backend of a container', () => {
  const child = container.createChildContainer()
  registerEmulator(child, { device: { name: 'mine' } })
  expect(child.resolve(BACKEND).name).toBe('emulator')
  const devices = child.resolve(OPENCL).devices()
  expect(E.isRight(devices) && devices.right.map(({ name }) => name)).toEqual(['mine'])
})
