import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that goes when all tests of the file have ended. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rxcl-video-'))
  folders.push(folder)
  return folder
}

/** Every name below the folder, sorted. */
export const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map(String).toSorted()
