import { Command } from '../../model/commands/command.ts'
import { commandOf } from './command-type.ts'
import { List } from './list.ts'
import type { ObjectIds } from './object-ids.ts'
import { bufferType, imageType, mappedType, memObjectType } from './object-types.ts'
import { OptionalMapFlags, OptionalMigrationFlags, OptionalNumber, OptionalOrigin } from './value-types.ts'

/** Maps, unmaps and migrations of buffers and images. */
export const mapCommands = (objects: ObjectIds) => {
  const memObject = memObjectType(objects)
  return {
    MapBuffer: commandOf('MapBuffer', Command.mapBuffer, {
      buffer: bufferType(objects),
      mapFlags: OptionalMapFlags,
      offset: OptionalNumber,
      size: OptionalNumber,
    }),
    MapImage: commandOf('MapImage', Command.mapImage, {
      image: imageType(objects),
      mapFlags: OptionalMapFlags,
      origin: OptionalOrigin,
      region: OptionalOrigin,
    }),
    UnmapMemObject: commandOf('UnmapMemObject', Command.unmap, { memobj: memObject, mapped: mappedType(objects) }),
    MigrateMemObjects: commandOf('MigrateMemObjects', Command.migrate, {
      memObjects: new List(memObject, 'an array of buffers and images that have ids'),
      flags: OptionalMigrationFlags,
    }),
  }
}
