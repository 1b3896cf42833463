import { left, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { AnyCommand, RefusalOf } from '../../model/commands/command.ts'
import { validateBarrier } from './barrier.ts'
import type { CommandFacts } from './command-facts.ts'
import { validateCopyBuffer } from './copy-buffer.ts'
import { validateCopyBufferToImage } from './copy-buffer-to-image.ts'
import { validateCopyImageToBuffer } from './copy-image-to-buffer.ts'
import { inWords } from '../rules/in-words.ts'
import { validateMarker } from './marker.ts'
import { validateReadBuffer } from './read-buffer.ts'
import { validateReadImage } from './read-image.ts'
import { validateSvmMemcpy } from './svm-memcpy.ts'
import type { ValidCommand } from './valid-command.ts'
import { validateWriteBuffer } from './write-buffer.ts'
import { validateWriteImage } from './write-image.ts'

type Tag = AnyCommand['_tag']

const COMMANDS: Readonly<Record<Tag, true>> = {
  WriteBuffer: true,
  ReadBuffer: true,
  CopyBuffer: true,
  WriteImage: true,
  ReadImage: true,
  CopyImageToBuffer: true,
  CopyBufferToImage: true,
  SvmMemcpy: true,
  Marker: true,
  Barrier: true,
}

const tagOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { readonly _tag?: unknown })._tag : undefined

const isCommand = (value: unknown): value is AnyCommand => {
  const tag = tagOf(value)
  return typeof tag === 'string' && Object.hasOwn(COMMANDS, tag)
}

const notACommand = (value: unknown): ClError<'CL_INVALID_VALUE'> => {
  const tag = tagOf(value)
  const given = tag === undefined ? inWords(value) : `an object with _tag ${inWords(tag)}`
  return refusal(
    'CL_INVALID_VALUE',
    typeof tag === 'string' ? tag : 'enqueue',
    'command',
    `command is ${given}; its _tag must be one of ${Object.keys(COMMANDS).join(', ')}.`,
  )
}

/**
 * The rules of whichever command it is. What is no command at all, as untyped programs may pass, is CL_INVALID_VALUE
 * with the parameter 'command'.
 */
export const validateCommand =
  (facts: CommandFacts) =>
  (command: AnyCommand): Either<RefusalOf[Tag], ValidCommand> => {
    if (!isCommand(command)) return left(notACommand(command))
    switch (command._tag) {
      case 'WriteBuffer':
        return validateWriteBuffer(facts)(command)
      case 'ReadBuffer':
        return validateReadBuffer(facts)(command)
      case 'CopyBuffer':
        return validateCopyBuffer(facts)(command)
      case 'WriteImage':
        return validateWriteImage(facts)(command)
      case 'ReadImage':
        return validateReadImage(facts)(command)
      case 'CopyImageToBuffer':
        return validateCopyImageToBuffer(facts)(command)
      case 'CopyBufferToImage':
        return validateCopyBufferToImage(facts)(command)
      case 'SvmMemcpy':
        return validateSvmMemcpy(facts)(command)
      case 'Marker':
        return validateMarker(facts)(command)
      case 'Barrier':
        return validateBarrier(facts)(command)
    }
  }
