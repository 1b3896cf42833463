import type { ContextIdentity } from './context-identity.ts'
import { DISPOSE } from './dispose-symbol.ts'

/** Carries out what the last release of an object asks of the backend. */
export interface ResourceOwner {
  dispose(resource: Resource): void
}

const UNTOLD: ReadonlySet<string> = new Set(['context', 'handle', 'hostPtr'])

/**
 * An object of a context. Released, it is invalid in new commands at once; the backend gets it back
 * when the last command that was enqueued with it has settled.
 */
export abstract class Resource {
  readonly context: ContextIdentity
  /** The backend's own word for the object. */
  readonly handle: unknown
  readonly #owner: ResourceOwner
  #released = false
  #uses = 0

  constructor(context: ContextIdentity, handle: unknown, owner: ResourceOwner) {
    this.context = context
    this.handle = handle
    this.#owner = owner
  }

  /** What only looks like an object of this library, such as a Proxy of one, counts as released: no command takes it. */
  get released(): boolean {
    return #released in this ? this.#released : true
  }

  /** Whether a command, sub-buffer or image needs the object. */
  get inUse(): boolean {
    return this.#uses > 0
  }

  /** One more command, sub-buffer or image needs the object. */
  retain(): void {
    this.#uses += 1
  }

  /** One fewer does. */
  unretain(): void {
    this.#uses -= 1
    if (this.#released && this.#uses === 0) this.#owner.dispose(this)
  }

  /** Gives the object back. A second call does nothing. */
  release(): void {
    if (this.#released) return
    this.#released = true
    if (this.#uses === 0) this.#owner.dispose(this)
  }

  [DISPOSE](): void {
    this.release()
  }

  /** What a log says of the object: without the backend's side and the host memory behind, which may be all of a device. */
  toJSON(): object {
    return Object.fromEntries(Object.entries(this).filter(([name]) => !UNTOLD.has(name)))
  }
}
