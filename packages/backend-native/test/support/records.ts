import type { DeviceRecord, PlatformRecord } from '../../src/binding/binding.ts'

export const POCL: PlatformRecord = {
  handle: 1,
  name: 'Portable Computing Language',
  vendor: 'The pocl project',
  version: 'OpenCL 3.0 PoCL 3.1+debian  Linux',
}

export const SOUND: PlatformRecord = {
  handle: 1,
  name: 'A sound driver',
  vendor: 'Nobody',
  version: 'OpenCL 3.0 Sound 1.0',
}

export const DEVICE: DeviceRecord = {
  handle: 2,
  name: 'a played device',
  vendor: 'Nobody',
  version: 'OpenCL 3.0 played',
  driverVersion: '1',
  type: 2,
  imageSupport: true,
  memBaseAddrAlign: 1024,
  maxMemAllocSize: 2 ** 30,
  globalMemSize: 2 ** 32,
  image2dMaxWidth: 16_384,
  image2dMaxHeight: 16_384,
  image3dMaxWidth: 2048,
  image3dMaxHeight: 2048,
  image3dMaxDepth: 2048,
  imageMaxBufferSize: 65_536,
  imageMaxArraySize: 2048,
  imagePitchAlignment: 0,
  imageBaseAddressAlignment: 0,
  divisible: false,
  queueProperties: 3,
  svmCapabilities: 3,
}
