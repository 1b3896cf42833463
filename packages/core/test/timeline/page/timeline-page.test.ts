import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timelinePage } from '../../../src/index.ts'
import type { PageData } from '../../../src/timeline/page/page-data.ts'
import { anyEntries, entryOf, queueOf, unprofiled } from '../entries.ts'

const MARKED = /<script type="application\/json" id="timeline">([^]*?)<\/script>/

const dataOf = (page: string): PageData => JSON.parse(MARKED.exec(page)?.[1] ?? '') as PageData
const factsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<div><dt>(.*?)<\/dt><dd>(.*?)<\/dd><dd class="remark">(.*?)<\/dd><\/div>/g)].map(
    ([, name, value, remark]) => `${name}: ${value} (${remark})`,
  )

const first = entryOf({ id: 1, bytes: 3 * 1024 * 1024, start: 0, end: 1000 })
const second = entryOf({ id: 2, queue: 1, waits: [1], start: 1500, end: 2000 })

describe('the page of a timeline', () => {
  it('is the same for the same entries', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(timelinePage(entries)).toBe(timelinePage(structuredClone(entries)))
      }),
    )
  })

  it('sums up', () => {
    expect(factsOf(timelinePage([first, second]))).toEqual([
      'Total: 2 ms (on 2 queues)',
      'Commands: 2 (none failed)',
      'Bytes: 3 MiB (1.46 GiB/s)',
      'Critical path: 1.5 ms (2 commands, 75% of the total)',
    ])
  })

  it('says how many failed, have not settled or are missing', () => {
    const failed = { ...first, status: -5, error: 'CL_OUT_OF_RESOURCES' } as const
    const open = { ...unprofiled(second), settled: undefined, status: 1 }
    const [, commands] = factsOf(timelinePage([failed, open], { dropped: 1200 }))
    expect(commands).toBe('Commands: 2 (1 failed, 1 not settled, 1,200 older commands dropped)')
  })

  it('is there for no entries', () => {
    expect(factsOf(timelinePage([]))).toEqual([
      'Total: 0 ns (on 0 queues)',
      'Commands: 0 (none failed)',
      'Bytes: 0 B ()',
      'Critical path: 0 ns (0 commands, 0% of the total)',
    ])
  })

  it('has the lanes and the commands as data', () => {
    const { lanes, commands, total, path } = dataOf(timelinePage([first, second]))
    expect(lanes.map(({ name, rows, busy }) => [name, rows, busy])).toEqual([
      ['queue 1', 1, 1000],
      ['queue 2', 1, 500],
    ])
    expect(commands[1]).toEqual({
      id: 2,
      command: 'CopyBuffer',
      lane: 1,
      row: 0,
      enqueued: 0,
      start: 1500,
      end: 2000,
      by: 'device',
      bytes: 0,
      status: 0,
      waits: [{ id: 1, why: 'wait list' }],
    })
    expect(total).toBe(2000)
    expect(path.ids).toEqual([1, 2])
  })

  it.each(['</script><b>', '<!-- <script>', '"&\'', '\u2028'])('keeps %j within its place', (text) => {
    const queue = queueOf(0, { name: text, device: text })
    const page = timelinePage([{ ...first, queue }], { title: text })
    const plain = timelinePage([first])
    expect(dataOf(page).lanes).toMatchObject([{ name: text, device: text }])
    for (const tag of ['<script', '</script', '<!--', '<b>'])
      expect(page.split(tag).length, tag).toBe(plain.split(tag).length)
  })

  it('asks for nothing outside of itself', () => {
    const page = timelinePage([first, second])
    expect(page).toContain(`content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"`)
    expect(page).not.toMatch(/\b(?:src|href)=|url\((?!#)|@import|fetch\(|import\(/)
    expect(page.match(/https?:[^"'` ]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })
})
