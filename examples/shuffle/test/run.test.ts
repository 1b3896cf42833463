import { join } from 'node:path'
import { BehaviorSubject } from 'rxjs'
import { expect, test } from 'vitest'
import { run } from '../src/run.ts'
import { namesIn, temporaryFolder } from './files/temporary-folder.ts'

const interrupted = { exitCode: 130, stdout: '', stderr: 'interrupted; nothing was written\n' }

test('a program that is stopped at work ends with the code of the signal and leaves no file', async () => {
  const folder = temporaryFolder()
  const stop$ = new BehaviorSubject(0)
  setTimeout(() => stop$.next(130), 100)
  // 277,550 tiles: far more work than 100 ms.
  expect(await run(['--tile', '1', '--out', join(folder, 'out')], '0.0.0', stop$)).toEqual(interrupted)
  expect(namesIn(folder)).toEqual([])
})

test('a program that is stopped before it starts does no work', async () => {
  const folder = temporaryFolder()
  expect(await run(['--out', join(folder, 'out')], '0.0.0', new BehaviorSubject(130))).toEqual(interrupted)
  expect(namesIn(folder)).toEqual([])
})

test('control: a program that is not stopped writes its files', async () => {
  const folder = temporaryFolder()
  const { exitCode } = await run(['--out', join(folder, 'out')], '0.0.0', new BehaviorSubject(0))
  expect(exitCode).toBe(0)
  expect(namesIn(folder)).toEqual(['out', 'out/restored.png', 'out/shuffled.png'])
})
