import { createRequire } from 'node:module'
import { native } from '@rxcl/backend-native'
import { emulator } from '../../../../backend-emu/dist/index.js'
import { addonPath } from '../../../dist/binding/addon-path.js'

/** A backend, and what counts the objects of the driver that are not given back. */
export const openBackend = (name, seed) => {
  if (name === 'emu') return { backend: emulator({ seed, device: { svm: 'fine' } }), live: () => ({}) }
  const backend = native()
  if (backend._tag === 'Left') throw new Error(backend.left.message)
  const binding = createRequire(import.meta.url)(addonPath())
  return { backend: backend.right, live: () => binding.live() }
}
