import type { PortCommand } from '@rxcl/core/port'
import { byteCount } from '../command/byte-count.ts'
import { movesBytes } from '../command/command-kind.ts'
import type { EventNode } from '../event/event-node.ts'
import { LONGEST_MS, type LatencyModel } from './latency.ts'

const modelled = (model: LatencyModel, command: PortCommand): number => {
  const latency = model[command._tag] ?? (movesBytes(command._tag) ? model.default : undefined)
  if (latency === undefined) return 0
  const { ms = 0, bytesPerMs = Infinity } = latency
  return ms + byteCount(command) / bytesPerMs
}

/** How long a command takes, in milliseconds: by the model, and by what delays it. */
export const commandTime =
  (model: LatencyModel = {}) =>
  ({ command, fate }: EventNode): number =>
    Math.min(LONGEST_MS, (fate?.delay ?? 0) + (command === undefined ? 0 : modelled(model, command)))
