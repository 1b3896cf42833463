import { word } from './wild-values.mjs'

/** One who listens to a flow of a random program. */
export class Listener {
  subscription = undefined
  hasEnded = false
  /** The latest event, and the latest bytes, that the flow has brought. */
  event = undefined
  bytes = undefined
  /** The latest mapping. */
  mapped = undefined

  constructor(what, isGone) {
    this.what = what
    this.isGone = isGone
  }

  /** Takes an emission of anything, and answers a word for it. */
  take(emission) {
    if (emission?._tag !== 'Right') return String(emission?.left?._tag ?? emission)
    const { right } = emission
    const value = right?.value ?? right
    this.event = right?.event
    if (value?._tag === 'Mapped') this.mapped = value
    if (value instanceof Uint8Array) this.bytes = value
    return word(value)
  }
}
