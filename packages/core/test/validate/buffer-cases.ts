import type { CommandWorld } from './command-world.ts'
import { bufferOf, partOf, released } from './objects.ts'
import { prefixed } from './prefixed-cases.ts'

/** The cases of the conditions that come once per buffer; `key` is the field. */
export const bufferCases = <const Name extends string>(name: Name, key: string) => {
  const row = { parameter: name, vary: key, control: ({ here }: CommandWorld) => bufferOf(here) }
  return prefixed(name, {
    context: { ...row, fault: ({ elsewhere }) => bufferOf(elsewhere) },
    live: { ...row, fault: ({ here }) => released(bufferOf(here)) },
    misaligned: {
      ...row,
      fault: ({ here }) => partOf(bufferOf(here), 64, 256),
      control: ({ here }) => partOf(bufferOf(here), 128, 256),
    },
  })
}
