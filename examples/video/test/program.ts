import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFile, cutByHand, makeVideo } from './build-video.ts'
import { temporaryFolder } from './temporary-folder.ts'

// These tests run the compiled program: `tsc -b` comes first.
export const program = fileURLToPath(new URL('../dist/main.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** Runs the program in a folder. `input` is sent to standard input in pieces of 999 bytes. */
export const run = async (
  cwd: string,
  args: readonly string[],
  { input = new Uint8Array(0), env = {} }: { readonly input?: Uint8Array; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> => {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, ...env } })
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  // A program that refuses its arguments reads nothing.
  child.stdin.on('error', () => {})
  for (let at = 0; at < input.length; at += 999) child.stdin.write(input.subarray(at, at + 999))
  child.stdin.end()
  await once(child, 'close')
  return { code: child.exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }
}

export const video = makeVideo(33, 21, '420jpeg', 6)
export const file = buildFile(video)
/** As much as four frames and a part of the fifth. */
export const cut = file.subarray(0, file.length - 1500)
export const raw = makeVideo(16, 8, 'rgba', 4)
export const first = (frames: number): Buffer =>
  buildFile(cutByHand({ ...video, frames: video.frames.slice(0, frames) }, 10, 7))
export const WINDOW = ['--window', '10x7']

/** A folder with a good video, broken ones, and things that are no video. */
export const setting = (): string => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'good.y4m'), file)
  writeFileSync(join(folder, 'cut.y4m'), cut)
  writeFileSync(join(folder, 'none.y4m'), buildFile({ ...video, frames: [] }))
  writeFileSync(join(folder, 'short.y4m'), file.subarray(0, file.indexOf(10) + 20))
  writeFileSync(join(folder, 'empty.y4m'), '')
  writeFileSync(join(folder, 'header.y4m'), 'YUV4MPEG2 W3')
  writeFileSync(join(folder, 'deep.y4m'), 'YUV4MPEG2 W2 H2 C420p10\n')
  writeFileSync(join(folder, 'bomb.y4m'), 'YUV4MPEG2 W65536 H65536\nFRAME\n')
  writeFileSync(join(folder, 'raw.rgba'), buildFile(raw))
  writeFileSync(join(folder, 'text'), 'no video')
  mkdirSync(join(folder, 'folder'))
  mkdirSync(join(folder, 'taken.y4m'))
  mkdirSync(join(folder, 'frames'))
  writeFileSync(join(folder, 'frames', 'frame-000001.png'), '')
  return folder
}
