const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
const PADDING = '='.charCodeAt(0)
const NO_LETTER = 255
const VALUES = new Uint8Array(128).fill(NO_LETTER)
CODES.forEach((code, value) => {
  VALUES[code] = value
})

/** So many characters at a time: more arguments than a call takes are none. */
const CHUNK = 8192

const textOf = (codes: Uint8Array): string => {
  let text = ''
  for (let start = 0; start < codes.length; start += CHUNK)
    text += String.fromCharCode(...codes.subarray(start, start + CHUNK))
  return text
}

/** Bytes in base64, with padding. Node's and the browsers' own are no part of the language that this library targets. */
export const toBase64 = (bytes: Uint8Array): string => {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let at = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const group = (a << 16) | (b << 8) | c
    const rest = bytes.length - i
    codes[at] = CODES[group >> 18] ?? 0
    codes[at + 1] = CODES[(group >> 12) & 63] ?? 0
    codes[at + 2] = rest > 1 ? (CODES[(group >> 6) & 63] ?? 0) : PADDING
    codes[at + 3] = rest > 2 ? (CODES[group & 63] ?? 0) : PADDING
    at += 4
  }
  return textOf(codes)
}

/** The bytes, or undefined for what is no base64 with padding. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    let group = 0
    const letters = i + 4 === text.length ? 4 - padding : 4
    for (let letter = 0; letter < 4; letter += 1) {
      const value = letter < letters ? (VALUES[text.charCodeAt(i + letter)] ?? NO_LETTER) : 0
      if (value === NO_LETTER) return undefined
      group = (group << 6) | value
    }
    // What lies beyond the last byte is dropped by the array.
    bytes[at] = group >> 16
    bytes[at + 1] = (group >> 8) & 255
    bytes[at + 2] = group & 255
    at += 3
  }
  return bytes
}
