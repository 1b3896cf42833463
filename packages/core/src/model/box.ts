/** [x], [x, y] or [x, y, z], in pixels and images; what is left out is 0. */
export type Origin = readonly [number] | readonly [number, number] | readonly [number, number, number]

/** [width], [width, height] or [width, height, depth]; what is left out is 1. */
export type Region = Origin

/** Three numbers, as the C interface takes them. */
export type Triple = readonly [number, number, number]
