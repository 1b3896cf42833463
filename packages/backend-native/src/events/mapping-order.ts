import type {
  EventTable,
  PortMapBuffer,
  PortMapImage,
  PortSvmMap,
  PortSvmUnmap,
  PortUnmapMemObject,
} from '@rxcl/core/port'
import type { DriverCommand } from '../commands/driver-command.ts'
import type { NativeMapping } from '../objects/native-mapping.ts'
import type { EventNode } from './event-node.ts'
import { follow } from './followers.ts'

// The driver gets an unmap only when its map has settled, however it has: the program need not have it waited for.

type MappingCommand = PortMapBuffer | PortMapImage | PortSvmMap | PortUnmapMemObject | PortSvmUnmap

const hasMapping = (command: DriverCommand): command is MappingCommand =>
  command._tag === 'MapBuffer' ||
  command._tag === 'UnmapMemObject' ||
  command._tag === 'MapImage' ||
  command._tag === 'SvmMap' ||
  command._tag === 'SvmUnmap'

/** A command is submitted: if it is an unmap, it is held until its map has settled. */
export const noteMapping = (node: EventNode, command: DriverCommand, known: EventTable<EventNode>): void => {
  if (!hasMapping(command)) return
  node.mapping = command.mapping.handle as NativeMapping | undefined
  node.isUnmap = command._tag === 'UnmapMemObject' || command._tag === 'SvmUnmap'
  if (!node.isUnmap || node.mapping === undefined) return
  const map = known.get(node.mapping.event)
  if (map !== undefined && map.status > 0) follow(node, map)
}

/** A command with a mapping has settled. */
export const settleMapping = ({ mapping, isUnmap, status }: EventNode): void => {
  if (isUnmap) mapping?.release()
  else mapping?.settled(status)
}

/** Whether it is an unmap of a map that has failed. */
export const hasNothingToUnmap = ({ isUnmap, mapping }: EventNode): boolean => isUnmap && mapping?.hasFailed !== false
