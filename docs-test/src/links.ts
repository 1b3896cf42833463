import { posix } from 'node:path'

/** A link of a document to a file of the repository. */
export interface Link {
  /** From the root. */
  readonly path: string
  /** The heading after the #, or nothing. */
  readonly anchor: string
}

const withoutBlocks = (document: string): string =>
  document.replaceAll(/^(`{3,})[^]*?^\1$/gm, '').replaceAll(/`[^`\n]*`/g, '')

const TARGET = /\]\(([^()\s]+)\)|^\[[^\]]+\]:\s*(\S+)/gm

const targets = (document: string): readonly string[] =>
  [...withoutBlocks(document).matchAll(TARGET)].map(([, inline, reference]) => inline ?? reference ?? '')

const isWeb = (target: string): boolean => /^[a-z]+:/i.test(target)

/** The links to files, resolved against the document's folder; those to the web are left out. */
export const linksOf = (file: string, document: string): readonly Link[] =>
  targets(document)
    .filter((target) => !isWeb(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#')
      return { path: path === '' ? file : posix.join(posix.dirname(file), path), anchor }
    })

/** The anchors that the headings of a document make, as code hosts make them. */
export const anchorsOf = (document: string): readonly string[] =>
  [...document.replaceAll(/^(`{3,})[^]*?^\1$/gm, '').matchAll(/^#+\s+(.*)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  )
