import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { isTestFile } from '../src/blocks.ts'
import { compilePrograms, programs, runProgram, runTestFiles, writePrograms } from '../src/programs.ts'
import { inRoot } from '../src/repository.ts'
import type { Ending } from '../src/run-program.ts'

// Types are checked against the packages' sources. The programs run as anyone's would, on the compiled packages: `tsc -b`
// comes first, as in `npm test`.
const all = programs().map((block) => ({ ...block, where: `${block.file}:${block.line}` }))
const testFiles = all.filter(isTestFile)
const modules = all.filter((block) => !isTestFile(block))

let compilation: Ending

beforeAll(async () => {
  writePrograms(all)
  compilation = await compilePrograms()
}, 120_000)

it('the blocks of every part of the documents are found', () => {
  const files = new Set(all.map(({ file }) => file))
  const expected = ['README.md', 'docs/guide/flows.md', 'docs/guide/testing.md', 'packages/core/README.md']
  expect([...files]).toEqual(expect.arrayContaining(expected))
  expect(testFiles.map(({ file }) => file)).toContain('README.md')
})

it('every block compiles under the strict settings, against the sources', () => {
  expect(compilation).toEqual({ exitCode: 0, stdout: '', stderr: '' })
})

describe.concurrent('a block prints what the text block after it says', () => {
  it.each(modules)('$where', { timeout: 60_000 }, async (block) => {
    expect(await runProgram(block)).toEqual({ exitCode: 0, stdout: block.output, stderr: '' })
  })
})

it('every block that is a test file passes, none of its tests left out', { timeout: 120_000 }, async () => {
  const report = inRoot('docs-test/dist/report.json')
  const { exitCode } = await runTestFiles(report)
  const counts = JSON.parse(readFileSync(report, 'utf8')) as Readonly<Record<string, unknown>>
  expect(exitCode).toBe(0)
  expect(counts).toMatchObject({ success: true, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 })
  expect(counts['testResults']).toHaveLength(testFiles.length)
})
