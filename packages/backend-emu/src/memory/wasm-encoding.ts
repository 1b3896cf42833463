/** Bytes of a WebAssembly module. */
export type Code = readonly number[]

/** An unsigned number, seven bits a byte, the lowest first; the top bit says that another byte follows (LEB128). */
export const unsigned = (value: number): Code =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]

/** A signed 32-bit number. Its last byte carries the sign in bit 6. */
export const signed = (value: number): Code =>
  value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]

/** How many there are, then each of them. */
export const vector = (...items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]

/** How many bytes there are, then the bytes. */
export const sized = (...parts: readonly Code[]): Code => {
  const bytes = parts.flat()
  return [...unsigned(bytes.length), ...bytes]
}

/** ASCII only. */
export const name = (text: string): Code => sized(Array.from(text, (letter) => letter.charCodeAt(0)))

export const section = (id: number, ...items: readonly Code[]): Code => [id, ...sized(vector(...items))]
