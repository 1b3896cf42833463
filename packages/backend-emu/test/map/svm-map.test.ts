import { describe, expect, it } from 'vitest'
import { mapSvm, open } from '../support/mappings.ts'
import { at, counting, host, Session } from '../support/session.ts'

const setUp = (flags: readonly 'SVM_FINE_GRAIN_BUFFER'[]) => {
  const session = new Session({ sliceBytes: 3 })
  const svm = session.svm(8, flags)
  session.run({ _tag: 'SvmMemcpy', dstPtr: at(svm, 0), srcPtr: host(counting(8)), size: 8 })
  const read = (): number[] => {
    const out = new Uint8Array(8)
    session.run({ _tag: 'SvmMemcpy', dstPtr: host(out), srcPtr: at(svm, 0), size: 8 })
    return [...out]
  }
  return { session, svm, read }
}

describe.each([
  ['coarse', [], 0],
  ['fine', ['SVM_FINE_GRAIN_BUFFER'], 4],
] as const)('SvmMap with %s grain', (_, flags, lengthAfter) => {
  it('shows the bytes from the pointer on, without pitches, and SvmUnmap takes back what the host wrote', () => {
    const { session, svm, read } = setUp(flags)
    const { mapping, memory } = open(session, mapSvm(at(svm, 2), ['READ', 'WRITE'], 4))
    expect([...memory.bytes, memory.rowPitch, memory.slicePitch]).toEqual([3, 4, 5, 6, 0, 0])
    memory.bytes.set([70, 71])
    expect(session.run({ _tag: 'SvmUnmap', svmPtr: at(svm, 2), mapping }).status).toBe(0)
    expect(read()).toEqual([1, 2, 70, 71, 5, 6, 7, 8])
    expect(memory.bytes.length).toBe(lengthAfter)
  })
})

describe('SvmMap with fine grain', () => {
  it('shows the memory of the allocation itself', () => {
    const { session, svm } = setUp(['SVM_FINE_GRAIN_BUFFER'])
    const all = session.port.svmBytes(svm.handle)
    const { mapping, memory } = open(session, mapSvm(at(svm, 2), ['WRITE'], 4))
    expect([memory.bytes.buffer === all.buffer, memory.bytes.byteOffset - all.byteOffset]).toEqual([true, 2])
    session.port.releaseMapping(mapping)
    expect(memory.bytes.length).toBe(4)
  })
})

describe('SvmMap with coarse grain', () => {
  it('with READ alone drops what the host wrote', () => {
    const { session, svm, read } = setUp([])
    const { mapping, memory } = open(session, mapSvm(at(svm, 0), ['READ'], 8))
    memory.bytes.fill(9)
    session.run({ _tag: 'SvmUnmap', svmPtr: at(svm, 0), mapping })
    expect(read()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
