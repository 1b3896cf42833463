import { describe, expect, expectTypeOf, it } from 'vitest'
import type { CopyImageToBufferError } from '../../src/model/commands/copy-image-to-buffer.ts'
import type { SvmMemcpyError } from '../../src/model/commands/svm-memcpy.ts'

/** Compiles only while every code of the command has a case, and no other has. */
const explain = (error: CopyImageToBufferError): string => {
  switch (error._tag) {
    case 'CL_INVALID_COMMAND_QUEUE':
    case 'CL_INVALID_CONTEXT':
    case 'CL_INVALID_EVENT_WAIT_LIST':
      return 'the facts'
    case 'CL_INVALID_MEM_OBJECT':
      return 'an object'
    case 'CL_INVALID_OPERATION':
    case 'CL_INVALID_IMAGE_SIZE':
    case 'CL_IMAGE_FORMAT_NOT_SUPPORTED':
    case 'CL_MISALIGNED_SUB_BUFFER_OFFSET':
      return 'the device'
    case 'CL_INVALID_VALUE':
      return 'a number'
  }
}

describe('the error of a command', () => {
  it('is the union of the codes that it can be refused with', () => {
    expectTypeOf(explain).returns.toEqualTypeOf<string>()
    expectTypeOf<CopyImageToBufferError['_tag']>().toEqualTypeOf<
      | 'CL_INVALID_COMMAND_QUEUE'
      | 'CL_INVALID_CONTEXT'
      | 'CL_INVALID_EVENT_WAIT_LIST'
      | 'CL_INVALID_MEM_OBJECT'
      | 'CL_INVALID_OPERATION'
      | 'CL_INVALID_VALUE'
      | 'CL_INVALID_IMAGE_SIZE'
      | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
      | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
    >()
  })

  it('has no code that the command cannot give', () => {
    // @ts-expect-error a copy between an image and a buffer is never an overlap
    const wrong: CopyImageToBufferError['_tag'] = 'CL_MEM_COPY_OVERLAP'
    const control: SvmMemcpyError['_tag'] = 'CL_MEM_COPY_OVERLAP'
    expect<string>(wrong).toBe(control)
  })
})
