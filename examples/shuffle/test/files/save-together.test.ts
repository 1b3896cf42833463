import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { saveTogether } from '../../src/files/save-together.ts'
import { namesIn, temporaryFolder } from './temporary-folder.ts'

const file = (folder: string, name: string) => ({ folder, name, bytes: Buffer.from(`new ${name}`) })
const files = (folder: string) => [file(folder, 'a'), file(folder, 'b')]
/** A name that no file system takes, so that writing the second file fails. */
const unwritable = (folder: string) => [file(folder, 'a'), file(folder, 'b'.repeat(300))]

describe('saveTogether', () => {
  test('writes all files and nothing else', () => {
    const folder = temporaryFolder()
    expect(saveTogether(files(folder))).toEqual(E.right([join(folder, 'a'), join(folder, 'b')]))
    expect(namesIn(folder)).toEqual(['a', 'b'])
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('new b')
  })

  test('makes the folder and those above it', () => {
    const folder = temporaryFolder()
    expect(E.isRight(saveTogether(files(join(folder, 'x', 'y'))))).toBe(true)
    expect(namesIn(folder)).toEqual(['x', 'x/y', 'x/y/a', 'x/y/b'])
  })

  test('writes files of several folders, one within another', () => {
    const folder = temporaryFolder()
    const inner = join(folder, 'x', 'y')
    expect(saveTogether([file(join(folder, 'x'), 'a'), file(inner, 'b')])).toEqual(
      E.right([join(folder, 'x', 'a'), join(inner, 'b')]),
    )
    expect(namesIn(folder)).toEqual(['x', 'x/a', 'x/y', 'x/y/b'])
  })

  test('leaves nothing in any folder when a file of one cannot be written, and names that folder', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    const below = join(folder, 'file', 'z')
    expect(saveTogether([...files(join(folder, 'x')), file(below, 'c')])).toMatchObject(
      E.left({ _tag: 'UnusableFolder', path: below }),
    )
    expect(namesIn(folder)).toEqual(['file'])
  })

  test('replaces files that are there', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'old a')
    saveTogether(files(folder))
    expect(namesIn(folder)).toEqual(['a', 'b'])
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new a')
  })

  test('leaves nothing behind when a file cannot be written, not even the folder', () => {
    const folder = temporaryFolder()
    expect(saveTogether(unwritable(join(folder, 'x', 'y')))).toEqual(
      E.left({ _tag: 'UnusableFolder', path: join(folder, 'x', 'y'), reason: 'the name is too long' }),
    )
    expect(namesIn(folder)).toEqual([])
  })

  // Node's recursive mkdir never comes back from there.
  test.runIf(process.platform === 'linux')('ends where the system makes no folders', () => {
    expect(saveTogether([file('/proc/rxcl/out', 'a')])).toEqual(
      E.left({ _tag: 'UnusableFolder', path: '/proc/rxcl/out', reason: 'there is no such file' }),
    )
  })

  test('keeps old files when a file cannot be written', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'old a')
    saveTogether(unwritable(folder))
    expect(namesIn(folder)).toEqual(['a'])
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old a')
  })

  test('puts an old file back when a later one cannot be put in its place', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'old a')
    mkdirSync(join(folder, 'b'))
    writeFileSync(join(folder, 'b', 'c'), 'in a folder')
    expect(saveTogether(files(folder))).toEqual(
      E.left({ _tag: 'UnusableFolder', path: folder, reason: `${join(folder, 'b')} is a folder` }),
    )
    expect(namesIn(folder)).toEqual(['a', 'b', 'b/c'])
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old a')
  })
})
