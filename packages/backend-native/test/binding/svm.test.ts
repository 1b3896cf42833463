import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

const FINE_GRAIN = 1 | (1 << 10)

describeWithDriver('shared virtual memory', (driver) => {
  let rig: Rig
  beforeEach(() => {
    rig = new Rig(driver)
  })
  afterEach(() => rig.release())

  it('takes bytes from the host, passes them on and gives them back, at offsets', async () => {
    const [a, b] = [rig.svm(4096), rig.svm(4096)]
    const target = new Uint8Array(500)
    const statuses = await rig.run(
      [
        [OP.SVM_MEMCPY, rig.queue, 0, 0, a, 100, 0, 0, 600],
        [OP.SVM_MEMCPY, rig.queue, 1, 0, b, 1000, a, 150, 550],
        [OP.SVM_MEMCPY, rig.queue, 2, 0, 0, 1, b, 1010, 500],
      ],
      [bytesOf(600), target],
    )
    expect(statuses).toEqual([0, 0, 0])
    expect([...target]).toEqual([...bytesOf(600).subarray(60, 560)])
  })

  it.each([100, 3_000_000])('copies %i bytes from host memory to host memory', async (size) => {
    const target = new Uint8Array(size)
    expect(await rig.run([[OP.SVM_MEMCPY, rig.queue, 0, 0, 0, 1, 0, 0, size]], [bytesOf(size), target])).toEqual([0])
    expect(Buffer.compare(target, bytesOf(size))).toBe(0)
  })

  it.each([
    ['to the last byte', 96, 32, 0],
    ['one byte beyond', 97, 32, -30],
    ['from behind the end', 129, 0, -30],
  ])('is not left by a copy: %s', async (_, offset, size, status) => {
    const [a, b] = [rig.svm(128), rig.svm(128)]
    // A copy of nothing is no command for some drivers, so the valid neighbour copies something.
    expect(await rig.run([[OP.SVM_MEMCPY, rig.queue, 0, 0, a, 0, b, offset, size]])).toEqual([status])
  })

  it('is one ArrayBuffer, the same each time', () => {
    const svm = rig.svm(256, FINE_GRAIN)
    const bytes = rig.binding.svmBytes(svm)
    expect(bytes?.byteLength).toBe(256)
    expect(rig.binding.svmBytes(svm)).toBe(bytes)
  })

  it('shows the host what a command wrote, and a command what the host wrote', async () => {
    const svm = rig.svm(256, FINE_GRAIN)
    const bytes = new Uint8Array(rig.binding.svmBytes(svm) ?? new ArrayBuffer(0))
    expect(await rig.run([[OP.SVM_MEMCPY, rig.queue, 0, 0, svm, 0, 0, 0, 256]], [bytesOf(256)])).toEqual([0])
    expect([...bytes]).toEqual([...bytesOf(256)])
    bytes.set(bytesOf(256, 2))
    const target = new Uint8Array(256)
    expect(await rig.run([[OP.SVM_MEMCPY, rig.queue, 0, 0, 0, 0, svm, 0, 256]], [target])).toEqual([0])
    expect([...target]).toEqual([...bytesOf(256, 2)])
  })

  it('detaches its ArrayBuffer when it is released, and not before', () => {
    const svm = rig.svm(256, FINE_GRAIN)
    const view = new Uint8Array(rig.binding.svmBytes(svm) ?? new ArrayBuffer(0))
    expect(view.byteLength).toBe(256)
    rig.binding.release(svm)
    expect(view.byteLength).toBe(0)
    expect(rig.binding.svmBytes(svm)).toBeUndefined()
  })

  it('can be made, shown and released a thousand times in one turn', () => {
    const before = rig.binding.live().svm
    for (let round = 0; round < 1000; round++) {
      const svm = rig.binding.svmAlloc(rig.context, FINE_GRAIN, 4096, 0)
      new Uint8Array(rig.binding.svmBytes(svm) ?? new ArrayBuffer(0)).fill(round)
      rig.binding.release(svm)
    }
    expect(rig.binding.live().svm).toBe(before)
  })
})
