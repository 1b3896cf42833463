import * as E from 'fp-ts/lib/Either.js'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Binding } from '../../../src/binding/binding.ts'
import { openDriver, type Driver } from '../../driver.ts'

/** What a copy does, by its size; see driver.cc. */
export const INLINE = 1
export const SILENT_FAILURE = 2
export const FAILURE_CALLED_SUCCESS = 3
export const LATE_CALLBACK = 4
export const HELD = 5
export const LET_GO = 6
export const NO_CALLBACK = 7
export const HUNG = 8
export const BLOCKED = 9
export const SLOW_FLUSH = 10

/** Compiles a library of an OpenCL version and opens it. The file is gone when this returns; the library stays open. */
export const openFaultyDriver = (binding: Binding, version: '1.0' | '3.0'): Driver => {
  const folder = mkdtempSync(join(tmpdir(), 'rxcl-faulty-'))
  try {
    return E.getOrElse<string, Driver>((reason) => {
      throw new Error(reason)
    })(openDriver(binding, compileFaultyDriver(folder, version)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Compiles a library into a folder and answers its path. */
export const compileFaultyDriver = (folder: string, version: '1.0' | '3.0'): string => {
  const library = join(folder, 'faulty.so')
  const source = fileURLToPath(new URL('driver.cc', import.meta.url))
  const flags = ['-std=c++20', '-shared', '-fPIC', '-fvisibility=hidden', '-Wl,-z,nodelete', `-DVERSION="${version}"`]
  // Without what a sanitizer of this process has put into its environment.
  const { LD_PRELOAD: _, ...clean } = env
  execFileSync(env['CXX'] ?? 'c++', [...flags, source, '-o', library], { env: clean, stdio: 'pipe' })
  return library
}
