import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundlePage } from './bundle.ts'
import { findChromium } from './chromium.ts'
import { DIAMOND_TOP, PICTURE, RECTANGLE, SVM_SOURCE } from './input.ts'
import { serveSite } from './site.ts'
import { visit, type Visit } from './visit.ts'

/** Milliseconds that the page has for all that it runs. */
const PATIENCE = 120_000

const MISSING = 'no Chromium: install one (`apt-get install chromium`) or name one in CHROMIUM_PATH'

const executable = findChromium(process.env)
const isRequired = process.env['CI'] !== undefined && process.env['CI'] !== ''
const isSkipped = executable === undefined && !isRequired
if (isSkipped) console.warn(`test/browser/page.test.ts is skipped: ${MISSING}`)

const rectangle = (): number[] => {
  const { x, y, columns, rows } = RECTANGLE
  return Array.from({ length: rows }, (_, row) => {
    const start = ((y + row) * PICTURE.width + x) * 4
    return [...PICTURE.pixels.subarray(start, start + columns * 4)]
  }).flat()
}

const visitPage = async (): Promise<Visit> => {
  if (executable === undefined) throw new Error(MISSING)
  const folder = await mkdtemp(join(tmpdir(), 'rxcl-page-'))
  try {
    await bundlePage(fileURLToPath(new URL('page.ts', import.meta.url)), folder)
    const site = await serveSite(folder)
    try {
      return await visit(executable, site.url, PATIENCE)
    } finally {
      await site.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe.skipIf(isSkipped)(isSkipped ? `in a browser (${MISSING})` : 'in a browser', () => {
  let seen: Visit

  beforeAll(async () => {
    seen = await visitPage()
  }, PATIENCE + 90_000)

  it('nothing throws where nobody catches it, and the console has no error', () => {
    expect(seen.pageErrors).toEqual([])
    expect(seen.consoleErrors).toEqual([])
  })

  for (const backend of ['emulator', 'seeded'] as const)
    describe(backend === 'emulator' ? 'on emulator()' : 'on emulator({ seed: 1 })', () => {
      it('a rectangle goes from an image through a buffer to the host', () => {
        expect(seen.outcome[backend].crop).toEqual(rectangle())
      })

      it('host memory goes through SVM and back', () => {
        expect(seen.outcome[backend].svm).toEqual([...SVM_SOURCE])
      })

      it('an overlapping svmMemcpy is a Left that names dst_ptr', () => {
        expect(seen.outcome[backend].refusal).toEqual(['CL_MEM_COPY_OVERLAP', 'dst_ptr'])
      })

      it('both branches of a diamond on an out-of-order queue see what its top wrote', () => {
        expect(seen.outcome[backend].diamond).toEqual([...DIAMOND_TOP, ...DIAMOND_TOP])
      })

      it('every case of the contract passes', () => {
        const { cases, passed, failed } = seen.outcome[backend].contract
        expect(failed).toEqual([])
        expect(passed).toBeGreaterThan(100)
        expect(passed).toBe(cases)
      })
    })

  it('timers fire while the device copies 64 MiB five times, and the last copy is exact', () => {
    const { bytes, isEqual, timersWithin } = seen.outcome.longCopy
    expect(bytes).toBe(64 * 1024 * 1024)
    expect(isEqual).toBe(true)
    expect(timersWithin).toBeGreaterThan(0)
  })

  it('no timer fires while the device does so in one slice: the control', () => {
    const { isEqual, timersWithin } = seen.outcome.unslicedCopy
    expect(isEqual).toBe(true)
    expect(timersWithin).toBe(0)
  })

  it('the device works in messages: the page has no setImmediate', () => {
    const { hasSetImmediate, messages } = seen.outcome.host
    expect(hasSetImmediate).toBe(false)
    expect(messages).toBeGreaterThan(100)
  })
})
