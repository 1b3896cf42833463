import { defineProject } from 'vitest/config'

const conditions = ['@rxcl/source', 'module', 'node', 'development|production']

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name: 'example-video', include: ['test/**/*.test.ts'] },
})
