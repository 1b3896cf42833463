import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { nativeOver } from '../src/native-over.ts'
import { FakeBinding } from './fake-binding.ts'
import { right } from './support/right.ts'
import { nextTask } from './support/session.ts'

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void

const collectUntil = async (done: () => boolean): Promise<void> => {
  for (let i = 0; i < 100 && !done(); i += 1) {
    gc()
    await nextTask()
  }
}

/** A context with one object of each kind; `use` gets what a program would keep. */
const open = (driver: FakeBinding) => {
  const backend = right(nativeOver(driver))
  const devices = right(backend.devices())
  const [device] = devices
  if (device === undefined) throw new Error('no device')
  const port = right(backend.openContext(devices, () => {}))
  const parent = right(port.createBuffer({ size: 64, flags: [], hostPtr: undefined }))
  right(port.createSubBuffer(parent, { origin: 0, size: 16, flags: [] }))
  right(port.svmAlloc({ size: 64, flags: [], alignment: 0 }))
  const queue = right(port.createQueue({ device, outOfOrder: true, profiling: false }))
  return { port, queue }
}

const NOTHING = { contexts: 0, queues: 0, memObjects: 0, mappings: 0, svm: 0, events: 0 }

it('a context that the program drops is given back with all that it made', async () => {
  const driver = new FakeBinding()
  open(driver)
  expect(driver.live()).not.toEqual(NOTHING)
  await collectUntil(() => driver.live().contexts === 0)
  expect(driver.live()).toEqual(NOTHING)
  expect(driver.faults).toEqual([])
})

it('one that it keeps is not: a control', async () => {
  const driver = new FakeBinding()
  const kept = open(driver)
  await collectUntil(() => false)
  expect(driver.live().contexts).toBe(1)
  expect(kept.port).toBeDefined()
})

it('one with a command in flight is kept until that has ended', async () => {
  const driver = new FakeBinding()
  const submit = (): void => {
    const { port, queue } = open(driver)
    const command = { _tag: 'Marker', hasWaitList: false } as const
    port.submit([{ event: 1, queue, command, waits: [], failedWait: 0 }])
  }
  submit()
  await collectUntil(() => driver.live().contexts === 0)
  expect(driver.live().contexts).toBe(1)
  for (const flight of driver.flying.values()) driver.end(flight)
  driver.announce()
  driver.taken.length = 0
  await collectUntil(() => driver.live().contexts === 0)
  expect(driver.live()).toEqual(NOTHING)
  expect(driver.faults).toEqual([])
})
