import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { type Request, decodeRequest } from './request.ts'

/** A request to carry out, or a text that was asked for. */
export type CommandLine =
  | { readonly _tag: 'Carry out'; readonly request: Request }
  | { readonly _tag: 'Show'; readonly text: string }

const BUNDLED_PICTURE = fileURLToPath(new URL('../../picture/lagoon.png', import.meta.url))

const DESCRIPTION = `Cuts a PNG into tiles on an OpenCL device, shuffles them in shared virtual memory and undoes it.
Writes shuffled.png and restored.png, and says whether restored equals the original byte for byte.`

const EXIT_CODES = `
Exit codes:
  0  restored equals the original
  1  it does not
  2  the arguments, the picture, the folder or the device did not allow it; nothing is written
  130, 143  interrupted; nothing is written`

const define = (version: string): Command =>
  new Command('npm start --')
    .description(DESCRIPTION)
    .argument('[picture]', 'a PNG (default: the bundled picture)')
    .option('--tile <pixels>', 'side of a tile', '64')
    .option('--seed <number>', 'picks the shuffle; the same seed gives the same picture', '1')
    .option('--out <folder>', 'where the pictures go', 'out')
    .option('--timeline <file>', 'also writes a page that shows every command, when it ran and what it waited for')
    .option('--backend <name>', 'emu: the emulator in this process; native: the OpenCL driver', 'emu')
    .version(version)
    .addHelpText('after', EXIT_CODES)
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
    decodeRequest({ picture: command.args[0] ?? BUNDLED_PICTURE, ...command.opts() }),
  )
}
