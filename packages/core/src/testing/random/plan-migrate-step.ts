import { Command, type ClDevice } from '../../index.ts'
import { pick } from './pick.ts'
import { rangePlaces, type Places } from './places.ts'
import { versionCode, type Planned } from './planned.ts'
import { boxPlaces } from './range.ts'
import type { Step } from './step.ts'
import type { BufferTwin, ImageTwin, World } from './world.ts'

const wholeOf = (twin: BufferTwin | ImageTwin): Places =>
  'extent' in twin
    ? boxPlaces(twin, { origin: [0, 0, 0], region: twin.extent })
    : rangePlaces(twin.bytes, 0, twin.bytes.length)

/** Of one buffer or image, or of two; a wild step names none. Bytes stay what they are. */
export const planMigrate = (world: World, device: ClDevice, step: Step): Planned => {
  const all = [...world.buffers, ...world.images]
  const chosen = step.wild ? [] : [pick(all, step.src), ...(step.blocking ? [pick(all, step.dst)] : [])]
  const twins = chosen.filter((twin) => twin !== undefined)
  return {
    command: Command.migrate({
      memObjects: twins.map(({ memory }) => memory),
      flags: step.host % 2 === 0 ? ['HOST'] : [],
    }),
    refusal: step.wild ? 'CL_INVALID_VALUE' : versionCode(device, '1.2'),
    reads: twins.map(wholeOf),
    writes: [],
    apply: () => undefined,
  }
}
