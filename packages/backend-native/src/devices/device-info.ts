import type { DeviceInfo } from '@rxcl/core'
import type { DeviceRecord } from '../binding/binding.ts'
import { deviceTypeOf } from './device-type.ts'
import { deviceVersionOf } from './device-version.ts'

const CL_QUEUE_OUT_OF_ORDER_EXEC_MODE_ENABLE = 1
const CL_DEVICE_SVM_COARSE_GRAIN_BUFFER = 1
const CL_DEVICE_SVM_FINE_GRAIN_BUFFER = 2
const CL_DEVICE_SVM_FINE_GRAIN_SYSTEM = 4
const CL_DEVICE_SVM_ATOMICS = 8

/** CL_DEVICE_MEM_BASE_ADDR_ALIGN is in bits, in all versions; a driver that answers less than a byte means one. */
const bytesOfBits = (bits: number): number => Math.max(1, Math.floor(bits / 8))

/** Without one of the two there are no 2D images made from buffers. */
const bufferImageAlignments = (
  record: DeviceRecord,
): Pick<DeviceInfo, 'imagePitchAlignment' | 'imageBaseAddressAlignment'> => {
  const { imagePitchAlignment, imageBaseAddressAlignment } = record
  return imagePitchAlignment > 0 && imageBaseAddressAlignment > 0
    ? { imagePitchAlignment, imageBaseAddressAlignment }
    : { imagePitchAlignment: 0, imageBaseAddressAlignment: 0 }
}

/** What the driver says of a device, in the port's words and units. */
export const deviceInfoOf = (record: DeviceRecord, imageFormats: DeviceInfo['imageFormats']): DeviceInfo => {
  const has = (bit: number): boolean => (record.svmCapabilities & bit) !== 0
  return Object.freeze({
    name: record.name,
    type: deviceTypeOf(record.type),
    version: deviceVersionOf(record.version),
    imageSupport: record.imageSupport,
    memBaseAddrAlign: bytesOfBits(record.memBaseAddrAlign),
    maxMemAllocSize: record.maxMemAllocSize,
    globalMemSize: record.globalMemSize,
    image2dMaxWidth: record.image2dMaxWidth,
    image2dMaxHeight: record.image2dMaxHeight,
    image3dMaxWidth: record.image3dMaxWidth,
    image3dMaxHeight: record.image3dMaxHeight,
    image3dMaxDepth: record.image3dMaxDepth,
    imageMaxBufferSize: record.imageMaxBufferSize,
    imageMaxArraySize: record.imageMaxArraySize,
    ...bufferImageAlignments(record),
    outOfOrderQueues: (record.queueProperties & CL_QUEUE_OUT_OF_ORDER_EXEC_MODE_ENABLE) !== 0,
    svm: Object.freeze({
      coarseGrainBuffer: has(CL_DEVICE_SVM_COARSE_GRAIN_BUFFER),
      fineGrainBuffer: has(CL_DEVICE_SVM_FINE_GRAIN_BUFFER),
      fineGrainSystem: has(CL_DEVICE_SVM_FINE_GRAIN_SYSTEM),
      atomics: has(CL_DEVICE_SVM_ATOMICS),
    }),
    imageFormats,
  })
}
