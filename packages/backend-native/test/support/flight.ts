import { OP } from '../../src/binding/words.ts'

/** A packed command, read back. */
export interface Flight {
  readonly name: keyof typeof OP
  readonly queue: number
  readonly slot: number
  readonly waits: readonly number[]
  readonly args: readonly number[]
  readonly host: readonly Uint8Array[]
  /** The handles among the arguments. */
  readonly operands: readonly number[]
  /** What the driver must end first: the wait list and, in order, what came before. */
  readonly prerequisites: Flight[]
  hasEnded: boolean
  status: number
}

interface Layout {
  readonly name: keyof typeof OP
  readonly length: number
  readonly operands: readonly number[]
  readonly host: readonly number[]
}

const LAYOUTS = new Map<number, Layout>(
  (
    [
      { name: 'WRITE_BUFFER', length: 4, operands: [0], host: [3] },
      { name: 'READ_BUFFER', length: 4, operands: [0], host: [3] },
      { name: 'COPY_BUFFER', length: 5, operands: [0, 1], host: [] },
      { name: 'WRITE_IMAGE', length: 10, operands: [0], host: [9] },
      { name: 'READ_IMAGE', length: 10, operands: [0], host: [9] },
      { name: 'COPY_IMAGE_TO_BUFFER', length: 9, operands: [0, 1], host: [] },
      { name: 'COPY_BUFFER_TO_IMAGE', length: 9, operands: [0, 1], host: [] },
      { name: 'SVM_MEMCPY', length: 5, operands: [0, 2], host: [1, 3] },
      { name: 'MARKER', length: 0, operands: [], host: [] },
      { name: 'BARRIER', length: 0, operands: [], host: [] },
    ] as const
  ).map((layout) => [OP[layout.name], layout]),
)

/** The commands in the words of one `submit`. */
export const readCommands = (words: Float64Array, host: readonly Uint8Array[]): readonly Flight[] => {
  const flights: Flight[] = []
  let at = 0
  const take = (): number => {
    const word = words[at]
    if (word === undefined) throw new Error('a command that is cut off')
    at += 1
    return word
  }
  while (at < words.length) {
    const layout = LAYOUTS.get(take())
    if (layout === undefined) throw new Error('an unknown operation')
    const [queue, slot, count] = [take(), take(), take()]
    const waits = Array.from({ length: count }, take)
    const args = Array.from({ length: layout.length }, take)
    const isSvm = layout.name === 'SVM_MEMCPY'
    const hosts = layout.host.filter((i) => !isSvm || args[i - 1] === 0)
    flights.push({
      name: layout.name,
      queue,
      slot,
      waits,
      args,
      host: hosts.map((i) => host[args[i] ?? -1] ?? new Uint8Array(0)),
      operands: layout.operands.map((i) => args[i] ?? 0).filter((handle) => handle !== 0),
      prerequisites: [],
      hasEnded: false,
      status: 1,
    })
  }
  return flights
}
