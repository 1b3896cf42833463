import type { Triple } from '../oracle.ts'

/** Bytes of the oracle's memory, one by one, in the order in which a command takes them. */
export interface Places {
  readonly memory: ArrayBufferLike
  readonly at: readonly number[]
}

/** `size` bytes of a view. */
export const rangePlaces = ({ buffer, byteOffset }: Uint8Array, offset: number, size: number): Places => ({
  memory: buffer,
  at: Array.from({ length: size }, (_, index) => byteOffset + offset + index),
})

/** A box: origin and region in bytes, rows and slices, pitches as they are in force. */
export interface Rect {
  readonly origin: Triple
  readonly region: Triple
  readonly rowPitch: number
  readonly slicePitch: number
}

export const rectStart = ({ origin, rowPitch, slicePitch }: Rect): number =>
  origin[0] + origin[1] * rowPitch + origin[2] * slicePitch

/** How many bytes lie between the first byte of a box and one past its last. */
export const rectSpan = ({ region, rowPitch, slicePitch }: Omit<Rect, 'origin'>): number =>
  (region[2] - 1) * slicePitch + (region[1] - 1) * rowPitch + region[0]

/** Where the bytes of a box are, counted from its first. */
export const rectSteps = ({ region, rowPitch, slicePitch }: Omit<Rect, 'origin'>): readonly number[] => {
  const steps: number[] = []
  for (let z = 0; z < region[2]; z += 1)
    for (let y = 0; y < region[1]; y += 1)
      for (let x = 0; x < region[0]; x += 1) steps.push(z * slicePitch + y * rowPitch + x)
  return steps
}

export const rectPlaces = ({ buffer, byteOffset }: Uint8Array, rect: Rect): Places => {
  const start = byteOffset + rectStart(rect)
  return { memory: buffer, at: rectSteps(rect).map((step) => start + step) }
}

export const bytesAt = ({ memory, at }: Places): Uint8Array => {
  const bytes = new Uint8Array(memory)
  return Uint8Array.from(at, (place) => bytes[place] ?? 0)
}

/** Puts one byte after another; they start again where there are fewer than places. */
export const putBytes = ({ memory, at }: Places, bytes: Uint8Array): void => {
  const target = new Uint8Array(memory)
  for (const [index, place] of at.entries()) target[place] = bytes[index % bytes.length] ?? 0
}

/** Whether they have a byte in common. */
export const meet = (a: Places, b: Places): boolean => {
  if (a.memory !== b.memory || a.at.length === 0) return false
  const places = new Set(a.at)
  return b.at.some((place) => places.has(place))
}

export const anyMeet = (a: readonly Places[], b: readonly Places[]): boolean =>
  a.some((one) => b.some((other) => meet(one, other)))
