import { Command, CommanderError } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { type Request, decodeRequest } from './request.ts'

/** A request to carry out, or a text that was asked for. */
export type CommandLine =
  | { readonly _tag: 'Carry out'; readonly request: Request }
  | { readonly _tag: 'Show'; readonly text: string }

const DESCRIPTION = `Cuts a moving window out of each frame of a video on an OpenCL device.
Reads Y4M (8 bits: mono, 420, 422, 444) or raw RGBA, one frame at a time, and writes Y4M or PNGs.`

const MORE = `
Examples:
  node examples/video/dist/main.js --demo
  ffmpeg -i in.mp4 -f yuv4mpegpipe - | node examples/video/dist/main.js - --out window.y4m
  ffmpeg -i in.mp4 -f rawvideo -pix_fmt rgba - | node examples/video/dist/main.js - --rgba 640x360 --out frames

Exit codes:
  0  the window of every frame is written
  1  the stream broke off, or the device or the output failed; the frames before are kept
  2  the arguments, the input, the output or the device did not allow a single frame; nothing is written
  130, 143  interrupted; the frames so far are kept`

const define = (version: string): Command =>
  new Command('video')
    .description(DESCRIPTION)
    .argument('[input]', 'a file; - reads standard input')
    .option('--rgba <size>', 'the input is raw RGBA in frames of this size, such as 640x360')
    .option('--rate <ratio>', 'frames in so many seconds, for raw input that is written as Y4M', '25:1')
    .option('--window <size>', 'size of the window (default: half of each side)')
    .option(
      '--out <path>',
      'a file that ends in .y4m, - for Y4M on standard output, or a folder for PNGs',
      'out/window.y4m',
    )
    .option('--in-flight <frames>', 'most frames between input and output at once', '4')
    .option('--backend <name>', 'emu: the emulator in this process; native: the OpenCL driver', 'emu')
    .option('--demo', 'paints a test video into demo.y4m beside the output and reads that', false)
    .version(version)
    .addHelpText('after', MORE)
    .showSuggestionAfterError(false)
    .exitOverride()

/** Reads the arguments after the program's name. Left: BadCommandLine or BadArgument. */
export const readCommandLine = (args: readonly string[], version: string): E.Either<Failure, CommandLine> => {
  let shown = ''
  const command = define(version).configureOutput({
    writeOut: (text) => {
      shown += text
    },
    outputError: () => {},
  })
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0
      ? E.right({ _tag: 'Show', text: shown })
      : E.left({ _tag: 'BadCommandLine', reason: error.message.replace(/^error: /, '') })
  }
  return E.map((request: Request): CommandLine => ({ _tag: 'Carry out', request }))(
    decodeRequest({ input: command.args[0], ...command.opts() }),
  )
}
