/** A source that brings one object or a list of them, as the list that its command takes. Unchecked. */
export const oneOrMany = <A>(source: unknown): readonly A[] =>
  (Array.isArray(source) ? source : [source]) as readonly A[]
