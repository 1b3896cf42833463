import fc from 'fast-check'

/** Options with which a command takes many tasks, with a seed or without. */
export const sliced = fc.record(
  { sliceBytes: fc.integer({ min: 1, max: 90 }), seed: fc.nat() },
  { requiredKeys: ['sliceBytes'] },
)
