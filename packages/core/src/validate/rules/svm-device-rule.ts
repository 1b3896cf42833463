import { refusal, type ClError } from '../../model/cl-error.ts'
import { supportsSvm, type ClDevice, type DeviceVersion } from '../../model/device.ts'
import { deviceVersionRefusal } from './device-version-rule.ts'

export const svmSupportRefusal = (command: string, device: ClDevice): ClError<'CL_INVALID_OPERATION'> | undefined =>
  supportsSvm(device)
    ? undefined
    : refusal(
        'CL_INVALID_OPERATION',
        command,
        'command_queue',
        `The queue's device '${device.name}' has no shared virtual memory; the command needs a device that has.`,
      )

/** What a device needs for a command on shared virtual memory that came with `version`. */
export const svmDeviceRefusal = (
  command: string,
  device: ClDevice,
  version: DeviceVersion,
): ClError<'CL_INVALID_OPERATION'> | undefined =>
  deviceVersionRefusal(command, device, version) ?? svmSupportRefusal(command, device)
