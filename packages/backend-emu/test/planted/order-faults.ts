import { seeded, type PlantedFaults } from './planted-faults.ts'

/** Of order, of failure and of stamps. */
export const ORDER_FAULTS: PlantedFaults = {
  'wait lists are not kept': [
    'order by wait lists',
    { ...seeded, submission: (one) => ({ ...one, waits: [], failedWait: 0 }) },
  ],
  'joins wait for one event only': [
    'order in graphs',
    { ...seeded, submission: (one) => ({ ...one, waits: one.waits.slice(0, 1) }) },
  ],
  'in-order queues run out of order': [
    'order of an in-order queue',
    { ...seeded, port: (port) => ({ createQueue: (desc) => port.createQueue({ ...desc, outOfOrder: true }) }) },
  ],
  'out-of-order queues run in order': [
    'markers and barriers',
    { port: (port) => ({ createQueue: (desc) => port.createQueue({ ...desc, outOfOrder: false }) }) },
  ],
  'barriers are markers': [
    'markers and barriers',
    { command: (command) => (command._tag === 'Barrier' ? { ...command, _tag: 'Marker' } : command) },
  ],
  'markers are barriers': [
    'markers and barriers',
    { command: (command) => (command._tag === 'Marker' ? { ...command, _tag: 'Barrier' } : command) },
  ],
  'markers and barriers look at their list alone': [
    'markers and barriers',
    { command: (command) => ('hasWaitList' in command ? { ...command, hasWaitList: true } : command) },
  ],
  'markers and barriers wait for everything': [
    'markers and barriers',
    { command: (command) => ('hasWaitList' in command ? { ...command, hasWaitList: false } : command) },
  ],
  'a failed command counts as complete': [
    'failure of what is waited for',
    { settled: (one) => [{ ...one, status: 0, cause: 0 }] },
  ],
  'a failure has lost its cause': ['failure of what is waited for', { settled: (one) => [{ ...one, cause: 0 }] }],
  'what waits for a failed event runs': [
    'failure of what is waited for',
    {
      port: (port) => ({ setUserEventStatus: (event) => port.setUserEventStatus(event, 0) }),
      submission: (one) => ({ ...one, failedWait: 0 }),
    },
  ],
  'a marker fails with the commands before it': [
    'queues after a failure',
    { port: (port) => ({ createQueue: (desc) => port.createQueue({ ...desc, outOfOrder: false }) }) },
  ],
  'commands start before they are submitted': [
    'profiling',
    {
      settled: (one) => [
        one.profile === undefined ? one : { ...one, profile: { ...one.profile, start: one.profile.submit - 1n } },
      ],
    },
  ],
  'commands never end': ['profiling', { settled: () => [] }],
}
