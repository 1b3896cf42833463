import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run, setting } from './program.ts'
import { namesIn } from './temporary-folder.ts'

const SLOW = { timeout: 60_000 }

describe.concurrent('the program', () => {
  const notCut = (name: string): string => `${name} is no video that can be cut: `
  test.each<readonly [readonly string[], string]>([
    [[], 'an input is missing: give a file, - for standard input, or --demo; --help lists what is allowed'],
    [['missing.y4m'], 'cannot read missing.y4m: there is no such file'],
    [['folder'], 'cannot read folder: it is a folder'],
    [['text'], `${notCut('text')}it does not begin with YUV4MPEG2`],
    [['empty.y4m'], `${notCut('empty.y4m')}it is empty`],
    [['-'], `${notCut('standard input')}it is empty`],
    [['header.y4m'], `${notCut('header.y4m')}it ends in its header`],
    [['deep.y4m'], `${notCut('deep.y4m')}its colours are C420p10; taken are 8 bits of 420, `],
    [['short.y4m'], 'short.y4m: frame 1 is cut short: 13 of 1067 bytes'],
    [['short.y4m', '--out', 'new/folder'], 'short.y4m: frame 1 is cut short: 13 of 1067 bytes'],
    [['bomb.y4m'], 'bomb.y4m has frames of 65536 x 65536 pixels, the device takes at most 16384 x 16384'],
    [['raw.rgba', '--rgba', '16x8', '--window', '17x8'], '--window: 17x8 does not fit into a frame of 16x8'],
    [['raw.rgba', '--rgba', '16'], "--rgba: '16' was given, allowed is a size in pixels such as 320x180, "],
    [['good.y4m', '--window', 'a\nb'], "--window: 'a b' was given, allowed is a size in pixels such as 320x180, "],
    [['good.y4m', '--in-flight', '0'], "--in-flight: '0' was given, allowed is a whole number from 1 to 64"],
    [['good.y4m', '--backend', 'cuda'], "--backend: 'cuda' was given, allowed is emu or native"],
    [['good.y4m', '--demo'], '--demo makes its own input, so none may be given; --help lists what is allowed'],
    [['good.y4m', '--size', '4'], "unknown option '--size'; --help lists what is allowed"],
    [['good.y4m', 'text'], 'too many arguments. Expected 1 argument but got 2.; --help lists what is allowed'],
    [['good.y4m', '--out', 'taken.y4m'], 'cannot write to taken.y4m: it is a folder'],
    [['good.y4m', '--out', 'good.y4m'], 'cannot write to good.y4m: it is the input itself'],
    [['good.y4m', '--out', 'text'], 'cannot write to text: a part of the path is no folder'],
    [['good.y4m', '--out', 'frames'], 'cannot write to frames: frame-000001.png is there already; give another folder'],
    [['good.y4m', '--out', ''], "--out: '' was given, allowed is a path"],
  ])('refuses %j with one line and exit code 2, and leaves no file', SLOW, async (args, line) => {
    const folder = setting()
    const before = namesIn(folder)
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stdout: stdout.toString() }).toEqual({ code: 2, stdout: '' })
    expect(stderr.startsWith(line), stderr).toBe(true)
    expect(stderr.indexOf('\n')).toBe(stderr.length - 1)
    expect(namesIn(folder)).toEqual(before)
  })
})

test('where no driver is found, --backend native is refused with one line and exit code 2', SLOW, async () => {
  const folder = setting()
  const before = namesIn(folder)
  const env = { OCL_ICD_VENDORS: join(folder, 'folder') }
  const { code, stdout, stderr } = await run(folder, ['--demo', '--backend', 'native'], { env })
  expect({ code, stdout: stdout.toString() }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^[^\n]*CL_PLATFORM_NOT_FOUND_KHR[^\n]*\n$/)
  expect(namesIn(folder)).toEqual(before)
})
