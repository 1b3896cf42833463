import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeWithDriver } from '../../packages/backend-native/test/driver.ts'
import { documents, inRoot, read, ROOT } from '../src/repository.ts'
import { runNode } from '../src/run-program.ts'
import { commandLines } from '../src/shell.ts'

// `npm start` and `npm test` run in .ci/run, not here: this is part of `npm test`. What else a document tells the reader
// to type runs here, against the compiled programs: `tsc -b` comes first.
const lines = [...new Set(documents().flatMap((file) => commandLines(file, read(file))))]
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

const MAIN = ['npm start', 'npm test']
const isExample = (line: string) => line.startsWith('npm start -- ')
const isProgram = (line: string) => /^node examples\/[\w/-]+\.js(?: \w+)*$/.test(line)
const isScript = (line: string) => /^npm run [\w:]+$/.test(line)

it('a line of a shell block is without its comment', () => {
  expect(commandLines('a.md', '```sh\nnpm test # all\n\n# nothing\nnpm start\n```\n')).toEqual([
    'npm test',
    'npm start',
  ])
})

it('every command is of a kind that is checked here', () => {
  const known = [(line: string) => MAIN.includes(line), isExample, isProgram, isScript]
  expect(lines.filter((line) => !known.some((is) => is(line)))).toEqual([])
})

describe.each(MAIN)('%s', (line) => {
  it('is a command of the documents', () => {
    expect(lines).toContain(line)
  })

  it('is a script of the project, whose file is there', () => {
    const [, file = ''] = /^node (\S+)$/.exec(scripts[line.slice('npm '.length)] ?? '') ?? []
    expect(file).not.toBe('')
    expect(existsSync(inRoot(file))).toBe(true)
  })

  it('runs in .ci/run', () => {
    expect(read('.ci/run').split('\n')).toContain(line)
  })
})

const isNative = (line: string) => line.includes('--backend native')
const examples = lines.filter((line) => isExample(line) && !isNative(line))

/** What each of them writes. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'npm start -- --timeline out/timeline.html': ['out/restored.png', 'out/shuffled.png', 'out/timeline.html'],
  'npm start -- photo.png --tile 64 --seed 7 --out DIR': ['DIR/restored.png', 'DIR/shuffled.png'],
}

it('the documents show how to run the example on a picture of one’s own, and how to look at the run', () => {
  expect(examples.toSorted()).toEqual(Object.keys(WRITTEN).toSorted())
  expect(read('scripts/start.mjs')).toContain('../examples/shuffle/dist/main.js')
})

it.each(examples)('%s restores the picture', { timeout: 60_000 }, async (line) => {
  const folder = mkdtempSync(join(tmpdir(), 'rxcl-docs-'))
  try {
    copyFileSync(inRoot('examples/shuffle/picture/lagoon.png'), join(folder, 'photo.png'))
    const args = line.slice('npm start -- '.length).split(' ')
    const { exitCode, stdout } = await runNode([inRoot('examples/shuffle/dist/main.js'), ...args], folder)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('restored equals the original')
    const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = written.map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    expect(paths.filter((path) => path !== 'photo.png').toSorted()).toEqual(WRITTEN[line])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

describeWithDriver('on the driver of this computer', () => {
  it.each(lines.filter((line) => isExample(line) && isNative(line)))(
    '%s restores the picture',
    { timeout: 60_000 },
    async (line) => {
      const folder = mkdtempSync(join(tmpdir(), 'rxcl-docs-'))
      try {
        const args = line.slice('npm start -- '.length).split(' ')
        const { exitCode, stdout } = await runNode([inRoot('examples/shuffle/dist/main.js'), ...args], folder)
        expect(exitCode).toBe(0)
        expect(stdout).toContain('restored equals the original')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})

const programs = lines.filter(isProgram)
if (programs.length > 0)
  it.each(programs)('%s runs to its end', { timeout: 60_000 }, async (line) => {
    expect(await runNode(line.split(' ').slice(1), ROOT)).toMatchObject({ exitCode: 0, stderr: '' })
  })

// These take minutes, so only their file is looked for.
const longRuns = lines.filter(isScript)
if (longRuns.length > 0)
  it.each(longRuns)('%s is a script of the project, whose file is there', (line) => {
    const [, file = ''] = /^node (\S+)/.exec(scripts[line.slice('npm run '.length)] ?? '') ?? []
    expect(file).not.toBe('')
    expect(existsSync(inRoot(file))).toBe(true)
  })
