/** Whether the value can be a size_t here: a non-negative integer that a number holds exactly. */
export const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** What `isSize` allows, in words. */
export const SIZE_IN_WORDS = 'a whole number from 0 to 2^53 - 1'
