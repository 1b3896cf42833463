const WIDTH = 64
const HEIGHT = 48

/** An RGBA8 picture, row by row. */
export const PICTURE = {
  width: WIDTH,
  height: HEIGHT,
  pixels: Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) => (i * 31 + (i >> 8)) & 255),
}

/** What is cut out of it, in pixels, and where it goes in the buffer, in bytes. */
export const RECTANGLE = { x: 10, y: 20, columns: 16, rows: 4, dstOffset: 8 }

export const SVM_SOURCE = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7 + (i >> 8)) & 255)

export const DIAMOND_TOP = Uint8Array.from({ length: 16 }, (_, i) => i + 1)
