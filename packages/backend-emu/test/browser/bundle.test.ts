import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bundlePage } from './bundle.ts'

const bundled = async (entry: string): Promise<{ found: readonly string[]; script: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'rxcl-bundle-'))
  try {
    const found = await bundlePage(fileURLToPath(new URL(entry, import.meta.url)), folder)
    return { found, script: await readFile(join(folder, 'page.js'), 'utf8') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const IMPORT_OF_NODE = /(?:from|import)\s*\(?\s*['"`]node:/

describe('a bundle of core, its contract kit and the emulator', () => {
  it('imports no module of Node', async () => {
    const { found, script } = await bundled('page.ts')
    expect(found).toEqual([])
    expect(script).not.toMatch(IMPORT_OF_NODE)
    expect(script).not.toContain('__vite-browser-external')
    expect(script).toContain('CL_MEM_COPY_OVERLAP')
  }, 60_000)

  it('would be seen to: the same check finds both imports of a module that has them', async () => {
    const { found } = await bundled('uses-node.ts')
    expect(found).toEqual([
      expect.stringMatching(/^node:os in .*uses-node\.ts$/),
      expect.stringMatching(/^path in .*uses-node\.ts$/),
    ])
  }, 60_000)
})
