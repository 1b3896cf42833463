import { describe, expect, it } from 'vitest'
import { emulator } from '../src/index.ts'
import { left, right } from './support/right.ts'

const CL_INVALID_DEVICE = -33

describe('emulator', () => {
  it('answers the same devices each time', () => {
    const backend = emulator({ devices: 2 })
    const [first, second] = [right(backend.devices()), right(backend.devices())]
    expect(first.length).toBe(2)
    expect(first.every((device, i) => device === second[i])).toBe(true)
  })

  it('opens a context on its own devices only', () => {
    const [one, other] = [emulator(), emulator()]
    right(one.openContext(right(one.devices()), () => {}))
    expect(left(one.openContext(right(other.devices()), () => {}))).toMatchObject({
      status: CL_INVALID_DEVICE,
      parameter: 'devices',
    })
  })
})
