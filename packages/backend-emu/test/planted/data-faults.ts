import type { PlantedFaults } from './planted-faults.ts'

/** Of commands that move bytes and pixels. */
export const DATA_FAULTS: PlantedFaults = {
  'copies of buffers are a byte short': [
    'data of buffers',
    {
      command: (command) =>
        command._tag === 'CopyBuffer' ? { ...command, size: Math.max(0, command.size - 1) } : command,
    },
  ],
  'a sub-buffer begins where its parent does': [
    'data of sub-buffers',
    {
      port: (port) => ({ createSubBuffer: (parent, desc) => port.createSubBuffer(parent, { ...desc, origin: 0 }) }),
    },
  ],
  'the slice pitch of a write is not looked at': [
    'data of images',
    {
      command: (command) =>
        command._tag === 'WriteImage'
          ? { ...command, inputSlicePitch: command.inputRowPitch * command.region[1] }
          : command,
    },
  ],
  'the row pitch of a read is not looked at': [
    'data of images',
    {
      command: (command) =>
        command._tag === 'ReadImage' && command.image.type !== '1D_ARRAY'
          ? { ...command, rowPitch: command.region[0] * command.image.elementSize }
          : command,
    },
  ],
  'a copy from an image to a buffer starts at the left edge': [
    'data between images and buffers',
    {
      command: (command) =>
        command._tag === 'CopyImageToBuffer'
          ? { ...command, srcOrigin: [0, command.srcOrigin[1], command.srcOrigin[2]] }
          : command,
    },
  ],
  'an image of a buffer has pixels of its own': [
    'data between images and buffers',
    {
      port: (port) => ({
        createImage: (shape, flags, storage) =>
          shape.type === '1D_BUFFER'
            ? port.createImage({ ...shape, type: '1D' }, flags, { ...storage, buffer: undefined })
            : port.createImage(shape, flags, storage),
      }),
    },
  ],
  'only the first 8 bytes of a pixel are kept': [
    'formats of images',
    {
      command: (command) =>
        command._tag === 'WriteImage' && command.image.elementSize === 16
          ? { ...command, ptr: command.ptr.map((byte, index) => (index % 16 < 8 ? byte : 0)) }
          : command,
    },
  ],
  'offsets into shared virtual memory are not looked at': [
    'data of shared virtual memory',
    {
      command: (command) =>
        command._tag === 'SvmMemcpy' && command.dstPtr._tag === 'SvmPointer'
          ? { ...command, dstPtr: { ...command.dstPtr, allocation: command.dstPtr.allocation, byteOffset: 0 } }
          : command,
    },
  ],
  'the slice pitch of a rectangle is not looked at': [
    'data of rectangles',
    {
      command: (command) =>
        command._tag === 'CopyBufferRect'
          ? { ...command, srcSlicePitch: command.srcRowPitch * command.region[1] }
          : command,
    },
  ],
  'a rectangle of the host begins at its first byte': [
    'data of rectangles',
    { command: (command) => (command._tag === 'WriteBufferRect' ? { ...command, hostOrigin: [0, 0, 0] } : command) },
  ],
  'a rectangle is read into tight rows': [
    'data of rectangles',
    {
      command: (command) =>
        command._tag === 'ReadBufferRect' ? { ...command, hostRowPitch: command.region[0] } : command,
    },
  ],
  'a copy of pixels ends at the left edge': [
    'data of copies between images',
    {
      command: (command) =>
        command._tag === 'CopyImage'
          ? { ...command, dstOrigin: [0, command.dstOrigin[1], command.dstOrigin[2]] }
          : command,
    },
  ],
  'a copy of pixels is a slice short': [
    'data of copies between images',
    {
      command: (command) =>
        command._tag === 'CopyImage' ? { ...command, region: [command.region[0], command.region[1], 1] } : command,
    },
  ],
  'a migration loses the first byte': [
    'data of migrations',
    {
      command: (command) => {
        const [first] = command._tag === 'MigrateMemObjects' ? command.memObjects : []
        return first?._tag === 'Buffer'
          ? { _tag: 'FillBuffer', buffer: first, pattern: new Uint8Array(1), offset: 0, size: 1 }
          : command
      },
    },
  ],
  'a migration of shared virtual memory loses the first byte': [
    'data of migrated shared virtual memory',
    {
      command: (command) => {
        const [svmPtr] = command._tag === 'SvmMigrateMem' ? command.svmPointers : []
        return svmPtr === undefined ? command : { _tag: 'SvmMemFill', svmPtr, pattern: new Uint8Array(1), size: 1 }
      },
    },
  ],
  'shared virtual memory is freed before the commands that have it': [
    'freeing of shared virtual memory',
    {
      port: (port) => {
        const freed = new Set<unknown>()
        return {
          submit: (batch) => {
            port.submit(batch)
            for (const { command } of batch)
              for (const { allocation } of command._tag === 'SvmFree' ? command.svmPointers : []) {
                freed.add(allocation.handle)
                port.svmFree(allocation.handle)
              }
          },
          svmFree: (allocation) => {
            if (!freed.has(allocation)) port.svmFree(allocation)
          },
        }
      },
    },
  ],
}
