import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

const large = t.type({ wall: t.number, device: t.number })

const plainTimes = t.type({
  /** Microseconds per 64-byte copy. */
  enqueue: t.number,
  pipelined: t.number,
  single: t.number,
  /** Milliseconds per 64 MiB; 0 where the device has no shared virtual memory. */
  copyImageToBuffer: large,
  svmMemcpy: large,
  readBuffer: large,
})

/** What the plain C program measured. */
export type PlainTimes = t.TypeOf<typeof plainTimes>

/** Compiles bench/native/plain.c; each call of the answer runs it once. `dispose` removes the binary. */
export const compilePlain = (): { readonly run: () => PlainTimes; readonly dispose: () => void } => {
  const source = fileURLToPath(new URL('../../native/plain.c', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'rxcl-bench-'))
  const binary = join(folder, 'plain')
  execFileSync('cc', ['-O2', '-std=gnu11', '-o', binary, source, '-ldl'], { stdio: 'inherit' })
  return {
    run: () => {
      const printed: unknown = JSON.parse(execFileSync(binary, { encoding: 'utf8' }))
      const times = plainTimes.decode(printed)
      if (E.isLeft(times)) throw new Error(`unexpected output of plain.c: ${JSON.stringify(printed)}`)
      return times.right
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
