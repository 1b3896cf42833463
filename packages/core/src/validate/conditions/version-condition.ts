import type { Condition } from './condition.ts'

/** Of commands that came with a later version than 1.0. */
export const versionCondition = <const Version extends string>(version: Version) =>
  ({
    id: 'device-version',
    code: 'CL_INVALID_OPERATION',
    when: `the queue's device has an OpenCL version before ${version}`,
    checked: 'host',
    beyondSpec: true,
    why: 'the driver of such a device does not know the command',
  }) as const satisfies Condition
