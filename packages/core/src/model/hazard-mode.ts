/**
 * What a context does about commands that touch the same bytes, one of them to write, and that nothing else orders:
 * let the later wait for the earlier, nothing, or say so.
 */
export const HAZARD_MODES = ['order', 'off', 'report'] as const

/** One of HAZARD_MODES. */
export type HazardMode = (typeof HAZARD_MODES)[number]
