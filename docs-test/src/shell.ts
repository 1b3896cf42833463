import { blocksOf } from './blocks.ts'

/** The command lines of a document's shell blocks, without comments. */
export const commandLines = (file: string, document: string): readonly string[] =>
  blocksOf(file, document)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/\s*#.*$/, '').trim())
    .filter((line) => line !== '')
