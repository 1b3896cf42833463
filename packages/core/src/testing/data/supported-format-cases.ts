import * as E from 'fp-ts/lib/Either.js'
import { IMAGE_TYPES, LEGAL_FORMATS, formatKey, type ImageType, type MemFlag } from '../../index.ts'
import { smallest } from '../capability.ts'
import { drafts, type Draft } from '../case.ts'
import { expectEqual, right } from '../expect.ts'
import type { Workbench } from '../workbench.ts'

const draft = drafts('supported image formats')

/** With and without flags: none of them changes what the answer is. */
const FLAGS: readonly (readonly MemFlag[])[] = [[], ['READ_ONLY'], ['WRITE_ONLY'], ['READ_WRITE']]

const accepted = async (bench: Workbench, type: ImageType): Promise<readonly string[]> => {
  const taken: string[] = []
  const buffer = await bench.buffer(16)
  for (const format of LEGAL_FORMATS) {
    const desc = type === '1D_BUFFER' ? { type, format, width: 1, buffer } : { ...smallest(type), format }
    const made = bench.context.createImage(desc)
    if (E.isLeft(made)) continue
    taken.push(formatKey(format))
    made.right.release()
  }
  return taken
}

export const SUPPORTED_FORMATS: readonly Draft[] = IMAGE_TYPES.map((type) =>
  draft(`supportedImageFormats of ${type} images are those that createImage accepts, each once`, async (bench) => {
    const expected = (await accepted(bench, type)).toSorted().join(' ')
    for (const flags of FLAGS) {
      const answer = right('supportedImageFormats', bench.context.supportedImageFormats({ type, flags }))
      expectEqual(`with [${flags}]`, answer.map(formatKey).toSorted().join(' '), expected)
    }
    const bare = right('supportedImageFormats', bench.context.supportedImageFormats({ type }))
    expectEqual('without flags', bare.map(formatKey).toSorted().join(' '), expected)
  }),
)
