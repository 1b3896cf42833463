import { emulator } from '@rxcl/backend-emu'
import { createOpenCL } from '@rxcl/core'
import Table from 'cli-table3'
import { measureCommands } from './commands.ts'
import { measureCopies } from './copies.ts'
import { measureHazards } from './hazards.ts'
import { measureFills } from './fills.ts'
import { printFrames } from './frames.ts'
import { right } from './right.ts'

const decimals = (value: number, digits = 2): string => value.toFixed(digits)

const copies = new Table({ head: ['copy or fill', 'MiB', 'ms', 'Uint8Array ms', 'ratio', 'target'] })
for (const { what, bytes, milliseconds, plainMilliseconds, target } of [
  ...(await measureCopies()),
  ...(await measureFills()),
])
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

const hazards = new Table({
  head: ['copies on an out-of-order queue', 'live ranges', 'off, waits by hand, µs', 'order µs', 'ratio', 'µs more'],
})
for (const { what, liveRanges, off, order } of await measureHazards())
  hazards.push([what, liveRanges, decimals(off), decimals(order), decimals(order / off), decimals(order - off)])
console.log(hazards.toString())
console.log('Target: at most 0.3 µs more.')

const context = right(createOpenCL(emulator()).createContext())
await printFrames(context)
context.release()
