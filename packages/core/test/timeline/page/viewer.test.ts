import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { VIEWER_SCRIPT, VIEWER_STYLE } from '../../../src/timeline/page/viewer.generated.ts'

const pathOf = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const GENERATED = pathOf('src/timeline/page/viewer.generated.ts')

const bundled = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: { input: pathOf('viewer/main.ts'), output: { format: 'iife', codeSplitting: false } },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('vite has built nothing')
  const [chunk] = output.output
  return chunk.code
}

const literal = (text: string): string => `\`${text.replaceAll(/[\\`]|\$\{/g, (found) => `\\${found}`)}\``

it('the page has the script and the style of packages/core/viewer: `vitest -u` writes them anew', async () => {
  const style = await readFile(pathOf('viewer/style.css'), 'utf8')
  const text = `// Written from packages/core/viewer by test/timeline/page/viewer.test.ts.

/** The style of the page. */
export const VIEWER_STYLE = ${literal(style)}

/** The script of the page. */
export const VIEWER_SCRIPT = ${literal(await bundled())}
`
  await expect(text).toMatchFileSnapshot(GENERATED)
})

it('nothing in the script or the style ends its element', () => {
  expect(VIEWER_SCRIPT).not.toMatch(/<\/script|<!--/i)
  expect(VIEWER_STYLE).not.toMatch(/<\/style/i)
  expect(VIEWER_SCRIPT.length).toBeGreaterThan(1000)
})
