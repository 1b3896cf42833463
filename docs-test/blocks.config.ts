import { defineConfig } from 'vitest/config'

const conditions = ['@rxcl/source', 'module', 'node', 'development|production']

// For the blocks that are tests themselves; test/programs.test.ts runs vitest with this file.
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['dist/blocks/*.test.ts'] },
})
