import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { PNG } from 'pngjs'
import { describe, expect, test, vi } from 'vitest'
import { describeWithDriver } from '../../../packages/backend-native/test/driver.ts'
import { cutByHand, frameBytes } from './build-video.ts'
import { WINDOW, cut, file, first, program, raw, run, setting } from './program.ts'
import { namesIn, temporaryFolder } from './temporary-folder.ts'

/** The first bytes of a stream that goes on. */
const bytesFrom = async (stream: Readable, length: number): Promise<Buffer> => {
  let bytes = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => (bytes = Buffer.concat([bytes, chunk])))
  await vi.waitFor(() => expect(bytes.length).toBeGreaterThanOrEqual(length), { timeout: 30_000 })
  return bytes
}

const SLOW = { timeout: 60_000 }
const speed = (frames: number, size: string, out: string): RegExp =>
  new RegExp(`^wrote ${out}: ${frames} frames of ${size}, [\\d.]+ per second, at most 4 in flight\\n$`)

const pixelsOf = (path: string): readonly number[] => [...PNG.sync.read(readFileSync(path)).data]

describe.concurrent('the program', () => {
  test('cuts the window out of every frame of a file and exits with 0', SLOW, async () => {
    const folder = setting()
    const { code, stdout, stderr } = await run(folder, ['good.y4m', ...WINDOW, '--out', 'new/a.y4m'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.toString()).toMatch(speed(6, '10x7', 'new/a.y4m'))
    expect(readFileSync(join(folder, 'new', 'a.y4m'))).toEqual(first(6))
    expect(namesIn(join(folder, 'new'))).toEqual(['a.y4m'])
  })

  test('reads standard input and writes standard output, with the report on standard error', SLOW, async () => {
    const { code, stdout, stderr } = await run(temporaryFolder(), ['-', ...WINDOW, '--out', '-'], { input: file })
    expect(code).toBe(0)
    expect(stderr).toMatch(speed(6, '10x7', 'standard output'))
    expect(stdout).toEqual(first(6))
  })

  test('reads a file that is standard input', SLOW, async () => {
    const folder = setting()
    const input = openSync(join(folder, 'good.y4m'), 'r')
    const child = spawn(process.execPath, [program, '-', ...WINDOW, '--out', 'a.y4m'], {
      cwd: folder,
      stdio: [input, 'ignore', 'ignore'],
    })
    await once(child, 'close')
    closeSync(input)
    expect(child.exitCode).toBe(0)
    expect(readFileSync(join(folder, 'a.y4m'))).toEqual(first(6))
  })

  test('writes a PNG for each frame of raw RGBA', SLOW, async () => {
    const folder = setting()
    const args = ['raw.rgba', '--rgba', '16x8', '--window', '5x3', '--out', 'pictures']
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.toString()).toMatch(speed(4, '5x3', 'pictures'))
    const names = ['frame-000001.png', 'frame-000002.png', 'frame-000003.png', 'frame-000004.png']
    expect(namesIn(join(folder, 'pictures'))).toEqual(names)
    expect(names.map((name) => pixelsOf(join(folder, 'pictures', name)))).toEqual(
      cutByHand(raw, 5, 3).frames.map((frame) => [...frameBytes(frame)]),
    )
  })

  test('writes raw RGBA as Y4M with full chroma at the rate that is given', SLOW, async () => {
    const folder = setting()
    const args = ['raw.rgba', '--rgba', '16x8', '--window', '5x3', '--rate', '24000:1001', '--out', 'a.y4m']
    expect((await run(folder, args)).code).toBe(0)
    const header = 'YUV4MPEG2 W5 H3 F24000:1001 Ip A1:1 C444\n'
    const written = readFileSync(join(folder, 'a.y4m'))
    expect(written.toString('latin1').startsWith(header)).toBe(true)
    expect(written).toHaveLength(header.length + 4 * (6 + 3 * 15))
  })

  test('writes the header alone for a video without frames', SLOW, async () => {
    const folder = setting()
    const { code, stdout, stderr } = await run(folder, ['none.y4m', ...WINDOW, '--out', 'a.y4m'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.toString()).toMatch(speed(0, '10x7', 'a.y4m'))
    expect(readFileSync(join(folder, 'a.y4m'))).toEqual(first(0))
  })

  test.each([
    ['a file', 'cut.y4m', 'cut.y4m'],
    ['standard input', '-', 'standard input'],
  ])('keeps the complete frames of %s that is cut short and exits with 1', SLOW, async (_, from, name) => {
    const folder = setting()
    const { code, stdout, stderr } = await run(folder, [from, ...WINDOW, '--out', 'a.y4m'], { input: cut })
    const [size, rest] = [33 * 21 + 2 * 17 * 11, 33 * 21 + 2 * 17 * 11 - (1500 - (6 + 33 * 21 + 2 * 17 * 11))]
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${name}: frame 5 is cut short: ${rest} of ${size} bytes\n` })
    expect(stdout.toString()).toMatch(speed(4, '10x7', 'a.y4m'))
    expect(readFileSync(join(folder, 'a.y4m'))).toEqual(first(4))
  })

  test('keeps the complete PNGs of a stream that is cut short', SLOW, async () => {
    const folder = setting()
    expect((await run(folder, ['cut.y4m', ...WINDOW, '--out', 'new'])).code).toBe(1)
    expect(namesIn(join(folder, 'new'))).toEqual([1, 2, 3, 4].map((frame) => `frame-00000${frame}.png`))
  })

  test('ends at a frame that does not begin where it should, and keeps those before', SLOW, async () => {
    const folder = setting()
    const input = Buffer.concat([cut.subarray(0, cut.lastIndexOf('FRAME')), Buffer.from('FRAME'), file])
    const { code, stderr } = await run(folder, ['-', ...WINDOW, '--out', 'a.y4m'], { input })
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'standard input: frame 5 does not begin with a line FRAME\n',
    })
    expect(readFileSync(join(folder, 'a.y4m'))).toEqual(first(4))
  })

  test('stops at a signal, keeps the frames so far and exits with its code', SLOW, async () => {
    const folder = temporaryFolder()
    const child = spawn(process.execPath, [program, '-', ...WINDOW, '--out', '-'], { cwd: folder })
    const stderr: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    // The input goes on, so the program ends for no other reason.
    child.stdin.write(cut)
    const written = await bytesFrom(child.stdout, first(4).length)
    child.kill('SIGTERM')
    await once(child, 'close')
    expect(child.exitCode).toBe(143)
    expect(written).toEqual(first(4))
    expect(Buffer.concat(stderr).toString()).toMatch(/in flight\ninterrupted; the frames so far are kept\n$/)
  })

  test('ends where the reader of its output has gone', SLOW, async () => {
    const child = spawn(process.execPath, [program, '-', ...WINDOW, '--out', '-'], { cwd: temporaryFolder() })
    const stderr: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.stdin.on('error', () => {})
    child.stdin.write(cut)
    await bytesFrom(child.stdout, first(4).length)
    child.stdout.destroy()
    const sending = setInterval(() => child.stdin.write(file.subarray(-file.length + file.indexOf(10) + 1)), 1)
    await once(child, 'close')
    clearInterval(sending)
    expect(child.exitCode).toBe(1)
    expect(Buffer.concat(stderr).toString()).toMatch(/\ncannot write to standard output: who read it has gone\n$/)
  })

  test.each([
    [['--help'], /^Usage: video \[options\] \[input\]/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ] as const)('answers %s on stdout and exits with 0', SLOW, async (args, said) => {
    const folder = temporaryFolder()
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.toString()).toMatch(said)
    expect(namesIn(folder)).toEqual([])
  })
})

describeWithDriver('with --backend native, the program', () => {
  test('writes what it writes on the emulator', SLOW, async () => {
    const folder = setting()
    const { code, stderr } = await run(folder, ['good.y4m', ...WINDOW, '--out', 'a.y4m', '--backend', 'native'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(readFileSync(join(folder, 'a.y4m'))).toEqual(first(6))
  })
})
