import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import { isAtLeast, type DeviceVersion } from '../../model/device.ts'

/** Whether some device of the context is of the version that brought a feature. */
export const hasVersion = (context: ContextIdentity, version: DeviceVersion): boolean =>
  context.devices.some((device) => isAtLeast(device, version))

export const versionRefusal = (
  command: string,
  parameter: string,
  context: ContextIdentity,
  feature: string,
  version: DeviceVersion,
): ClError<'CL_INVALID_OPERATION'> | undefined =>
  hasVersion(context, version)
    ? undefined
    : refusal(
        'CL_INVALID_OPERATION',
        command,
        parameter,
        `The devices of the context have OpenCL ${context.devices.map((device) => device.version).join(', ')}; ` +
          `${feature} need ${version}.`,
      )
