import { describe, expect, it } from 'vitest'
import { at, counting, host, Session } from '../support/session.ts'

describe.each([
  ['coarse', []],
  ['fine', ['SVM_FINE_GRAIN_BUFFER']],
] as const)('SvmMemcpy with %s grain', (_, flags) => {
  it('copies from host to SVM, SVM to SVM and SVM to host', () => {
    const session = new Session()
    const [first, second] = [session.svm(64, flags), session.svm(64, flags)]
    const out = new Uint8Array(6)
    session.run({ _tag: 'SvmMemcpy', dstPtr: at(first, 5), srcPtr: host(counting(9)), size: 8 })
    session.run({ _tag: 'SvmMemcpy', dstPtr: at(second, 1), srcPtr: at(first, 6), size: 5 })
    session.run({ _tag: 'SvmMemcpy', dstPtr: host(out), srcPtr: at(second, 0), size: 5 })
    expect([...out]).toEqual([0, 2, 3, 4, 5, 0])
  })

  it('copies within one allocation', () => {
    const session = new Session()
    const svm = session.svm(64, flags)
    const out = new Uint8Array(6)
    session.run({ _tag: 'SvmMemcpy', dstPtr: at(svm, 0), srcPtr: host(counting(3)), size: 3 })
    session.run({ _tag: 'SvmMemcpy', dstPtr: at(svm, 3), srcPtr: at(svm, 0), size: 3 })
    session.run({ _tag: 'SvmMemcpy', dstPtr: host(out), srcPtr: at(svm, 0), size: 6 })
    expect([...out]).toEqual([1, 2, 3, 1, 2, 3])
  })
})

describe('SvmMemcpy', () => {
  it('copies from host to host', () => {
    const out = new Uint8Array(3)
    const end = new Session().run({ _tag: 'SvmMemcpy', dstPtr: host(out), srcPtr: host(counting(3)), size: 2 })
    expect([end.status, ...out]).toEqual([0, 1, 2, 0])
  })

  it('the view of a fine-grained allocation shows what commands write, and commands read what it holds', () => {
    const session = new Session()
    const svm = session.svm(4, ['SVM_FINE_GRAIN_BUFFER'])
    const view = session.port.svmBytes(svm.handle)
    session.run({ _tag: 'SvmMemcpy', dstPtr: at(svm, 1), srcPtr: host(counting(2)), size: 2 })
    expect([...view]).toEqual([0, 1, 2, 0])
    view[3] = 7
    const out = new Uint8Array(1)
    session.run({ _tag: 'SvmMemcpy', dstPtr: host(out), srcPtr: at(svm, 3), size: 1 })
    expect([...out]).toEqual([7])
  })
})
