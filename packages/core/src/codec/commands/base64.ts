import { fromUint8Array, toUint8Array } from 'js-base64'

/** What js-base64 would pass over is refused. No groups: a repeated one overflows the stack on texts of some megabytes. */
const LETTERS = /^[A-Za-z0-9+/]*={0,2}$/

/** Bytes in base64, with padding. */
export const toBase64 = (bytes: Uint8Array): string => fromUint8Array(bytes)

/** The bytes, or undefined for what is no base64 with padding. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  text.length % 4 === 0 && LETTERS.test(text) ? new Uint8Array(toUint8Array(text)) : undefined
