/** cl_map_flags without the CL_MAP_ prefix. */
export const MAP_FLAGS = ['READ', 'WRITE', 'WRITE_INVALIDATE_REGION'] as const

/** One of MAP_FLAGS. */
export type MapFlag = (typeof MAP_FLAGS)[number]

/** Whether the host may change what it maps. */
export const mapsForWriting = (flags: readonly MapFlag[]): boolean =>
  flags.includes('WRITE') || flags.includes('WRITE_INVALIDATE_REGION')
