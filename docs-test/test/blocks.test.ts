import { describe, expect, it } from 'vitest'
import { blocksOf, isTestFile, programName } from '../src/blocks.ts'

const fence = '```'
const DOCUMENT = `# Title

${fence}ts
one()

two()
${fence}

Words between do not matter.

${fence}text
1
2
${fence}

${fence}ts
silent()
${fence}

${fence}sh
npm test
${fence}

${fence}${fence}md
${fence}ts
shown()
${fence}
${fence}${fence}
`

const blocks = blocksOf('docs/guide/A b.md', DOCUMENT)

describe('the blocks of a document', () => {
  it('are found in order, with the line of their first fence', () => {
    expect(blocks.map(({ language, line }) => [language, line])).toEqual([
      ['ts', 3],
      ['text', 11],
      ['ts', 16],
      ['sh', 20],
      ['md', 24],
    ])
  })

  it('keep their text as it is', () => {
    expect(blocks[0]?.text).toBe('one()\n\ntwo()\n')
  })

  it('print what a text block right behind them says, else nothing', () => {
    expect(blocks.map(({ output }) => output)).toEqual(['1\n2\n', '', '', '', ''])
  })

  it('may be fenced by more marks than the fences within', () => {
    expect(blocks[4]?.text).toBe(`${fence}ts\nshown()\n${fence}\n`)
  })

  it('have names that a file can have', () => {
    expect(blocks.map(programName).slice(0, 2)).toEqual(['docs-guide-a-b-3', 'docs-guide-a-b-11'])
  })
})

it.each([
  ["import { test } from 'vitest'\n", true],
  ["import { test } from 'node:test'\n", false],
])('of %j it is said whether vitest runs it: %s', (text, expected) => {
  const [block] = blocksOf('a.md', `${fence}ts\n${text}${fence}\n`)
  expect(block === undefined ? undefined : isTestFile(block)).toBe(expected)
})
