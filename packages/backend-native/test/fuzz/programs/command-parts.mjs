import { boxPart, numberUpTo } from './wild-values.mjs'

/** How far a box may reach; 1 where the type has no such side. */
const extent = (image) => {
  const { type, width = 8, height = 8, depth = 8, arraySize = 8 } = image ?? {}
  if (type === '3D') return [width, height, depth]
  if (type === '2D_ARRAY') return [width, height, arraySize]
  return [width, type === '1D_ARRAY' ? arraySize : type === '2D' ? height : 1, 1]
}

export const maybe = (random, make) => (random.chance(0.4) ? undefined : make())

export const sizeOf = (thing) => (Number.isSafeInteger(thing?.size) ? thing.size : 64)

export const box = (random, image) => {
  const limits = extent(image)
  const origin = maybe(random, () =>
    boxPart(
      random,
      limits.map((limit) => (limit - 1) >> 1),
      0,
    ),
  )
  return {
    origin,
    region: maybe(random, () =>
      boxPart(
        random,
        limits.map((limit) => (limit + 1) >> 1),
        1,
      ),
    ),
  }
}

export const pointer = (world) => {
  const { random } = world
  if (random.chance(0.4)) return world.oneOrWrong('arrays')
  const allocation = world.oneOrWrong('allocations')
  return allocation?._tag === 'SvmAllocation' ? allocation.at(numberUpTo(random, sizeOf(allocation) >> 1)) : allocation
}
