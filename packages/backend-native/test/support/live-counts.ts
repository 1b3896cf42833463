import type { LiveCounts } from '../../src/binding/binding.ts'

/** Objects of a played driver. */
export type Kind = 'context' | 'queue' | 'buffer' | 'sub-buffer' | 'image' | 'svm' | 'mapping'

/** How many of each there are. */
export const liveCounts = (objects: readonly Kind[], events: number): LiveCounts => {
  const count = (...kinds: readonly Kind[]): number => objects.filter((kind) => kinds.includes(kind)).length
  return {
    contexts: count('context'),
    queues: count('queue'),
    memObjects: count('buffer', 'sub-buffer', 'image'),
    svm: count('svm'),
    mappings: count('mapping'),
    events,
  }
}
