import { builtinModules } from 'node:module'
import { build, defaultClientConditions, type Plugin } from 'vite'

/** What vite would replace by an empty module, in silence. */
const nodeImports = (found: string[]): Plugin => ({
  name: 'node-imports',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id.startsWith('node:') || builtinModules.includes(id)) found.push(`${id} in ${importer ?? 'the command line'}`)
  },
})

/** Bundles `entry` from the packages' sources into `folder`/page.js. Answers each import of a module of Node's, sorted. */
export const bundlePage = async (entry: string, folder: string): Promise<readonly string[]> => {
  const found: string[] = []
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    resolve: { conditions: ['@rxcl/source', ...defaultClientConditions] },
    plugins: [nodeImports(found)],
    build: {
      outDir: folder,
      emptyOutDir: true,
      // Readable stacks in what the page reports.
      minify: false,
      rolldownOptions: { input: entry, output: { entryFileNames: 'page.js', codeSplitting: false } },
    },
  })
  return found.toSorted()
}
