import Table from 'cli-table3'
import { measureCommands } from './commands.ts'
import { measureCopies } from './copies.ts'

const decimals = (value: number, digits = 2): string => value.toFixed(digits)

const copies = new Table({ head: ['copy', 'MiB', 'ms', 'Uint8Array.set ms', 'ratio', 'target'] })
for (const { what, bytes, milliseconds, plainMilliseconds, target } of await measureCopies())
  copies.push([
    what,
    bytes / 2 ** 20,
    decimals(milliseconds),
    decimals(plainMilliseconds),
    decimals(plainMilliseconds / milliseconds),
    `≥ ${target}`,
  ])
console.log(copies.toString())

const commands = new Table({ head: ['chained 64-byte copies', 'µs each', 'plain loop µs', 'ratio', 'heap bytes each'] })
for (const { commands: count, microseconds, plainMicroseconds, heap } of await measureCommands([
  100, 1_000, 10_000, 20_000, 100_000,
]))
  commands.push([
    count,
    decimals(microseconds),
    decimals(plainMicroseconds, 3),
    decimals(microseconds / plainMicroseconds, 0),
    decimals(heap, 0),
  ])
console.log(commands.toString())
console.log('Targets at 20,000: at most 2 µs and 1,024 bytes each; µs flat from 100 to 100,000.')
