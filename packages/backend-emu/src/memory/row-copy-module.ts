import { name, section, sized, vector, type Code } from './wasm-encoding.ts'
import {
  body,
  choose,
  constant,
  copyMemory,
  doWhile,
  get,
  I32,
  isBelow,
  load,
  locals,
  minus,
  plus,
  set,
  store,
  V128,
} from './wasm-instructions.ts'

/** Where the module finds its memory. */
export const MEMORY_IMPORT = { module: 'store', field: 'memory' } as const
/** What it exports. */
export const ROWS_EXPORT = 'rows'

/** So many bytes are loaded before any of them is stored: eight of the sixteen vector registers of x86-64. */
const BLOCK = 128
const VECTOR = 16
const VECTORS = Array.from({ length: BLOCK / VECTOR }, (_, i) => i)

// The parameters, all i32, and after them the locals.
const DST = 0
const SRC = 1
const ROW_BYTES = 2
const ROWS = 3
const DST_PITCH = 4
const SRC_PITCH = 5
const TO = 6
const FROM = 7
/** Where the last block of the source row begins. */
const LAST = 8
const FIRST_VECTOR = 9

const add = (local: number, value: Code): Code => set(local, plus(get(local), value))

const copyBlock = (to: Code, from: Code): Code => [
  ...VECTORS.flatMap((i) => set(FIRST_VECTOR + i, load(from, i * VECTOR))),
  ...VECTORS.flatMap((i) => store(to, i * VECTOR, get(FIRST_VECTOR + i))),
]

/** Blocks from the left; the last one ends where the row ends and may cover bytes that the one before has copied. */
const copyInBlocks: Code = [
  ...set(TO, get(DST)),
  ...set(FROM, get(SRC)),
  ...set(LAST, minus(plus(get(SRC), get(ROW_BYTES)), constant(BLOCK))),
  ...choose(
    isBelow(get(FROM), get(LAST)),
    doWhile(
      [...copyBlock(get(TO), get(FROM)), ...add(TO, constant(BLOCK)), ...add(FROM, constant(BLOCK))],
      isBelow(get(FROM), get(LAST)),
    ),
    [],
  ),
  ...set(TO, minus(plus(get(DST), get(ROW_BYTES)), constant(BLOCK))),
  ...copyBlock(get(TO), get(LAST)),
]

const rows: Code = body(
  [locals(3, I32), locals(VECTORS.length, V128)],
  doWhile(
    [
      ...choose(isBelow(get(ROW_BYTES), constant(BLOCK)), copyMemory(get(DST), get(SRC), get(ROW_BYTES)), copyInBlocks),
      ...add(DST, get(DST_PITCH)),
      ...add(SRC, get(SRC_PITCH)),
      ...set(ROWS, minus(get(ROWS), constant(1))),
    ],
    get(ROWS),
  ),
)

const MAGIC: Code = [0x00, 0x61, 0x73, 0x6d]
const VERSION: Code = [1, 0, 0, 0]
const FUNCTION_TYPE = 0x60
const MEMORY = 0x02
const FUNCTION = 0x00

/**
 * A WebAssembly module with one function, rows(dst, src, rowBytes, rows, dstPitch, srcPitch): copies `rows` (at least 1)
 * rows of `rowBytes` bytes within one memory; offsets and pitches are in bytes, and the two sides do not overlap. Measured
 * on Node 20, x86-64, rows of 4 KiB: blocks of vectors take 0.9 of the time of one memory.copy for each row, and 0.75 of
 * that of one copyWithin.
 */
export const rowCopyModule = (): Uint8Array =>
  Uint8Array.from([
    ...MAGIC,
    ...VERSION,
    ...section(1, [FUNCTION_TYPE, ...vector(...Array.from({ length: 6 }, () => [I32])), ...vector()]),
    // The memory's limits: no maximum asked for, at least one page.
    ...section(2, [...name(MEMORY_IMPORT.module), ...name(MEMORY_IMPORT.field), MEMORY, 0, 1]),
    // Function 0 is of type 0.
    ...section(3, [0]),
    ...section(7, [...name(ROWS_EXPORT), FUNCTION, 0]),
    ...section(10, sized(rows)),
  ])
