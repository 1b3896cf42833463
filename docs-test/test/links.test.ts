import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anchorsOf, linksOf } from '../src/links.ts'
import { documents, inRoot, read } from '../src/repository.ts'

describe('the check', () => {
  it.each([
    ['[a](b.md)', [{ path: 'docs/b.md', anchor: '' }]],
    ['[a](../README.md#use-it)', [{ path: 'README.md', anchor: 'use-it' }]],
    ['[a](#here)', [{ path: 'docs/a.md', anchor: 'here' }]],
    ['[a]: c/d.md', [{ path: 'docs/c/d.md', anchor: '' }]],
    ['[a](https://example.org/b.md)', []],
    ['`[a](b.md)`', []],
    ['```md\n[a](b.md)\n```', []],
  ])('finds the links of %j', (document, expected) => {
    expect(linksOf('docs/a.md', document)).toEqual(expected)
  })

  it('makes anchors as code hosts do', () => {
    expect(anchorsOf('# One\n## Two, `three` & Four\n')).toEqual(['one', 'two-three--four'])
  })
})

describe.each(documents())('%s', (file) => {
  const links = linksOf(file, read(file))

  it('links only to what is there', () => {
    expect(links.filter(({ path }) => !existsSync(inRoot(path)))).toEqual([])
  })

  it('links only to headings that are there', () => {
    const toHeadings = links.filter(({ path, anchor }) => anchor !== '' && existsSync(inRoot(path)))
    expect(toHeadings.filter(({ path, anchor }) => !anchorsOf(read(path)).includes(anchor))).toEqual([])
  })
})

it('the index leads to every page of docs but the decisions, which it names as a folder', () => {
  const linked = linksOf('docs/README.md', read('docs/README.md')).map(({ path }) => path)
  const pages = documents().filter((path) => /^docs\/(?!README\.md$|decisions\/)/.test(path))
  expect(pages).not.toEqual([])
  expect(pages.filter((path) => !linked.includes(path))).toEqual([])
  expect(linked).toContain('docs/decisions/')
})
