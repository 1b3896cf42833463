import type { DeviceScheduler } from '../../src/index.ts'

/** Each task in a task of the host, in the order of their times, which pass without waiting for them. */
export const hurriedScheduler = (): DeviceScheduler => {
  const tasks: { readonly time: number; readonly work: () => void }[] = []
  let now = 0
  const next = (): void => {
    const earliest = tasks.reduce((best, task, index) => (task.time < (tasks[best]?.time ?? 0) ? index : best), 0)
    const [task] = tasks.splice(earliest, 1)
    now = task?.time ?? now
    task?.work()
  }
  return {
    now: () => now,
    schedule: (work, delay = 0) => {
      tasks.push({ time: now + delay, work })
      setImmediate(next)
    },
  }
}
