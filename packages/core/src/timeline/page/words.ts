const threeDigits = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)))

const UNITS = [
  [1e6, 's'],
  [1e3, 'ms'],
  [1, 'µs'],
] as const

/** Microseconds for people, with three digits. */
export const timeInWords = (microseconds: number): string => {
  for (const [size, unit] of UNITS) if (microseconds >= size) return `${threeDigits(microseconds / size)} ${unit}`
  return `${Math.round(microseconds * 1000)} ns`
}

/** A moment for people, exact to a nanosecond below a millisecond and to a microsecond above. */
export const momentInWords = (microseconds: number): string =>
  microseconds >= 1000 ? `${(microseconds / 1000).toFixed(3)} ms` : `${microseconds.toFixed(3)} µs`

const BYTE_UNITS = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const

/** A number of bytes for people. */
export const bytesInWords = (bytes: number): string => {
  for (const [size, unit] of BYTE_UNITS) if (bytes >= size) return `${threeDigits(bytes / size)} ${unit}`
  return `${bytes} B`
}

/** A part of a whole; of nothing 0%. */
export const shareInWords = (part: number, whole: number): string =>
  `${whole > 0 ? Math.round((part / whole) * 100) : 0}%`

/** Bytes in a time: a byte in a nanosecond is a gigabyte in a second. Undefined where nothing is moved or no time passes. */
export const rateInWords = (bytes: number, microseconds: number): string | undefined =>
  bytes > 0 && microseconds > 0 ? `${threeDigits(bytes / microseconds / 1000)} GB/s` : undefined

/** 1 command, 2 commands. */
export const countInWords = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
