import * as E from 'fp-ts/lib/Either.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadBinding } from '../../src/binding/load.ts'
import { describeWithDriver } from '../driver.ts'

describe('loadBinding', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  it('says how to build the addon where there is none', async () => {
    vi.resetModules()
    vi.stubEnv('RXCL_ADDON', '/nowhere/rxcl.node')
    const fresh = await import('../../src/binding/load.ts')
    const loaded = fresh.loadBinding()
    if (E.isRight(loaded)) throw new Error('loaded from nowhere')
    expect(loaded.left).toMatch(/nowhere\/rxcl\.node.*Build it: node .*build-addon\.mjs/)
  })

  it('answers the same each time', () => {
    expect(loadBinding()).toBe(loadBinding())
  })
})

describeWithDriver('open', ({ binding }) => {
  it('says why a library cannot be opened, and leaves the open one open', () => {
    expect(binding.open('/nowhere/libOpenCL.so')).toContain('/nowhere/libOpenCL.so')
    expect(typeof binding.platforms()).toBe('object')
  })

  it('says which function a library lacks', () => {
    expect(binding.open('libm.so.6')).toMatch(/clGetPlatformIDs is missing/)
  })

  it('opens a library again by the same name', () => {
    expect(binding.open(undefined)).toBeUndefined()
    expect(binding.open(undefined)).toBeUndefined()
  })
})
