import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { blocksOf, isTestFile, programName, type Block } from './blocks.ts'
import { documents, inRoot, read } from './repository.ts'
import { runNode, type Ending } from './run-program.ts'

const FOLDER = 'docs-test/dist'

/** Every TypeScript block of the documents. */
export const programs = (): readonly Block[] =>
  documents()
    .flatMap((file) => blocksOf(file, read(file)))
    .filter(({ language }) => language === 'ts')

/** Writes each block as a module of its own: nothing is added to it. */
export const writePrograms = (blocks: readonly Block[]): void => {
  rmSync(inRoot(FOLDER), { recursive: true, force: true })
  mkdirSync(inRoot(`${FOLDER}/blocks`), { recursive: true })
  for (const block of blocks) {
    const name = `${programName(block)}${isTestFile(block) ? '.test' : ''}.ts`
    writeFileSync(inRoot(`${FOLDER}/blocks/${name}`), block.text)
  }
}

/** Checks the types of all modules against the packages' sources, and compiles them. */
export const compilePrograms = (): Promise<Ending> =>
  runNode([inRoot('node_modules/typescript/bin/tsc'), '-p', 'blocks.tsconfig.json'], inRoot('docs-test'))

/** Runs one compiled module with Node, against the compiled packages. */
export const runProgram = (block: Block): Promise<Ending> =>
  runNode([inRoot(`${FOLDER}/js/${FOLDER}/blocks/${programName(block)}.js`)], inRoot('docs-test'))

/** Runs the blocks that are test files, in a vitest of their own. */
export const runTestFiles = (report: string): Promise<Ending> =>
  runNode(
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--config=blocks.config.ts',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    inRoot('docs-test'),
  )
