/** A fenced block of a document. */
export interface Block {
  readonly file: string
  /** Of its first fence, from 1. */
  readonly line: number
  readonly language: string
  readonly text: string
  /** What the block prints: the text block that is the next block, or nothing. */
  readonly output: string
}

const OPENING = /^(`{3,})(.*)$/

/** The fenced blocks of a document in order; a fence without an end takes the rest of the document. */
export const blocksOf = (file: string, document: string): readonly Block[] => {
  const lines = document.split('\n')
  const found: Omit<Block, 'output'>[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [, fence, language = ''] = OPENING.exec(lines[at] ?? '') ?? []
    if (fence === undefined) continue
    const end = lines.indexOf(fence, at + 1)
    const last = end === -1 ? lines.length : end
    const text = lines.slice(at + 1, last).join('\n')
    found.push({ file, line: at + 1, language: language.trim(), text: `${text}\n` })
    at = last
  }
  return found.map((block, index) => {
    const next = found[index + 1]
    return { ...block, output: next?.language === 'text' ? next.text : '' }
  })
}

/** Whether a program is a test file: it is run by vitest instead of Node. */
export const isTestFile = (block: Block): boolean => /^import .* from 'vitest'$/m.test(block.text)

/** The file name of a program without an extension: where it stands in the documents. */
export const programName = ({ file, line }: Block): string =>
  `${file
    .replace(/\.md$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')}-${line}`
