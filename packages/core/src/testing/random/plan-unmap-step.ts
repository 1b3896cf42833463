import { Command, type AnyCommand } from '../../index.ts'
import type { Mapping } from './mapping.ts'
import { pick } from './pick.ts'
import { idle, type Planned } from './planned.ts'
import type { Step } from './step.ts'
import type { World } from './world.ts'

type Resource = Mapping['facts']['resource']

const areSame = (a: Resource, b: Resource): boolean =>
  a._tag === 'SvmPointer' && b._tag === 'SvmPointer'
    ? a.allocation === b.allocation && a.byteOffset === b.byteOffset
    : a === b

const unmapCommand = (mapping: Mapping, resource: Resource): AnyCommand | undefined => {
  const { mapped } = mapping
  const isSvm = mapping.facts.resource._tag === 'SvmPointer'
  if (mapped === undefined || isSvm !== (resource._tag === 'SvmPointer')) return undefined
  return resource._tag === 'SvmPointer'
    ? Command.svmUnmap({ svmPtr: resource, mapped })
    : Command.unmap({ memobj: resource, mapped })
}

/** What is no map, because it has ended or because it is one of something else. */
const planWrongUnmap = ({ mappings, ended }: World, { src, dst, blocking }: Step): Planned => {
  const past = pick(ended, src)
  if (blocking) return refusedUnmap(past && unmapCommand(past, past.facts.resource))
  const [mapping, other] = [pick([...mappings], src), pick([...mappings], dst)]
  if (mapping === undefined || other === undefined || areSame(mapping.facts.resource, other.facts.resource))
    return refusedUnmap(undefined)
  return refusedUnmap(unmapCommand(mapping, other.facts.resource))
}

const refusedUnmap = (command: AnyCommand | undefined): Planned =>
  command === undefined ? idle(Command.marker()) : idle(command, 'CL_INVALID_VALUE')

/** The unmap of an outstanding map. */
export const planEnd = (world: World, mapping: Mapping): Planned => {
  const { places, own, resource } = mapping.facts
  const command = unmapCommand(mapping, resource)
  if (command === undefined) return idle(Command.marker())
  return {
    command,
    refusal: undefined,
    reads: mapping.isForWriting ? own : [places],
    writes: mapping.isForWriting ? [places] : [],
    apply: () => {
      mapping.end()
      world.mappings.delete(mapping)
      world.ended.push(mapping)
      return undefined
    },
    mapping,
  }
}

export const planUnmap = (world: World, step: Step): Planned => {
  if (step.wild) return planWrongUnmap(world, step)
  const mapping = pick([...world.mappings], step.src)
  return mapping === undefined ? idle(Command.marker()) : planEnd(world, mapping)
}
