import { Command, type SvmAllocation } from '../../index.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import type { Planned } from './planned.ts'
import { fits, rangeOf, shareBytes, startOf } from './range.ts'
import type { Step } from './step.ts'
import type { Twin } from './world.ts'

type Allocation = Twin<SvmAllocation>

const HOST_SIZE = 47

/** undefined stands for host memory of the step's own. */
export const planSvmMemcpy = (step: Step, src: Allocation | undefined, dst: Allocation | undefined): Planned => {
  const srcHost = pattern(HOST_SIZE, step.srcAt[1] + 191)
  const dstHost = pattern(HOST_SIZE, 192)
  const from = src?.bytes ?? srcHost
  const to = dst?.bytes ?? dstHost.slice()
  const { offset: srcOffset, size } = rangeOf(step, step.srcAt[0], step.size[0], from.length)
  const dstOffset = startOf(step, step.dstAt[0], size, to.length)
  const inside = fits({ offset: srcOffset, size }, from.length) && fits({ offset: dstOffset, size }, to.length)
  const overlap = shareBytes(from, srcOffset, to, dstOffset, size)
  return {
    command: Command.svmMemcpy({
      dstPtr: dst?.memory.at(dstOffset) ?? dstHost.subarray(Math.min(dstOffset, HOST_SIZE)),
      srcPtr: src?.memory.at(srcOffset) ?? srcHost.subarray(Math.min(srcOffset, HOST_SIZE)),
      size,
      blocking: step.blocking,
    }),
    refusal: !inside ? 'CL_INVALID_VALUE' : overlap ? 'CL_MEM_COPY_OVERLAP' : undefined,
    reads: src === undefined ? [] : [from.buffer],
    writes: dst === undefined ? [] : [to.buffer],
    apply: () => {
      copyBytes(from, srcOffset, to, dstOffset, size)
      return dst === undefined ? to : undefined
    },
    host: dst === undefined ? dstHost : undefined,
  }
}
