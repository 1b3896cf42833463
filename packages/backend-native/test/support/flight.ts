import { IN_PLACE, OP } from '../../src/binding/words.ts'

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
  /** Without what is listed. */
  readonly length: number
  /** Words of each thing listed behind them, the first of which is a handle; the last word before says how many. */
  readonly each?: number
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
      { name: 'WRITE_BUFFER_RECT', length: 12, operands: [0], host: [11] },
      { name: 'READ_BUFFER_RECT', length: 12, operands: [0], host: [11] },
      { name: 'COPY_BUFFER_RECT', length: 15, operands: [0, 1], host: [] },
      { name: 'COPY_BUFFER_ROWS', length: 15, operands: [0, 1], host: [] },
      { name: 'FILL_BUFFER', length: 4, operands: [0], host: [3] },
      { name: 'COPY_IMAGE', length: 11, operands: [0, 1], host: [] },
      { name: 'COPY_IMAGE_THROUGH', length: 11, operands: [0, 1], host: [] },
      { name: 'FILL_IMAGE', length: 8, operands: [0], host: [7] },
      { name: 'MAP_BUFFER', length: 5, operands: [0, 4], host: [] },
      { name: 'MAP_IMAGE', length: 9, operands: [0, 8], host: [] },
      { name: 'UNMAP', length: 1, operands: [0], host: [] },
      { name: 'MIGRATE', length: 2, each: 1, operands: [], host: [] },
      { name: 'SVM_MEM_FILL', length: 4, operands: [0], host: [3] },
      { name: 'SVM_MAP', length: 5, operands: [0, 4], host: [] },
      { name: 'SVM_MIGRATE', length: 2, each: 3, operands: [], host: [] },
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
    const fixed = Array.from({ length: layout.length }, take)
    const { each = 0 } = layout
    const listed = Array.from({ length: each * (fixed.at(-1) ?? 0) }, take)
    const args = [...fixed, ...listed]
    const isSvm = layout.name === 'SVM_MEMCPY'
    const hosts = layout.host.filter((i) => !isSvm || args[i - 1] === 0)
    flights.push({
      name: layout.name,
      queue,
      slot,
      waits,
      args,
      host: hosts.map((i) => host[(args[i] ?? -1) % IN_PLACE] ?? new Uint8Array(0)),
      operands: [...layout.operands.map((i) => args[i] ?? 0), ...listed.filter((_, i) => i % each === 0)].filter(
        (handle) => handle !== 0,
      ),
      prerequisites: [],
      hasEnded: false,
      status: 1,
    })
  }
  return flights
}

/** Whether it waits for the whole queue: drivers fail it with any command that came before it. */
export const waitsForQueue = ({ name, waits }: Flight): boolean =>
  (name === 'MARKER' || name === 'BARRIER') && waits.length === 0
