import { createRequire } from 'node:module'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

interface NodeGypBuild {
  /** The addon under a folder: in build/Release, or in prebuilds/ for this kind of machine. It throws where none is. */
  readonly resolve: (folder: string) => string
}

/** The folder of this package. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The file of the addon: the one that the environment variable RXCL_ADDON names, else what was built in addon/build,
 * else what came with the package. Throws where there is none.
 */
export const addonPath = (): string => {
  const { RXCL_ADDON } = env
  if (RXCL_ADDON !== undefined && RXCL_ADDON !== '') return RXCL_ADDON
  const { resolve } = createRequire(import.meta.url)('node-gyp-build') as NodeGypBuild
  try {
    return resolve(`${packageFolder}addon`)
  } catch {
    return resolve(packageFolder)
  }
}
