import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { MemFlags, SvmFlags } from '../../src/codec/mem-flags.ts'
import { decodeField } from '../../src/codec/mismatch.ts'
import { MEM_FLAGS } from '../../src/model/mem-flag.ts'

const MEM = `one of ${MEM_FLAGS.join(', ')}`
const HOST_PTR = 'neither of ALLOC_HOST_PTR, COPY_HOST_PTR beside USE_HOST_PTR'
const ACCESS = 'at most one of READ_WRITE, READ_ONLY, WRITE_ONLY'

describe('MemFlags', () => {
  it.each([...MEM_FLAGS])('takes %s', (flag) => {
    expect(decodeField(MemFlags, 'flags', [flag])).toEqual(right([flag]))
  })

  it('takes a copy into memory that the host allocates', () => {
    expect(decodeField(MemFlags, 'flags', ['ALLOC_HOST_PTR', 'COPY_HOST_PTR'])).toEqual(
      right(['ALLOC_HOST_PTR', 'COPY_HOST_PTR']),
    )
  })

  it.each([
    ['an unknown flag', ['READ_ONLY', 'FAST'], 'flags[1]', 'FAST', MEM],
    ['a flag of another kind', ['SVM_ATOMICS'], 'flags[0]', 'SVM_ATOMICS', MEM],
    ['a hole', Array.from({ length: 1 }), 'flags[0]', undefined, MEM],
    ['text', 'READ_ONLY', 'flags', 'READ_ONLY', 'an array of flags'],
    ['two kinds of access', ['READ_ONLY', 'WRITE_ONLY'], 'flags', 'READ_ONLY, WRITE_ONLY', ACCESS],
    [
      'two kinds of access by the host',
      ['HOST_READ_ONLY', 'HOST_NO_ACCESS'],
      'flags',
      'HOST_READ_ONLY, HOST_NO_ACCESS',
      'at most one of HOST_READ_ONLY, HOST_WRITE_ONLY, HOST_NO_ACCESS',
    ],
    [
      'memory of the host beside memory that it allocates',
      ['USE_HOST_PTR', 'ALLOC_HOST_PTR'],
      'flags',
      'USE_HOST_PTR, ALLOC_HOST_PTR',
      HOST_PTR,
    ],
    [
      'memory of the host beside a copy of it',
      ['COPY_HOST_PTR', 'USE_HOST_PTR'],
      'flags',
      'COPY_HOST_PTR, USE_HOST_PTR',
      HOST_PTR,
    ],
  ])('refuses %s: names the place, what was given, and what is allowed', (_name, input, path, given, allowed) => {
    expect(decodeField(MemFlags, 'flags', input)).toEqual(left({ path, given, allowed }))
  })
})

describe('SvmFlags', () => {
  it.each([[[]], [['READ_ONLY']], [['SVM_FINE_GRAIN_BUFFER']], [['SVM_ATOMICS', 'SVM_FINE_GRAIN_BUFFER']]])(
    'takes %j',
    (flags) => {
      expect(decodeField(SvmFlags, 'flags', flags)).toEqual(right(flags))
    },
  )

  it.each([
    ['atomics alone', ['SVM_ATOMICS'], 'SVM_ATOMICS', 'with SVM_FINE_GRAIN_BUFFER where SVM_ATOMICS is'],
    ['two kinds of access', ['READ_WRITE', 'READ_ONLY'], 'READ_WRITE, READ_ONLY', ACCESS],
  ])('refuses %s', (_name, input, given, allowed) => {
    expect(decodeField(SvmFlags, 'flags', input)).toEqual(left({ path: 'flags', given, allowed }))
  })

  it('refuses the flags that only buffers and images have', () => {
    expect(decodeField(SvmFlags, 'flags', ['ALLOC_HOST_PTR'])).toMatchObject({ left: { path: 'flags[0]' } })
  })
})
