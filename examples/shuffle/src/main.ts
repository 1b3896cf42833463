import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import * as t from 'io-ts'
import { BehaviorSubject } from 'rxjs'
import { run } from './run.ts'

const manifest = t.type({ version: t.string })

const readVersion = (): string => {
  const content: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return manifest.is(content) ? content.version : 'unknown'
}

const stop$ = new BehaviorSubject(0)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => stop$.next(128 + constants.signals[signal]))
// A reader of the output that has gone, such as `head`, is no reason to fail.
process.stdout.on('error', () => {})

const { exitCode, stdout, stderr } = await run(process.argv.slice(2), readVersion(), stop$)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
