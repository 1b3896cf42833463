import type { CommandWorld } from './command-world.ts'
import type { Case } from './specification.ts'

type CommandCase = Case<CommandWorld>

/** The cases of conditions that come once per operand, under its name. */
export const prefixed = <const Name extends string, Rest extends string>(
  name: Name,
  cases: Readonly<Record<Rest, CommandCase>>,
): Readonly<Record<`${Name}-${Rest}`, CommandCase>> =>
  Object.fromEntries(
    Object.entries<CommandCase>(cases).map(([rest, row]) => [`${name}-${rest}`, row]),
  ) as unknown as Readonly<Record<`${Name}-${Rest}`, CommandCase>>
