import { IMAGE_TYPES, LEGAL_FORMATS, MEM_FLAGS, RGBA8 } from '@rxcl/core'
import { numberUpTo, wildValue, word } from './wild-values.mjs'

const flags = (random, more = []) => {
  if (random.chance(0.85)) return undefined
  if (random.chance(0.05)) return wildValue(random)
  return random.some([...MEM_FLAGS, ...more, 'NO_FLAG']).slice(0, random.between(1, 3))
}

const size = (random) => {
  const kind = random.among({ small: 6, middle: 12, large: 1, wild: 0.5 })
  if (kind === 'wild') return numberUpTo(random, 2 ** 50)
  return random.between(1, { small: 512, middle: 65_536, large: 3 * 2 ** 20 }[kind])
}

/** Mostly as much as is needed, where the flags want it. */
const hostPtr = (world, wanted, bytes) =>
  Array.isArray(wanted) && wanted.some((flag) => flag === 'USE_HOST_PTR' || flag === 'COPY_HOST_PTR')
    ? world.random.chance(0.7)
      ? new Uint8Array(Number.isSafeInteger(bytes) && bytes >= 0 && bytes < 2 ** 24 ? bytes : 64)
      : world.oneOrWrong('arrays')
    : undefined

const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const side = (random) => (random.chance(0.98) ? random.between(1, 24) : numberUpTo(random, 20_000))

const imageDesc = (world) => {
  const { random } = world
  const type = random.pick(IMAGE_TYPES)
  const uses = (...types) => types.includes(type) !== random.chance(0.01)
  const wanted = flags(random)
  return given({
    type: random.chance(0.98) ? type : wildValue(random),
    format: random.chance(0.7) ? RGBA8 : random.chance(0.95) ? random.pick(LEGAL_FORMATS) : wildValue(random),
    width: side(random),
    height: uses('2D', '2D_ARRAY', '3D') ? side(random) : undefined,
    depth: uses('3D') ? side(random) : undefined,
    arraySize: uses('1D_ARRAY', '2D_ARRAY') ? side(random) : undefined,
    buffer: uses('1D_BUFFER') ? world.oneOrWrong('buffers') : undefined,
    hostPtr: hostPtr(world, wanted, 24 ** 3 * 16),
    flags: wanted,
  })
}

const MAKERS = {
  queues: (world, context) => {
    const { random } = world
    const outOfOrder = random.chance(0.95) ? random.chance(0.5) : wildValue(random)
    const profiling = random.chance(0.3)
    return context.createCommandQueue(given({ outOfOrder, profiling }))
  },
  buffers: (world, context) => {
    const wanted = { size: size(world.random), flags: flags(world.random) }
    return context.createBuffer(given({ ...wanted, hostPtr: hostPtr(world, wanted.flags, wanted.size) }))
  },
  images: (world, context) => context.createImage(imageDesc(world)),
  allocations: ({ random }, context) =>
    context.svmAlloc(
      given({
        size: size(random),
        flags: flags(random, ['SVM_FINE_GRAIN_BUFFER', 'SVM_ATOMICS']),
        alignment: random.chance(0.8) ? undefined : numberUpTo(random, 256),
      }),
    ),
  userEvents: (_world, context) => context.createUserEvent(),
}

const keepIfMade = (world, kind, made) => {
  world.tell(`make ${kind}: ${made._tag === 'Left' ? made.left._tag : word(made.right)}`)
  if (made._tag === 'Right') world.keep(kind, made.right)
}

const FIRST = [
  'queues',
  'queues',
  'buffers',
  'buffers',
  'buffers',
  'images',
  'images',
  'images',
  'allocations',
  'userEvents',
]

/** A context, with what most programs need of it. */
export const openContext = (world) => {
  const made = world.opencl.createContext()
  keepIfMade(world, 'contexts', made)
  if (made._tag === 'Right') world.contexts.push(made.right)
  for (const kind of FIRST) createIn(world, kind, world.pools.contexts.at(-1))
}

const createIn = (world, kind, context) => {
  if (context !== undefined) keepIfMade(world, kind, MAKERS[kind](world, context))
}

/** An object of any kind in any context, released ones too. */
export const create = (world) => {
  const { random } = world
  const kind = random.among({ queues: 2, buffers: 4, images: 5, allocations: 3, userEvents: 3, parts: 3 })
  if (kind !== 'parts') return createIn(world, kind, world.one('contexts'))
  const parent = world.one('buffers')
  if (parent === undefined) return undefined
  const origin = random.chance(0.8) ? 128 * random.below(8) : numberUpTo(random, parent.size)
  keepIfMade(world, 'buffers', parent.createSubBuffer({ origin, size: numberUpTo(random, parent.size - 1) }))
  return undefined
}

/** Gives back one object of any kind. */
export const release = (world) => {
  const kind = world.random.among({ contexts: 0.5, queues: 2, buffers: 6, images: 6, allocations: 5 })
  const object = world.one(kind)
  world.tell(`release ${kind}`)
  if (object === undefined) return
  world.forget(kind, object)
  if (kind === 'allocations') object.free()
  else object.release()
}
