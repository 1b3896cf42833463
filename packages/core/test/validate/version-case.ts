import type { DeviceVersion } from '../../src/model/device.ts'
import type { CommandWorld } from './command-world.ts'
import { device, queueOf } from './objects.ts'
import type { Case } from './specification.ts'

/** The case of a command that needs `version`; `before` is the version just older. */
export const versionCase = (before: DeviceVersion, version: DeviceVersion) =>
  ({
    'device-version': {
      parameter: 'command_queue',
      vary: 'queue',
      fault: ({ here }) => queueOf(here, device({ version: before })),
      control: ({ here }) => queueOf(here, device({ version })),
    },
  }) as const satisfies Record<string, Case<CommandWorld>>
