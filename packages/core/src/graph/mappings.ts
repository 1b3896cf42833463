import { COMPLETE } from '../model/event-status.ts'
import type { EventObject } from '../model/event.ts'
import type { MappedMemory, MappedObject } from '../model/mapped.ts'
import { boxesOverlap, type StridedBox } from '../model/strided-box.ts'
import type { ContextPort } from '../port/backend.ts'
import type { Hazards } from './hazards/hazards.ts'

/** The mappings of one context, from the enqueueing of a map to that of its unmap. They keep what they map alive. */
export class Mappings {
  readonly #port: ContextPort
  readonly #hazards: Hazards
  /** By the memory that they map, each with the event of its map. */
  readonly #outstanding = new Map<object, Map<MappedObject, EventObject>>()

  constructor(port: ContextPort, hazards: Hazards) {
    this.#port = port
    this.#hazards = hazards
  }

  /** An outstanding mapping that shares bytes with `box`, one of the two for writing. */
  findConflict(box: StridedBox, isForWriting: boolean): MappedObject | undefined {
    for (const mapping of this.#outstanding.get(box.memory)?.keys() ?? [])
      if ((isForWriting || mapping.isForWriting) && boxesOverlap(mapping.box, box)) return mapping
    return undefined
  }

  /** How many mappings of the object itself are outstanding: CL_MEM_MAP_COUNT. */
  count(memoryObject: object): number {
    let found = 0
    for (const known of this.#outstanding.values())
      for (const mapping of known.keys()) if (mapping.memoryObject === memoryObject) found += 1
    return found
  }

  /** A map is enqueued. */
  begin(mapping: MappedObject, map: EventObject): void {
    const { memory } = mapping.box
    const known = this.#outstanding.get(memory)
    if (known === undefined) this.#outstanding.set(memory, new Map([[mapping, map]]))
    else known.set(mapping, map)
    mapping.memoryObject.retain()
    mapping.begin()
    map.whenSettled({ settled: () => this.#settled(mapping, map) })
  }

  /** Its unmap is enqueued. */
  end(mapping: MappedObject): void {
    const { memory } = mapping.box
    const known = this.#outstanding.get(memory)
    if (known?.delete(mapping) !== true) return
    if (known.size === 0) this.#outstanding.delete(memory)
    mapping.end()
    mapping.memoryObject.unretain()
  }

  /** No unmap will come. Of a map that has not settled the backend hears when it has. */
  endAll(): void {
    for (const known of this.#outstanding.values())
      for (const [mapping, map] of known)
        if (map.isSettled) this.#abandon(mapping)
        else mapping.end()
  }

  #settled(mapping: MappedObject, { status }: EventObject): void {
    const isOutstanding = this.#outstanding.get(mapping.box.memory)?.has(mapping) === true
    if (!isOutstanding) return
    if (status === COMPLETE && mapping.isOutstanding) mapping.open(() => this.#memoryOf(mapping))
    else this.#abandon(mapping)
  }

  #memoryOf(mapping: MappedObject): MappedMemory {
    const memory = this.#port.mappedMemory(mapping)
    const { resource, box } = mapping
    if (resource._tag === 'SvmPointer' && resource.allocation.flags.includes('SVM_FINE_GRAIN_BUFFER'))
      this.#hazards.alias(memory.bytes, resource.allocation, box.start)
    return memory
  }

  #abandon(mapping: MappedObject): void {
    // Of a map that never reached the backend there is nothing to give back.
    if (mapping.handle !== undefined) this.#port.releaseMapping(mapping)
    this.end(mapping)
  }
}
