import { defineConfig } from 'vitest/config'

const conditions = ['@rxcl/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { projects: ['packages/*', 'examples/*', 'docs-test'] },
})
