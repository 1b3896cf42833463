import { linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { checkFolder } from '../../src/files/check-folder.ts'
import { namesIn, temporaryFolder } from './temporary-folder.ts'

const setting = (): { readonly folder: string; readonly picture: string } => {
  const folder = temporaryFolder()
  const picture = join(folder, 'picture.png')
  writeFileSync(picture, 'a picture')
  return { folder, picture }
}

const refusal = (path: string, reason: string): E.Either<unknown, void> =>
  E.left({ _tag: 'UnusableFolder', path, reason })

describe('checkFolder', () => {
  test('takes a folder that is there', () => {
    const { folder, picture } = setting()
    expect(checkFolder(folder, picture, ['a'])).toEqual(E.right(undefined))
  })

  test('takes a folder that can be made, and does not make it', () => {
    const { folder, picture } = setting()
    expect(checkFolder(join(folder, 'x', 'y'), picture, ['a'])).toEqual(E.right(undefined))
    expect(namesIn(folder)).toEqual(['picture.png'])
  })

  test('takes a folder with an older file of the name', () => {
    const { folder, picture } = setting()
    writeFileSync(join(folder, 'a'), 'old')
    expect(checkFolder(folder, picture, ['a'])).toEqual(E.right(undefined))
  })

  test('refuses a file', () => {
    const { picture } = setting()
    expect(checkFolder(picture, picture, ['a'])).toEqual(refusal(picture, `${picture} is no folder`))
  })

  test('refuses a folder below a file', () => {
    const { picture } = setting()
    const below = join(picture, 'x')
    expect(E.isLeft(checkFolder(below, picture, ['a']))).toBe(true)
  })

  test('refuses to put a file where a folder is', () => {
    const { folder, picture } = setting()
    mkdirSync(join(folder, 'a'))
    expect(checkFolder(folder, picture, ['b', 'a'])).toEqual(refusal(folder, `${join(folder, 'a')} is a folder`))
  })

  test.each(['picture.png', 'link'])('refuses to overwrite the picture, by the name %s', (name) => {
    const { folder, picture } = setting()
    linkSync(picture, join(folder, 'link'))
    const reason = `${join(folder, name)} is the picture itself`
    expect(checkFolder(folder, picture, [name])).toEqual(refusal(folder, reason))
  })
})
