// What the programs share: the addon that RXCL_ADDON names, a queue, and a way to keep it busy.
import { createRequire } from 'node:module'
import { env } from 'node:process'

export const WRITE_BUFFER = 1
export const READ_BUFFER = 2
export const COPY_BUFFER = 3

export const open = (library) => {
  const binding = createRequire(import.meta.url)(env.RXCL_ADDON)
  const refused = binding.open(library)
  if (refused !== undefined) throw new Error(refused)
  const [device] = binding.platforms().flatMap(({ handle }) => binding.devices(handle))
  const context = binding.createContext([device.handle])
  const queue = binding.createQueue(context, device.handle, false, false)
  const words = new Float64Array(1 << 16)
  const ends = new Float64Array(6 * 256)
  binding.register(words, ends)
  const submit = (commands, host = []) => {
    const flat = commands.flat()
    words.set(flat)
    binding.submit(flat.length, host)
  }
  /** Drains all there is and answers [slot, status] of each. */
  const drainAll = () => {
    const all = []
    for (let count = binding.drain(); count > 0; count = binding.drain()) {
      for (let at = 0; at < count; at++) all.push([ends[at * 6], ends[at * 6 + 1]])
    }
    return all
  }
  const buffer = (size) => binding.createBuffer(context, 1, size)
  return { binding, context, queue, submit, drainAll, buffer }
}

export const LARGE = 32 << 20
export const BUSY = 60

/** Submits reads of 32 MiB each into host memory: about a quarter of a second of work. */
export const keepBusy = ({ queue, submit, buffer }) => {
  const from = buffer(LARGE)
  const host = [new Uint8Array(LARGE), new Uint8Array(LARGE)]
  submit(
    Array.from({ length: BUSY }, (_, slot) => [READ_BUFFER, queue, slot, 0, from, 0, LARGE, slot % 2]),
    host,
  )
}
