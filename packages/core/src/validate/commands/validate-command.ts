import { left, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { AnyCommand, RefusalOf } from '../../model/commands/command.ts'
import { inWords } from '../rules/in-words.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidCommand } from './valid-command.ts'
import { validateBarrier } from './barrier.ts'
import { validateCopyBuffer } from './copy-buffer.ts'
import { validateCopyBufferRect } from './copy-buffer-rect.ts'
import { validateCopyBufferToImage } from './copy-buffer-to-image.ts'
import { validateCopyImage } from './copy-image.ts'
import { validateCopyImageToBuffer } from './copy-image-to-buffer.ts'
import { validateFillBuffer } from './fill-buffer.ts'
import { validateFillImage } from './fill-image.ts'
import { validateMapBuffer } from './map-buffer.ts'
import { validateMapImage } from './map-image.ts'
import { validateMarker } from './marker.ts'
import { validateMigrateMemObjects } from './migrate-mem-objects.ts'
import { validateReadBuffer } from './read-buffer.ts'
import { validateReadBufferRect } from './read-buffer-rect.ts'
import { validateReadImage } from './read-image.ts'
import { validateSvmFree } from './svm-free.ts'
import { validateSvmMap } from './svm-map.ts'
import { validateSvmMemFill } from './svm-mem-fill.ts'
import { validateSvmMemcpy } from './svm-memcpy.ts'
import { validateSvmMigrateMem } from './svm-migrate-mem.ts'
import { validateSvmUnmap } from './svm-unmap.ts'
import { validateUnmapMemObject } from './unmap-mem-object.ts'
import { validateWriteBuffer } from './write-buffer.ts'
import { validateWriteBufferRect } from './write-buffer-rect.ts'
import { validateWriteImage } from './write-image.ts'

type Tag = AnyCommand['_tag']

const COMMANDS: Readonly<Record<Tag, true>> = {
  WriteBuffer: true,
  ReadBuffer: true,
  CopyBuffer: true,
  WriteBufferRect: true,
  ReadBufferRect: true,
  CopyBufferRect: true,
  FillBuffer: true,
  WriteImage: true,
  ReadImage: true,
  CopyImage: true,
  FillImage: true,
  CopyImageToBuffer: true,
  CopyBufferToImage: true,
  MapBuffer: true,
  MapImage: true,
  UnmapMemObject: true,
  MigrateMemObjects: true,
  SvmMemcpy: true,
  SvmMemFill: true,
  SvmMap: true,
  SvmUnmap: true,
  SvmMigrateMem: true,
  SvmFree: true,
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
      case 'WriteBufferRect':
        return validateWriteBufferRect(facts)(command)
      case 'ReadBufferRect':
        return validateReadBufferRect(facts)(command)
      case 'CopyBufferRect':
        return validateCopyBufferRect(facts)(command)
      case 'FillBuffer':
        return validateFillBuffer(facts)(command)
      case 'WriteImage':
        return validateWriteImage(facts)(command)
      case 'ReadImage':
        return validateReadImage(facts)(command)
      case 'CopyImage':
        return validateCopyImage(facts)(command)
      case 'FillImage':
        return validateFillImage(facts)(command)
      case 'CopyImageToBuffer':
        return validateCopyImageToBuffer(facts)(command)
      case 'CopyBufferToImage':
        return validateCopyBufferToImage(facts)(command)
      case 'MapBuffer':
        return validateMapBuffer(facts)(command)
      case 'MapImage':
        return validateMapImage(facts)(command)
      case 'UnmapMemObject':
        return validateUnmapMemObject(facts)(command)
      case 'MigrateMemObjects':
        return validateMigrateMemObjects(facts)(command)
      case 'SvmMemcpy':
        return validateSvmMemcpy(facts)(command)
      case 'SvmMemFill':
        return validateSvmMemFill(facts)(command)
      case 'SvmMap':
        return validateSvmMap(facts)(command)
      case 'SvmUnmap':
        return validateSvmUnmap(facts)(command)
      case 'SvmMigrateMem':
        return validateSvmMigrateMem(facts)(command)
      case 'SvmFree':
        return validateSvmFree(facts)(command)
      case 'Marker':
        return validateMarker(facts)(command)
      case 'Barrier':
        return validateBarrier(facts)(command)
    }
  }
