import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { PNG } from 'pngjs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test, vi } from 'vitest'
import type { Failure } from '../../src/failure.ts'
import { openOutput } from '../../src/output/open-output.ts'
import { openY4mFile } from '../../src/output/open-y4m-file.ts'
import type { Output } from '../../src/output/output.ts'
import type { Frame, VideoFormat } from '../../src/video/video-format.ts'
import { namesIn, temporaryFolder } from '../temporary-folder.ts'

const mono: VideoFormat = {
  width: 2,
  height: 1,
  sampling: 'mono',
  isInterlaced: false,
  isFullRange: true,
  parameters: ['F5:1', 'Cmono'],
}
const HEADER = 'YUV4MPEG2 W2 H1 F5:1 Cmono\n'
const frame = (text: string, parameters = ''): Frame => ({ bytes: Buffer.from(text), parameters })

const open = (path: string, format = mono, stream: Writable = new PassThrough()): Promise<E.Either<Failure, Output>> =>
  openOutput(path, 'no such input', format, () => stream)

const opened = async (path: string, format = mono, stream: Writable = new PassThrough()): Promise<Output> => {
  const output = await open(path, format, stream)
  if (E.isLeft(output)) throw new Error(output.left._tag)
  return output.right
}

/** A frame that fails while it is written. */
const broken: Frame = {
  get bytes(): Uint8Array {
    throw new Error('no such bytes')
  },
  parameters: '',
}

describe('a Y4M file', () => {
  test('has the header and the frames in order, and the folders above it are made', async () => {
    const folder = temporaryFolder()
    const output = await opened(join(folder, 'x', 'a.y4m'))
    await output.write(frame('ab'))
    await output.write(frame('cd', ' Ip'))
    await output.keep()
    expect(readFileSync(join(folder, 'x', 'a.y4m'), 'latin1')).toBe(`${HEADER}FRAME\nabFRAME Ip\ncd`)
    expect(namesIn(folder)).toEqual(['x', 'x/a.y4m'])
  })

  test('does not have its name before it is kept', async () => {
    const folder = temporaryFolder()
    const output = await opened(join(folder, 'a.y4m'))
    await output.write(frame('ab'))
    expect(namesIn(folder)).toEqual([`.a.y4m.${process.pid}.tmp`])
    await output.keep()
    expect(namesIn(folder)).toEqual(['a.y4m'])
  })

  test('ends behind the last whole frame when the next one fails', async () => {
    const path = join(temporaryFolder(), 'a.y4m')
    const output = await opened(path)
    await output.write(frame('ab'))
    await expect(output.write(broken)).rejects.toThrow('no such bytes')
    await output.keep()
    expect(readFileSync(path, 'latin1')).toBe(`${HEADER}FRAME\nab`)
  })

  test('has its header alone where there are no frames', async () => {
    const path = join(temporaryFolder(), 'a.y4m')
    await (await opened(path)).keep()
    expect(readFileSync(path, 'latin1')).toBe(HEADER)
  })

  test('takes the place of an old one when it is kept', async () => {
    const path = join(temporaryFolder(), 'a.y4m')
    writeFileSync(path, 'old')
    const output = await opened(path)
    expect(readFileSync(path, 'utf8')).toBe('old')
    await output.keep()
    expect(readFileSync(path, 'utf8')).toBe(HEADER)
  })

  test('leaves everything as it was when it is discarded', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.y4m'), 'old')
    await (await opened(join(folder, 'a.y4m'))).discard()
    await (await opened(join(folder, 'x', 'y', 'a.y4m'))).discard()
    expect(namesIn(folder)).toEqual(['a.y4m'])
    expect(readFileSync(join(folder, 'a.y4m'), 'utf8')).toBe('old')
  })

  test.each([
    ['folder.y4m', 'it is a folder'],
    ['file/a.y4m', 'a part of the path is no folder'],
    [`${'a'.repeat(300)}.y4m`, 'the name is too long'],
  ])('is refused at %s', async (name, reason) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder.y4m'))
    writeFileSync(join(folder, 'file'), '')
    const path = join(folder, name)
    expect(await open(path)).toEqual(E.left({ _tag: 'UnusableOutput', output: path, reason }))
    expect(namesIn(folder)).toEqual(['file', 'folder.y4m'])
  })

  test('is refused where it is the input, and control: not beside it', async () => {
    const folder = temporaryFolder()
    const [input, other] = [join(folder, 'in.y4m'), join(folder, 'out.y4m')]
    for (const path of [input, other]) writeFileSync(path, HEADER)
    const stream = (): Writable => new PassThrough()
    expect(await openOutput(input, input, mono, stream)).toEqual(
      E.left({ _tag: 'UnusableOutput', output: input, reason: 'it is the input itself' }),
    )
    expect(await openOutput(other, input, mono, stream)).toMatchObject(E.right({ name: other }))
  })

  test('is refused where something that is no file has its name', async () => {
    // Not through openOutput, because the device has no name that ends in .y4m.
    const reason = 'it is not a regular file; - writes to standard output'
    await expect(openY4mFile('/dev/null', 'no such input', mono)).rejects.toThrow(reason)
  })
})

describe('a folder of PNGs', () => {
  test('has a file for each frame', async () => {
    const folder = temporaryFolder()
    const output = await opened(join(folder, 'x', 'y'))
    await output.write(frame('\x07\x08'))
    await output.write(frame('\x09\x0a'))
    await output.keep()
    expect(namesIn(join(folder, 'x', 'y'))).toEqual(['frame-000001.png', 'frame-000002.png'])
    const png = PNG.sync.read(readFileSync(join(folder, 'x', 'y', 'frame-000002.png')))
    expect([png.width, png.height, [...png.data]]).toEqual([2, 1, [9, 9, 9, 255, 10, 10, 10, 255]])
  })

  test('has no part of a frame that fails', async () => {
    const folder = temporaryFolder()
    const output = await opened(folder)
    await output.write(frame('ab'))
    await expect(output.write(broken)).rejects.toThrow('no such bytes')
    expect(namesIn(folder)).toEqual(['frame-000001.png'])
  })

  test('goes again when it is discarded, and one that was there stays', async () => {
    const folder = temporaryFolder()
    await (await opened(join(folder, 'x', 'y'))).discard()
    expect(namesIn(folder)).toEqual([])
    mkdirSync(join(folder, 'x'))
    await (await opened(join(folder, 'x'))).discard()
    expect(namesIn(folder)).toEqual(['x'])
  })

  test('is refused where frames are already, and control: not where other files are', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'frame-a.png'), '')
    expect(E.isRight(await open(folder))).toBe(true)
    writeFileSync(join(folder, 'frame-000009.png'), '')
    const reason = 'frame-000009.png is there already; give another folder'
    expect(await open(folder)).toEqual(E.left({ _tag: 'UnusableOutput', output: folder, reason }))
  })

  test('is refused where a file has its name', async () => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, '')
    const reason = 'a part of the path is no folder'
    expect(await open(path)).toEqual(E.left({ _tag: 'UnusableOutput', output: path, reason }))
  })
})

describe('standard output', () => {
  test('gets the header with the first frame', async () => {
    const stream = new PassThrough()
    const output = await opened('-', mono, stream)
    expect(stream.read()).toBeNull()
    await output.write(frame('ab'))
    await output.write(frame('cd'))
    await output.keep()
    expect(String(stream.read())).toBe(`${HEADER}FRAME\nabFRAME\ncd`)
  })

  test('gets the header alone where there are no frames, and nothing at all when discarded', async () => {
    const [kept, discarded] = [new PassThrough(), new PassThrough()]
    await (await opened('-', mono, kept)).keep()
    await (await opened('-', mono, discarded)).discard()
    expect(String(kept.read())).toBe(HEADER)
    expect(discarded.read()).toBeNull()
  })

  test('takes a frame only when the one before has left', async () => {
    const release: (() => void)[] = []
    const stream = new Writable({ write: (_chunk, _encoding, done) => void release.push(done) })
    const output = await opened('-', mono, stream)
    const written = vi.fn()
    const writing = output.write(frame('ab')).then(written)
    await new Promise(setImmediate)
    expect(written).not.toHaveBeenCalled()
    const releasing = setInterval(() => release.shift()?.(), 1)
    await writing
    clearInterval(releasing)
  })

  test('gives three whole planes for RGBA', async () => {
    const stream = new PassThrough()
    const output = await opened('-', { ...mono, width: 1, sampling: 'rgba', parameters: ['C444'] }, stream)
    await output.write({ bytes: Uint8Array.of(255, 0, 0, 9), parameters: '' })
    expect(stream.read()).toEqual(Buffer.concat([Buffer.from('YUV4MPEG2 W1 H1 C444\nFRAME\n'), Buffer.of(81, 90, 240)]))
  })
})
