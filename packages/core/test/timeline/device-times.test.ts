import { describe, expect, it } from 'vitest'
import { deviceTimes } from '../../src/timeline/device-times.ts'
import { entryOf, queueOf } from './entries.ts'

/** Nanoseconds since 1970: more than a number holds. */
const EPOCH = 1_700_000_000_000_000_123n

describe('the clock of a device', () => {
  const onDevice = (
    id: number,
    deviceIndex: number,
    base: bigint,
    times: readonly [number, number, number, number],
  ) => {
    const [enqueued, queued, start, end] = times
    return entryOf({
      id,
      queue: queueOf(deviceIndex, { deviceIndex }),
      start,
      end,
      enqueued,
      profile: {
        queued: base + BigInt(queued * 1000),
        submit: base + BigInt(queued * 1000),
        start: base + BigInt(start * 1000),
        end: base + BigInt(end * 1000),
      },
    })
  }

  it('is put so that no command is queued before it was enqueued, and the closest is queued at once', () => {
    const entries = [onDevice(1, 0, EPOCH, [10, 13, 20, 30]), onDevice(2, 0, EPOCH, [12, 14, 30, 40])]
    const timeOf = deviceTimes(entries)
    expect(entries.map((entry) => timeOf(entry, entry.profile?.queued ?? 0n))).toEqual([11, 12])
    expect(entries.map((entry) => timeOf(entry, entry.profile?.end ?? 0n))).toEqual([28, 38])
  })

  it('is that of one device only', () => {
    const entries = [onDevice(1, 0, EPOCH, [10, 10, 20, 30]), onDevice(2, 1, 0n, [10, 10, 20, 30])]
    const timeOf = deviceTimes(entries)
    expect(entries.map((entry) => timeOf(entry, entry.profile?.start ?? 0n))).toEqual([20, 20])
  })

  it('is put in the middle where it fits nowhere: it drifts', () => {
    // From enqueued to settled the host saw 10 µs pass; the device 30.
    const drifting = { ...onDevice(1, 0, 0n, [0, 0, 0, 30]), settled: 0.01 }
    expect(deviceTimes([drifting])(drifting, 0n)).toBe(-10)
  })
})
