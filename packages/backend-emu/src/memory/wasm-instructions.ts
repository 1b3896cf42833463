import { signed, unsigned, type Code } from './wasm-encoding.ts'

/** The type i32. */
export const I32 = 0x7f
/** The type v128: 16 bytes. */
export const V128 = 0x7b
/** Of a loop or an if: it takes and leaves nothing. */
const NO_RESULT = 0x40
const END = 0x0b

/** local.get */
export const get = (local: number): Code => [0x20, local]
/** local.set */
export const set = (local: number, value: Code): Code => [...value, 0x21, local]
/** i32.const */
export const constant = (value: number): Code => [0x41, ...signed(value)]
/** i32.add */
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
/** i32.sub */
export const minus = (a: Code, b: Code): Code => [...a, ...b, 0x6b]
/** i32.lt_u: addresses are unsigned. */
export const isBelow = (a: Code, b: Code): Code => [...a, ...b, 0x49]
/** v128.load at `address` + `offset`. The 0 after the opcode promises no alignment. */
export const load = (address: Code, offset: number): Code => [...address, 0xfd, 0x00, 0, ...unsigned(offset)]
/** v128.store, as load. */
export const store = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  0xfd,
  0x0b,
  0,
  ...unsigned(offset),
]
/** memory.copy, from memory 0 to memory 0. */
export const copyMemory = (to: Code, from: Code, bytes: Code): Code => [...to, ...from, ...bytes, 0xfc, 0x0a, 0, 0]

/** if … else … end */
export const choose = (condition: Code, yes: Code, no: Code): Code => [
  ...condition,
  0x04,
  NO_RESULT,
  ...yes,
  0x05,
  ...no,
  END,
]

/** loop … br_if 0 end: at least once, again while the condition is not 0. */
export const doWhile = (body: Code, condition: Code): Code => [0x03, NO_RESULT, ...body, ...condition, 0x0d, 0, END]

/** A function's body: its locals by type, then its instructions. */
export const body = (locals: readonly Code[], ...instructions: readonly Code[]): Code => [
  ...unsigned(locals.length),
  ...locals.flat(),
  ...instructions.flat(),
  END,
]

/** `count` locals of one type. */
export const locals = (count: number, type: number): Code => [...unsigned(count), type]
