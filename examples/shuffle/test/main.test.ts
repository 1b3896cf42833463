import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { describeWithDriver } from '../../../packages/backend-native/test/driver.ts'
import { namesIn, temporaryFolder } from './files/temporary-folder.ts'
import { buildPng, header, SIGNATURE } from './png/build-png.ts'

// These tests run the compiled program: `tsc -b` comes first.
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url))

interface Ended {
  readonly code: number | string | null | undefined
  readonly stdout: string
  readonly stderr: string
}

const run = (cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    )
  })

const samples = Array.from({ length: 11 * 7 }, (_, index) => index)
const grey = { width: 11, height: 7, depth: 8, colourType: 0, samples }

/** A folder with a good picture, a file that is none, an empty folder, and broken pictures. */
const setting = (): string => {
  const folder = temporaryFolder()
  const good = buildPng(grey)
  writeFileSync(join(folder, 'good.png'), good)
  writeFileSync(join(folder, 'text.png'), 'no picture')
  writeFileSync(join(folder, 'cut.png'), good.subarray(0, good.length - 20))
  writeFileSync(join(folder, 'corrupt.png'), good.fill(0, 45, 50))
  writeFileSync(
    join(folder, 'bomb.png'),
    Buffer.concat([SIGNATURE, header({ ...grey, width: 2 ** 30 }), buildPng(grey).subarray(33)]),
  )
  writeFileSync(join(folder, 'shuffled.png'), buildPng(grey))
  mkdirSync(join(folder, 'taken', 'restored.png'), { recursive: true })
  mkdirSync(join(folder, 'folder'))
  return folder
}

const SLOW = { timeout: 60_000 }

describe.concurrent('the program', () => {
  test('shuffles and restores, says so and exits with 0', SLOW, async () => {
    const folder = setting()
    const { code, stdout, stderr } = await run(folder, ['good.png', '--tile', '3', '--seed', '7', '--out', 'new/out'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const verdict = 'restored equals the original, compared byte for byte (308 bytes, 12 tiles)\n'
    expect(stdout).toContain(`wrote new/out/shuffled.png\nwrote new/out/restored.png\n${verdict}`)
    expect(stdout).toMatch(/CopyImageToBuffer +│ +24 │ +616 │ +[\d.]+ ms/)
    expect(namesIn(join(folder, 'new', 'out'))).toEqual(['restored.png', 'shuffled.png'])
  })

  test('writes the same picture for the same seed and another for another', SLOW, async () => {
    const folder = setting()
    const shuffled = async (seed: string, out: string): Promise<Buffer> => {
      await run(folder, ['good.png', '--tile', '2', '--seed', seed, '--out', out])
      return readFileSync(join(folder, out, 'shuffled.png'))
    }
    const first = await shuffled('1', 'a')
    expect((await shuffled('1', 'b')).equals(first)).toBe(true)
    expect((await shuffled('2', 'c')).equals(first)).toBe(false)
  })

  test('takes the bundled picture and writes to out unless told otherwise', SLOW, async () => {
    const folder = temporaryFolder()
    const { code, stdout } = await run(folder, [])
    expect(code).toBe(0)
    expect(stdout).toContain('wrote out/shuffled.png')
    expect(namesIn(folder)).toEqual(['out', 'out/restored.png', 'out/shuffled.png'])
  })

  test('draws its commands on a page with --timeline', SLOW, async () => {
    const folder = setting()
    const args = ['good.png', '--tile', '3', '--timeline', 'new/page.html']
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('wrote out/restored.png\nwrote new/page.html\n')
    expect(namesIn(join(folder, 'new'))).toEqual(['page.html'])
    const page = readFileSync(join(folder, 'new', 'page.html'), 'utf8')
    // 24 tiles of eight commands, one write and two reads of the whole picture.
    expect(page).toContain('<dt>Commands</dt><dd>171</dd><dd class="remark">none failed</dd>')
    expect(page).toContain('"command":"CopyImageToBuffer"')
  })

  test.each([
    [['--help'], /^Usage: npm start -- \[options\] \[picture\]/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ] as const)('answers %s on stdout and exits with 0', SLOW, async (args, answer) => {
    const folder = temporaryFolder()
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(answer)
    expect(namesIn(folder)).toEqual([])
  })

  const tile = 'allowed is a whole number from 1 to 65536'
  test.each<readonly [readonly string[], string]>([
    [['missing.png'], 'cannot read missing.png: there is no such file'],
    [['folder'], 'cannot read folder: it is a folder'],
    [['/dev/null'], 'cannot read /dev/null: it is not a regular file'],
    [['text.png'], 'cannot read text.png: it is not a PNG'],
    [['cut.png'], 'cannot read cut.png: it is no valid PNG: the file ends too early'],
    [['corrupt.png'], 'cannot read corrupt.png: it is no valid PNG: the checksum of a chunk IDAT is wrong'],
    [['bomb.png'], 'bomb.png has 1073741824 x 7 pixels, the device takes at most 16384 x 16384'],
    [['good.png', '--tile', '0'], `--tile: '0' was given, ${tile}`],
    [['good.png', '--tile', '-1'], `--tile: '-1' was given, ${tile}`],
    [['good.png', '--tile', '1.5'], `--tile: '1.5' was given, ${tile}`],
    [['good.png', '--tile', 'abc'], `--tile: 'abc' was given, ${tile}`],
    [['good.png', '--tile', 'a\nb'], `--tile: 'a b' was given, ${tile}`],
    [
      ['good.png', '--tile', '11'],
      '--tile: 11 cuts the 11 x 7 picture into tiles of which no two have the same size, so there is nothing to exchange; give a smaller tile',
    ],
    [['good.png', '--seed', 'x'], "--seed: 'x' was given, allowed is a whole number from 0 to 4294967295"],
    [['good.png', '--backend', 'cuda'], "--backend: 'cuda' was given, allowed is emu or native"],
    [['good.png', '--tiles', '4'], "unknown option '--tiles'; --help lists what is allowed"],
    [['good.png', '--tile'], "option '--tile <pixels>' argument missing; --help lists what is allowed"],
    [['good.png', 'text.png'], 'too many arguments. Expected 1 argument but got 2.; --help lists what is allowed'],
    [['good.png', '--tile', '2', '--out', 'text.png'], 'cannot write to text.png: '],
    [['good.png', '--tile', '2', '--out', 'text.png/x'], 'cannot write to text.png/x: '],
    [['good.png', '--tile', '2', '--out', 'taken'], 'cannot write to taken: taken/restored.png is a folder'],
    [['shuffled.png', '--tile', '2', '--out', '.'], 'cannot write to .: shuffled.png is the picture itself'],
    [['good.png', '--tile', '2', '--timeline', 'text.png/x'], 'cannot write to text.png: '],
    [['good.png', '--tile', '2', '--timeline', 'folder'], 'cannot write to .: folder is a folder'],
    [['good.png', '--tile', '2', '--timeline', 'good.png'], 'cannot write to .: good.png is the picture itself'],
    [
      ['good.png', '--tile', '2', '--timeline', 'out/../out/shuffled.png'],
      "--timeline: 'out/../out/shuffled.png' was given, allowed is a path that no picture has",
    ],
    [['good.png', '--timeline', ''], "--timeline: '' was given, allowed is a path"],
    [['good.png', '--tile', '2', '--out', ''], "--out: '' was given, allowed is a path"],
  ])('refuses %j with one line and exit code 2, and leaves no file', SLOW, async (args, line) => {
    const folder = setting()
    const before = namesIn(folder)
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.startsWith(line), stderr).toBe(true)
    expect(stderr.indexOf('\n')).toBe(stderr.length - 1)
    expect(namesIn(folder)).toEqual(before)
  })
})

describeWithDriver('with --backend native, the program', () => {
  test('shuffles and restores as it does on the emulator', SLOW, async () => {
    const folder = setting()
    const args = ['good.png', '--tile', '3', '--seed', '7']
    const { code, stdout, stderr } = await run(folder, [...args, '--out', 'native', '--backend', 'native'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('restored equals the original, compared byte for byte (308 bytes, 12 tiles)\n')
    await run(folder, [...args, '--out', 'emu'])
    const shuffled = (out: string): Buffer => readFileSync(join(folder, out, 'shuffled.png'))
    expect(shuffled('native').equals(shuffled('emu'))).toBe(true)
  })
})

test('where no driver is found, --backend native is refused with one line and exit code 2', SLOW, async () => {
  const folder = setting()
  const before = namesIn(folder)
  const env = { OCL_ICD_VENDORS: join(folder, 'folder') }
  const { code, stdout, stderr } = await run(folder, ['good.png', '--backend', 'native'], env)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^[^\n]*CL_PLATFORM_NOT_FOUND_KHR[^\n]*\n$/)
  expect(namesIn(folder)).toEqual(before)
})
