import { refusal, type ClError } from '../../model/cl-error.ts'
import { isAtLeast, type ClDevice, type DeviceVersion } from '../../model/device.ts'

/** A command that came with a later version than the queue's device has: the device's driver does not know it. */
export const deviceVersionRefusal = (
  command: string,
  device: ClDevice,
  version: DeviceVersion,
): ClError<'CL_INVALID_OPERATION'> | undefined =>
  isAtLeast(device, version)
    ? undefined
    : refusal(
        'CL_INVALID_OPERATION',
        command,
        'command_queue',
        `The queue's device '${device.name}' has OpenCL ${device.version}; the command needs ${version}.`,
      )
