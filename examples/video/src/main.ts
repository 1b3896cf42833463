import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import * as t from 'io-ts'
import { run } from './run.ts'

const manifest = t.type({ version: t.string })

const readVersion = (): string => {
  const content: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return manifest.is(content) ? content.version : 'unknown'
}

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => stop.abort(128 + constants.signals[signal]))
// Who writes there is told; the rest of the program goes on.
process.stdout.on('error', () => {})

const { exitCode, stdout, stderr } = await run(process.argv.slice(2), readVersion(), {
  standardInput: () => process.stdin,
  standardOutput: () => process.stdout,
  signal: stop.signal,
})
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
