/** One of a list, for any number; undefined from an empty one. */
export const pick = <A>(from: readonly A[], index: number): A | undefined => from[index % Math.max(1, from.length)]
