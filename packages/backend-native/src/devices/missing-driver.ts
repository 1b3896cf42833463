import { STATUS_CODES } from '@rxcl/core'
import type { PortFailure } from '@rxcl/core/port'
import type { PlatformRecord } from '../binding/binding.ts'

const INSTALL =
  'Install a driver for the device from its vendor, or one that runs on the CPU: on Debian and Ubuntu ' +
  '`apt-get install ocl-icd-libopencl1 pocl-opencl-icd`.'

/** The operating system has no OpenCL library, or not the one that was asked for. */
export const noLibrary = (library: string | undefined, reason: string): PortFailure => ({
  status: STATUS_CODES.CL_PLATFORM_NOT_FOUND_KHR,
  message:
    library === undefined
      ? `No OpenCL library could be opened (${reason}). ${INSTALL}`
      : `The OpenCL library '${library}' could not be opened (${reason}). Leave the option out for the system's own, or: ${INSTALL}`,
})

export const noPlatform: PortFailure = {
  status: STATUS_CODES.CL_PLATFORM_NOT_FOUND_KHR,
  message: `The OpenCL library lists no platform: no driver is installed. ${INSTALL}`,
}

export const noDevice = (platforms: readonly string[]): PortFailure => ({
  status: STATUS_CODES.CL_DEVICE_NOT_FOUND,
  message: `No device was found on ${platforms.map((name) => `'${name}'`).join(', ')}. ${INSTALL}`,
})

export const platformsFailed = (status: number, platform: PlatformRecord | undefined): PortFailure => ({
  status,
  message:
    platform === undefined
      ? `The OpenCL library failed to list its platforms, with status ${status}. Check the drivers with \`clinfo\`.`
      : `The driver '${platform.name}' (${platform.version}) failed to list its devices, with status ${status}. ` +
        'Check it with `clinfo`.',
})
