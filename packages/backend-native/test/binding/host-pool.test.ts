import { expect, it, vi } from 'vitest'
import { describeWithDriver } from '../driver.ts'
import { Rig } from './rig.ts'
import { ran, runProgram } from './run-program.ts'

vi.setConfig({ testTimeout: 60_000 })

const MIB = 1 << 20
const READ_BUFFER = 2
const WRITE_BUFFER = 1
const GC = ['--expose-gc']

describeWithDriver('memory lent for results', (driver) => {
  const lent = (size: number): Uint8Array => {
    const buffer = driver.binding.hostMemory(size)
    if (buffer === undefined) throw new Error(`nothing is lent for ${size} bytes`)
    return new Uint8Array(buffer)
  }

  it.each([1, MIB, 3 * MIB + 5])('has the size asked for: %i bytes', (size) => {
    const bytes = lent(size)
    expect(bytes).toHaveLength(size)
    bytes.fill(1)
    expect(bytes[size - 1]).toBe(1)
  })

  it.each([0, -1, 1.5, 2 ** 40, Number.NaN])('is not lent for %d bytes', (size) => {
    expect(driver.binding.hostMemory(size)).toBeUndefined()
  })

  it('takes what the driver reads', async () => {
    const rig = new Rig(driver)
    const on = rig.buffer(3 * MIB)
    const source = new Uint8Array(3 * MIB).fill(5)
    const target = lent(3 * MIB)
    const commands = [
      [WRITE_BUFFER, rig.queue, 0, 0, on, 0, source.length, 0],
      [READ_BUFFER, rig.queue, 1, 0, on, 0, source.length, 1],
    ]
    expect(await rig.run(commands, [source, target])).toEqual([0, 0])
    expect(Buffer.compare(target, source)).toBe(0)
    rig.release()
  })

  it('stays with the sender when it is transferred: it is cloned, or refused, by the version of Node', () => {
    const bytes = lent(2 * MIB).fill(7)
    let copy: Uint8Array | undefined
    let refusal: unknown
    try {
      copy = structuredClone(bytes, { transfer: [bytes.buffer as ArrayBuffer] })
    } catch (error) {
      refusal = error
    }
    expect(bytes).toHaveLength(2 * MIB)
    expect(copy?.length ?? (refusal as DOMException).name).toBe(copy === undefined ? 'DataCloneError' : 2 * MIB)
    expect(copy?.[MIB] ?? 7).toBe(7)
  })

  it('is lent again when nothing refers to the array, and not while a view does', async () => {
    expect(await runProgram('pool', ['reuse'], GC)).toEqual(ran('kept 3, again true\n'))
  })

  it('goes back to the system when it has not been used for some seconds', async () => {
    expect(await runProgram('pool', ['idle'], GC)).toEqual(ran('given back\n'))
  })

  it('goes back to the system at once beyond 256 MiB', async () => {
    expect(await runProgram('pool', ['budget'], GC)).toEqual(ran('given back\n'))
  })

  it('is lent up to 1 GiB in a turn, however much of it is dropped', async () => {
    expect(await runProgram('pool', ['one-turn'], GC)).toEqual(ran('lent 16, then none, later some\n'))
  })

  it('is not lent twice: 200 results that are kept differ', async () => {
    expect(await runProgram('pool-reads', ['kept'], GC)).toEqual(ran('200 results, 0 spoilt\n'))
  })

  it('takes 10,000 results of 1 MiB, one after the other, without growth', async () => {
    expect(await runProgram('pool-reads', ['many'], GC)).toEqual(ran('10000 results, 0 spoilt, flat\n'))
  })

  it.each(['exit', 'throw'])('may be out while the driver writes it and the process ends by %s', async (way) => {
    const { end, stdout } = await runProgram('pool-ends', [way], GC)
    expect({ end, stdout }).toEqual({ end: way === 'exit' ? 7 : 1, stdout: 'busy\n' })
  })

  it('may be out while the driver writes it and its worker is terminated, eight times', async () => {
    expect(await runProgram('pool-ends', ['workers'], GC)).toEqual(ran('8 terminated, flat\n'))
  })
})
