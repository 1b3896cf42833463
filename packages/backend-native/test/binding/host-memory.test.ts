import { afterEach, beforeEach, expect, it } from 'vitest'
import { IN_PLACE, OP, STAGED_BYTES } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

const CL_OUT_OF_HOST_MEMORY = -6

describeWithDriver('host memory of commands', (driver) => {
  let rig: Rig
  let buffer: number
  beforeEach(() => {
    rig = new Rig(driver)
    buffer = rig.buffer(2 * STAGED_BYTES)
  })
  afterEach(() => rig.release())

  const write = (slot: number, size: number, view = 0): number[] => [
    OP.WRITE_BUFFER,
    rig.queue,
    slot,
    0,
    buffer,
    0,
    size,
    view,
  ]
  const read = (slot: number, size: number, view = 0): number[] => [
    OP.READ_BUFFER,
    rig.queue,
    slot,
    0,
    buffer,
    0,
    size,
    view,
  ]
  const detach = (bytes: Uint8Array): void =>
    void structuredClone(bytes.buffer, { transfer: [bytes.buffer as ArrayBuffer] })

  it('up to the staging size is taken at submit: later changes do not show', async () => {
    const source = bytesOf(STAGED_BYTES)
    const target = new Uint8Array(STAGED_BYTES)
    rig.submit([write(0, STAGED_BYTES), read(1, STAGED_BYTES, 1)], [source, target])
    source.fill(0)
    await rig.ends(2)
    expect(Buffer.compare(target, bytesOf(STAGED_BYTES))).toBe(0)
  })

  it('up to the staging size is filled when the end is drained, not before', async () => {
    const target = new Uint8Array(64)
    rig.submit([write(0, 64), read(1, 64, 1)], [bytesOf(64), target])
    rig.untilRun(1)
    expect([...target]).toEqual([...new Uint8Array(64)])
    await rig.ends(2)
    expect([...target]).toEqual([...bytesOf(64)])
  })

  it('that is to be used in place is filled while the command runs', async () => {
    const target = new Uint8Array(64)
    rig.submit([write(0, 64), read(1, 64, IN_PLACE + 1)], [bytesOf(64), target])
    rig.untilRun(1)
    expect([...target]).toEqual([...bytesOf(64)])
    await rig.ends(2)
  })

  it('that was detached after a write was submitted is written all the same', async () => {
    const source = bytesOf(1024)
    const target = new Uint8Array(1024)
    rig.submit([write(0, 1024), read(1, 1024, 1)], [source, target])
    detach(source)
    await rig.ends(2)
    expect([...target]).toEqual([...bytesOf(1024)])
  })

  it('that was detached before its read has ended is no crash but a status', async () => {
    const [gone, there] = [new Uint8Array(1024), new Uint8Array(1024)]
    rig.submit([write(0, 1024), read(1, 1024, 1), read(2, 1024, 2)], [bytesOf(1024), gone, there])
    detach(gone)
    expect(await rig.ends(3)).toMatchObject([{ status: 0 }, { status: CL_OUT_OF_HOST_MEMORY }, { status: 0 }])
    expect([...there]).toEqual([...bytesOf(1024)])
  })

  it.each([
    ['has shrunk below the bytes read', 1023, CL_OUT_OF_HOST_MEMORY],
    ['has shrunk to the bytes read', 1024, 0],
  ])('that %s gets what fits a whole read', async (_, length, status) => {
    const Resizable = ArrayBuffer as unknown as new (
      length: number,
      options: { maxByteLength: number },
    ) => ArrayBuffer & { resize: (length: number) => void }
    const memory = new Resizable(2048, { maxByteLength: 4096 })
    rig.submit([write(0, 1024), read(1, 1024, 1)], [bytesOf(1024), new Uint8Array(memory)])
    memory.resize(length)
    expect(await rig.ends(2)).toMatchObject([{ status: 0 }, { status }])
  })

  it('that was detached before submit is refused', async () => {
    const gone = bytesOf(64)
    detach(gone)
    expect(await rig.run([write(0, 64)], [gone])).toEqual([-30])
  })

  it.each([1000, 2 * STAGED_BYTES])('may be shared between threads (%i bytes)', async (size) => {
    const [source, target] = [new SharedArrayBuffer(size), new SharedArrayBuffer(size)]
    new Uint8Array(source).set(bytesOf(size))
    const statuses = await rig.run([write(0, size), read(1, size, 1)], [new Uint8Array(source), new Uint8Array(target)])
    expect(statuses).toEqual([0, 0])
    expect(Buffer.compare(Buffer.from(target), bytesOf(size))).toBe(0)
  })

  it('is staged for 10,000 commands at once, each with its own bytes', async () => {
    const count = 10_000
    const sources = Array.from({ length: count }, (_, index) => Uint8Array.of(index & 255, index >> 8))
    const targets = sources.map(() => new Uint8Array(2))
    const commands = sources.flatMap((_, index) => [write(2 * index, 2, index), read(2 * index + 1, 2, count + index)])
    await rig.run(commands, [...sources, ...targets])
    expect(targets).toEqual(sources)
  })
})
