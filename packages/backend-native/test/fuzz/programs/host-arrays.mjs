const LARGE = 2 ** 20 + 4096

const VIEWS = [Uint8Array, Uint8Array, Uint8Array, Float32Array, DataView, BigInt64Array]

/** An array of the program: mostly small, sometimes above what the backend copies on the way. */
export const makeArray = (random) => {
  const size = random.chance(0.05) ? LARGE : random.among({ small: 8, middle: 2 }) === 'small' ? 4096 : 65_536
  const kind = random.among({ plain: 16, shared: 3, resizable: 2, growable: 1 })
  const buffer =
    kind === 'plain'
      ? new ArrayBuffer(size)
      : kind === 'resizable'
        ? new ArrayBuffer(size, { maxByteLength: size * 2 })
        : kind === 'shared'
          ? new SharedArrayBuffer(size)
          : new SharedArrayBuffer(size, { maxByteLength: size * 2 })
  const View = random.pick(VIEWS)
  if (random.chance(0.6)) return new View(buffer)
  const offset = random.below(size / 16) * 8
  return new View(buffer, offset, random.below((size - offset) / 8 + 1))
}

/** Takes the memory of an array away, or a part of it, or tries to; it may be undefined. */
export const disturb = (random, array) => {
  const way = random.among({ transfer: 4, resize: 2, fill: 4 })
  const number = random.below(256)
  const buffer = array?.buffer
  // There is none yet, or it was taken away before.
  if (buffer === undefined || buffer.byteLength === 0) return
  if (way === 'fill') new Uint8Array(buffer).fill(number)
  else if (way === 'resize' && buffer.resizable) buffer.resize(number)
  else if (way === 'transfer' && buffer instanceof ArrayBuffer) {
    try {
      structuredClone(buffer, { transfer: [buffer] })
    } catch (error) {
      // The backend forbids it for arrays that a driver uses in place.
      if (!(error instanceof DOMException)) throw error
    }
  }
}
