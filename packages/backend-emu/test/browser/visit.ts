import { chromium } from 'playwright-core'
import type { PageOutcome } from './outcome.ts'

export interface Visit {
  readonly outcome: PageOutcome
  /** What nobody caught in the page. */
  readonly pageErrors: readonly string[]
  /** What the page or the browser wrote to the console as an error. */
  readonly consoleErrors: readonly string[]
}

const within = async <A>(milliseconds: number, promise: Promise<A>): Promise<A> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The page has reported nothing within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Opens `url` in a browser of its own and waits for what the page reports: `patience` milliseconds at most, once loaded. */
export const visit = async (executablePath: string, url: string, patience: number): Promise<Visit> => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: 30_000 })
  try {
    const page = await browser.newPage()
    const pageErrors: string[] = []
    const consoleErrors: string[] = []
    page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text())
    })
    await page.goto(url, { timeout: 30_000 })
    const json = await within(patience, page.evaluate<string>('__result')).catch((cause: unknown) => {
      throw new Error(['The page has no result.', ...pageErrors, ...consoleErrors].join('\n'), { cause })
    })
    return { outcome: JSON.parse(json) as PageOutcome, pageErrors, consoleErrors }
  } finally {
    await browser.close()
  }
}
