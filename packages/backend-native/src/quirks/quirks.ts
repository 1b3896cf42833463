import type { PlatformRecord } from '../binding/binding.ts'
import { QUIRK_TABLE, type QuirkId } from './quirk-table.ts'

/** The faults that a platform is known for. */
export type Quirks = ReadonlySet<QuirkId>

/** The number after the name in CL_PLATFORM_VERSION: 3.1 in 'OpenCL 3.0 PoCL 3.1-debian …'. */
const driverVersionOf = (version: string): number => {
  const [, number] = /^OpenCL \S+ \D*(\d+(?:\.\d+)?)/.exec(version) ?? []
  // One that names no version may be any: guarding is slower, not guarding may crash.
  return number === undefined ? 0 : Math.floor(Number(number))
}

export const quirksOf = ({ name, version }: Pick<PlatformRecord, 'name' | 'version'>): Quirks =>
  new Set(
    QUIRK_TABLE.filter((quirk) => quirk.platform.test(name) && driverVersionOf(version) <= quirk.upTo).map(
      ({ id }) => id,
    ),
  )
