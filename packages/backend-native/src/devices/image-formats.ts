import { IMAGE_TYPES, LEGAL_FORMATS, type DeviceInfo, type ImageType, type LegalImageFormat } from '@rxcl/core'
import { ORDER_VALUES, TYPE_VALUES } from '@rxcl/core/port'
import type { Binding } from '../binding/binding.ts'
import { IMAGE_TYPE_VALUES } from '../objects/image-type-values.ts'

const keyOf = (order: number, type: number): number => order * 0x10000 + type

/** The legal formats among pairs of numbers, each once and in the library's order: drivers answer in any. */
const legalAmong = (pairs: Uint32Array): readonly LegalImageFormat[] => {
  const keys = new Set<number>()
  for (let i = 0; i + 1 < pairs.length; i += 2) keys.add(keyOf(pairs[i] ?? 0, pairs[i + 1] ?? 0))
  return LEGAL_FORMATS.filter((format) =>
    keys.has(keyOf(ORDER_VALUES[format.channelOrder], TYPE_VALUES[format.channelDataType])),
  )
}

const NO_FORMATS = Object.fromEntries(
  IMAGE_TYPES.map((type) => [type, []] as const),
) as unknown as DeviceInfo['imageFormats']

/** What the driver answers for one device; a type that it does not know, or refuses to speak of, has no formats. */
const askFormats = (binding: Binding, device: number): DeviceInfo['imageFormats'] => {
  const context = binding.createContext([device])
  if (context < 0) return NO_FORMATS
  const formatsOf = (type: ImageType): readonly LegalImageFormat[] => {
    const pairs = binding.imageFormats(context, IMAGE_TYPE_VALUES[type])
    return typeof pairs === 'number' ? [] : legalAmong(pairs)
  }
  const formats = Object.fromEntries(IMAGE_TYPES.map((type) => [type, formatsOf(type)])) as Record<
    ImageType,
    readonly LegalImageFormat[]
  >
  binding.release(context)
  return formats
}

/**
 * The formats of a device's images by type. The query needs a context, so it is made when the first of them is looked
 * at, and once: most programs that list devices never do.
 */
export const imageFormatsOf = (binding: Binding, device: number, imageSupport: boolean): DeviceInfo['imageFormats'] => {
  if (!imageSupport) return NO_FORMATS
  let asked: DeviceInfo['imageFormats'] | undefined
  const lazy = {}
  for (const type of IMAGE_TYPES)
    Object.defineProperty(lazy, type, {
      enumerable: true,
      get: () => (asked ??= askFormats(binding, device))[type],
    })
  return lazy as DeviceInfo['imageFormats']
}
