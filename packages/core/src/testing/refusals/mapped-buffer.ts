import { mapBuffer, ready, type ClBuffer, type MapFlag, type Mapped } from '../../index.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'

/** A mapping of the bytes from 8 up to 24, outstanding until its context is released. */
export const mappedBuffer = (
  bench: Workbench,
  buffer: ClBuffer,
  ...mapFlags: readonly MapFlag[]
): Promise<Mapped<ClBuffer>> =>
  value('mapBuffer', ready(buffer).pipe(mapBuffer(bench.queue(), { mapFlags, offset: 8, size: 16 })))
