import { createReadStream, statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { reasonOf } from '../files/reason.ts'
import { type ByteReader, createByteReader } from './byte-reader.ts'

/** A stream of bytes that is read piece by piece. */
export interface Input {
  /** How messages call it. */
  readonly name: string
  readonly reader: ByteReader
  /** Bytes in all; undefined where nobody knows before the end. */
  readonly size: number | undefined
  /** Ends a read that waits. */
  readonly close: () => void
}

/** Stands for standard input and standard output. */
export const STANDARD_STREAM = '-'

const inputOf = (name: string, stream: Readable, size: number | undefined): Input => {
  // Who reads gets the error too; after the last read nobody needs it.
  stream.on('error', () => {})
  return { name, reader: createByteReader(stream), size, close: () => stream.destroy() }
}

/** Opens a file, a pipe or standard input. Left: UnreadableInput. */
export const openInput = (path: string, standardInput: () => Readable): E.Either<Failure, Input> => {
  if (path === STANDARD_STREAM) return E.right(inputOf('standard input', standardInput(), undefined))
  const refuse = (reason: string): E.Either<Failure, never> => E.left({ _tag: 'UnreadableInput', input: path, reason })
  const stats = E.tryCatch(() => statSync(path), reasonOf)
  if (E.isLeft(stats)) return refuse(stats.left)
  if (stats.right.isDirectory()) return refuse('it is a folder')
  return E.right(inputOf(path, createReadStream(path), stats.right.isFile() ? stats.right.size : undefined))
}

/** What reads from it gives; Left UnreadableInput for what the stream throws. */
export const tryRead = async <A>(
  input: Input,
  read: (reader: ByteReader) => Promise<A>,
): Promise<E.Either<Failure, A>> => {
  try {
    return E.right(await read(input.reader))
  } catch (error) {
    return E.left({ _tag: 'UnreadableInput', input: input.name, reason: reasonOf(error) })
  }
}
