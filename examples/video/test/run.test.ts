import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { type Surroundings, run } from '../src/run.ts'
import { buildFile, cutByHand, makeVideo } from './build-video.ts'
import { namesIn, temporaryFolder } from './temporary-folder.ts'

const video = makeVideo(8, 6, '420', 5)
const file = buildFile(video)
const windows = buildFile(cutByHand(video, 4, 3))

const surroundings = (parts: Partial<Surroundings> = {}): Surroundings => ({
  standardInput: () => Readable.from([file]),
  standardOutput: () => new PassThrough(),
  signal: new AbortController().signal,
  ...parts,
})

/** Passes an input on, then neither bytes nor an end come. */
const stalled = (bytes: Uint8Array): PassThrough => {
  const stream = new PassThrough()
  stream.write(bytes)
  return stream
}

const start = (args: readonly string[], parts: Partial<Surroundings>): ReturnType<typeof run> =>
  run(args, '0.0.0', surroundings(parts))

test('control: a program that nothing disturbs writes all windows', async () => {
  const out = join(temporaryFolder(), 'a.y4m')
  const { exitCode, stderr } = await start(['-', '--out', out], {})
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(readFileSync(out)).toEqual(windows)
})

test('a program that is stopped while its input stalls keeps the frames so far', async () => {
  const folder = temporaryFolder()
  const out = join(folder, 'a.y4m')
  const stop = new AbortController()
  // Three frames and a half.
  const standardInput = stalled(file.subarray(0, file.length - 130))
  const ended = start(['-', '--out', out], { standardInput: () => standardInput, signal: stop.signal })
  const three = buildFile(cutByHand({ ...video, frames: video.frames.slice(0, 3) }, 4, 3))
  await vi.waitFor(() => expect(readFileSync(join(folder, `.a.y4m.${process.pid}.tmp`))).toEqual(three))
  stop.abort(143)
  expect(await ended).toMatchObject({ exitCode: 143, stderr: 'interrupted; the frames so far are kept\n' })
  expect(readFileSync(out)).toEqual(three)
  expect(namesIn(folder)).toEqual(['a.y4m'])
  expect(standardInput.destroyed).toBe(true)
})

test.each([
  ['in the header', 10],
  ['in the first frame', file.indexOf(10) + 20],
])('a program that is stopped while its input stalls %s writes nothing', async (_, length) => {
  const folder = temporaryFolder()
  const stop = new AbortController()
  const standardInput = stalled(file.subarray(0, length))
  const parts = { standardInput: () => standardInput, signal: stop.signal }
  const ended = start(['-', '--out', join(folder, 'x', 'a.y4m')], parts)
  setTimeout(() => stop.abort(130), 30)
  expect(await ended).toEqual({ exitCode: 130, stdout: '', stderr: 'interrupted; nothing was written\n' })
  expect(namesIn(folder)).toEqual([])
})

test('a program that is stopped before it starts reads nothing', async () => {
  const standardInput = vi.fn(() => Readable.from([file]))
  const parts = { standardInput, signal: AbortSignal.abort(130) }
  const ended = await start(['-', '--out', join(temporaryFolder(), 'a.y4m')], parts)
  expect(ended).toEqual({ exitCode: 130, stdout: '', stderr: 'interrupted; nothing was written\n' })
  expect(standardInput).not.toHaveBeenCalled()
})

test('an output that takes nothing holds the input back', async () => {
  let read = 0
  const one = makeVideo(4, 4, 'mono', 1)
  const [header, frame] = [buildFile({ ...one, frames: [] }), buildFile(one).subarray(-22)]
  const endless = (function* (): Generator<Uint8Array> {
    yield header
    for (;;) {
      read += 1
      yield frame
    }
  })()
  const standardInput = Readable.from(endless, { highWaterMark: 1 })
  const release: (() => void)[] = []
  const standardOutput = new Writable({ write: (_chunk, _encoding, done) => void release.push(done) })
  const stop = new AbortController()
  const ended = start(['-', '--out', '-', '--in-flight', '3'], {
    standardInput: () => standardInput,
    standardOutput: () => standardOutput,
    signal: stop.signal,
  })
  await vi.waitFor(() => expect(release).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 50))
  // One that is being written, three in flight, and what Readable holds ready.
  expect(read).toBeGreaterThan(3)
  expect(read).toBeLessThan(10)
  stop.abort(130)
  const releasing = setInterval(() => release.shift()?.(), 1)
  expect(await ended).toMatchObject({ exitCode: 130, stdout: '' })
  clearInterval(releasing)
})

test('an output that fails ends the program with what it said', async () => {
  let calls = 0
  // The header, a frame, and no more.
  const standardOutput = new Writable({
    write: (_chunk, _encoding, done) =>
      done((calls += 1) > 2 ? Object.assign(new Error('full'), { code: 'ENOSPC' }) : null),
  })
  standardOutput.on('error', () => {})
  const { exitCode, stdout, stderr } = await start(['-', '--out', '-'], { standardOutput: () => standardOutput })
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  expect(stderr).toMatch(
    /^wrote standard output: 1 frames of 4x3, [^\n]*\ncannot write to standard output: no space is left on the disk\n$/,
  )
})

test('a video on standard output has its report on standard error', async () => {
  const standardOutput = new PassThrough()
  const { exitCode, stdout, stderr } = await start(['-', '--out', '-'], { standardOutput: () => standardOutput })
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
  expect(stderr).toMatch(/^wrote standard output: 5 frames of 4x3, [\d.]+ per second, at most 4 in flight\n$/)
  expect(standardOutput.read()).toEqual(windows)
})

test('the demo is a video that the program reads', async () => {
  const folder = temporaryFolder()
  const { exitCode, stdout } = await start(['--demo', '--out', join(folder, 'x', 'a.y4m')], {})
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/a\.y4m: 90 frames of 160x90, /)
  expect(namesIn(folder)).toEqual(['x', 'x/a.y4m', 'x/demo.y4m'])
  const header = readFileSync(join(folder, 'x', 'demo.y4m'))
    .subarray(0, 45)
    .toString('latin1')
  expect(header).toBe('YUV4MPEG2 W320 H180 F30:1 Ip A1:1 C420jpeg\nFR')
})

test('the demo does not write over itself', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'demo.y4m'), 'old')
  const { exitCode, stderr } = await start(['--demo', '--out', join(folder, 'demo.y4m')], {})
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: `cannot write to ${join(folder, 'demo.y4m')}: it is the input itself\n`,
  })
})
