import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { criticalPath, timelinePage, type TimelineEntry } from '@rxcl/core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from './chromium.ts'
import { HOSTILE_NAME, recordTimeline } from './timeline-program.ts'

const MISSING = 'no Chromium: install one (`apt-get install chromium`) or name one in CHROMIUM_PATH'

const executable = findChromium(process.env)
const isRequired = process.env['CI'] !== undefined && process.env['CI'] !== ''
const isSkipped = executable === undefined && !isRequired
if (isSkipped) console.warn(`test/browser/timeline.test.ts is skipped: ${MISSING}`)

const entry = (id: number, queue: number, start: number, waits: TimelineEntry['waits']): TimelineEntry => ({
  id,
  command: 'FillBuffer',
  queue: {
    index: queue,
    name: `queue ${queue}`,
    device: 'device',
    deviceIndex: 0,
    outOfOrder: false,
    profiling: true,
  },
  bytes: 64,
  waits,
  status: 0,
  error: undefined,
  enqueued: 0,
  settled: 100,
  profile: { queued: 0n, submit: 0n, start: BigInt(start * 1e6), end: BigInt((start + 10) * 1e6) },
})

/** One wait of each kind, on three queues. The critical path is 1, 3, 4. */
const FEW = [
  entry(1, 0, 0, []),
  entry(2, 1, 30, [{ id: 1, why: 'wait list' }]),
  entry(3, 2, 40, [{ id: 1, why: 'hazard' }]),
  entry(4, 2, 60, [{ id: 3, why: 'queue' }]),
]

/** How many colours a screenshot has. */
const coloursOf = (page: Page, screenshot: Buffer): Promise<number> =>
  page.evaluate(`(async () => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,${screenshot.toString('base64')}')).blob())
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    return new Set(new Uint32Array(data.buffer)).size
  })()`)

describe.skipIf(isSkipped)(isSkipped ? `the page of a timeline (${MISSING})` : 'the page of a timeline', () => {
  let folder: string
  let browser: Browser
  let page: Page
  let entries: readonly TimelineEntry[]
  const errors: string[] = []
  const requests: string[] = []

  beforeAll(async () => {
    if (executable === undefined) throw new Error(MISSING)
    entries = (await recordTimeline()).entries()
    folder = await mkdtemp(join(tmpdir(), 'rxcl-timeline-'))
    const file = join(folder, 'timeline.html')
    await writeFile(file, timelinePage(entries, { title: 'Six frames' }))
    browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'], timeout: 30_000 })
    page = await browser.newPage({ viewport: { width: 1280, height: 720 }, offline: true })
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(file).href)
  }, 90_000)

  afterAll(async () => {
    await browser?.close()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  const texts = (selector: string) => page.locator(selector).allTextContents()
  /** The page draws with the next frame; the one after that comes later. */
  const drawn = () => page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  const showAll = async () => {
    await page.getByTitle('Show all (0)').click()
    await drawn()
  }
  /** Zooms until a command has a bar of its own. */
  const single = async (id: number) => {
    const bar = page.locator(`.bar[data-id="${id}"][data-count="1"]`)
    await showAll()
    const anyBar = page.locator(`.bar[data-id="${id}"]`)
    for (let steps = 0; steps < 20 && (await bar.count()) === 0; steps += 1) {
      const box = await ((await anyBar.count()) > 0 ? anyBar : page.locator('.bar').first()).boundingBox()
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 5)
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -200)
      await page.keyboard.up('Control')
      await drawn()
    }
    return bar
  }

  it('asks for nothing but itself and throws nothing', () => {
    expect(requests.map((url) => url.slice(0, 7))).toEqual(['file://'])
    expect(errors).toEqual([])
  })

  it('has a lane per queue, with its name and device', async () => {
    expect(await texts('.lane-label strong')).toEqual(['work', 'upload', HOSTILE_NAME])
    expect(await texts('.lane-label span:nth-of-type(1)')).toEqual(Array(3).fill('RxCL emulator'))
    expect(await texts('.lane-label span:nth-of-type(2)')).toEqual([
      expect.stringMatching(/^out of order, \d+% busy$/),
      expect.stringMatching(/^in order, \d+% busy$/),
      expect.stringMatching(/^in order, \d+% busy$/),
    ])
    expect(await page.locator('rect.lane').count()).toBe(3)
  })

  it('runs no script that a name brings', async () => {
    expect(await page.title()).toBe('Six frames')
  })

  it('has every command in a bar', async () => {
    await showAll()
    const counts = await page
      .locator('.bar')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('data-count'))))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(entries.length)
  })

  it('has the numbers of the critical path', async () => {
    const { ids } = criticalPath(entries)
    expect(ids.length).toBeGreaterThan(1)
    expect((await texts('header dl > div')).join()).toContain(`${ids.length} commands, `)
    expect(await page.locator('.bar.critical').count()).toBeGreaterThan(0)
  })

  it('tells of the command under the pointer, and shows what it waits for', async () => {
    const copy = entries.find(({ command }) => command === 'CopyImageToBuffer') as TimelineEntry
    const [wait] = copy.waits
    const bar = await single(copy.id)
    await bar.hover({ force: true })
    const tip = page.locator('.tip')
    expect(await tip.isVisible()).toBe(true)
    const text = await tip.innerText()
    expect(text).toContain(`#${copy.id} CopyImageToBuffer`)
    expect(text).toContain('work, RxCL emulator')
    expect(text).toMatch(/1 MiB, [\d.]+ GB\/s/)
    expect(text).toContain(`#${wait?.id} WriteImage (wait list)`)
    expect(text).toContain('complete')
    expect(await page.locator(`.arrow.hot[data-from="${wait?.id}"][data-to="${copy.id}"]`).count()).toBe(1)
    await page.mouse.move(5, 5)
    expect(await tip.isVisible()).toBe(false)
    expect(await page.locator('.arrow.hot').count()).toBe(0)
  })

  it('draws an arrow for a wait list, a dashed one for a hazard, and for a step of the critical path', async () => {
    const few = await browser.newPage()
    try {
      await few.setContent(timelinePage(FEW))
      const arrows = await few.evaluate<string[]>(`[...document.querySelectorAll('.arrow')].map((arrow) =>
        arrow.dataset.from + '-' + arrow.dataset.to + ': ' + getComputedStyle(arrow).strokeDasharray)`)
      expect(arrows.toSorted()).toEqual(['1-2: none', '1-3: 4px, 3px', '3-4: none'])
      expect(await few.locator('.bar').count()).toBe(4)
    } finally {
      await few.close()
    }
  })

  it('marks a failure with its code and a command that has not settled', async () => {
    const failed = entries.find(({ status }) => status < 0) as TimelineEntry
    const bar = await single(failed.id)
    expect(await bar.getAttribute('class')).toContain('failed')
    await bar.hover({ force: true })
    expect(await page.locator('.tip').innerText()).toContain('CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST')
    expect((await texts('header dl > div')).join()).toContain('1 failed, 1 not settled')
  })

  it('is zoomed and moved by keys, and shown whole again', async () => {
    const axis = () =>
      page.evaluate<string[]>(`[...document.querySelectorAll('.time')].map((time) =>
        time.textContent + ' at ' + time.getAttribute('x'))`)
    const seen: (readonly string[])[] = []
    await showAll()
    await page.locator('.chart').focus()
    for (const key of ['0', '+', '+', 'ArrowLeft', '-', '0']) {
      await page.keyboard.press(key)
      await drawn()
      seen.push(await axis())
    }
    const [whole, ...changed] = seen
    expect(changed.pop()).toEqual(whole)
    expect(new Set([whole, ...changed].map((times) => String(times))).size).toBe(5)
  })

  it.each(['light', 'dark'] as const)('draws something in %s colours', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await showAll()
    const blank = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    try {
      expect(await coloursOf(blank, await blank.screenshot())).toBe(1)
      expect(await coloursOf(blank, await page.locator('main').screenshot())).toBeGreaterThan(64)
    } finally {
      await blank.close()
    }
  })
})
