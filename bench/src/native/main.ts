import { native } from '@rxcl/backend-native'
import { createOpenCL } from '@rxcl/core'
import Table from 'cli-table3'
import { median } from '../measure.ts'
import { right } from '../right.ts'
import { printNativeFrames } from './frames.ts'
import { prepareOperators, type Large, type OperatorTimes } from './operators.ts'
import { compilePlain, type PlainTimes } from './plain.ts'

const ROUNDS = 5

const opencl = createOpenCL(right(native()))
const ofSmall = right(opencl.createContext())
const context = right(opencl.createContext())
const plain = compilePlain()
const measureOperators = await prepareOperators(ofSmall, context)
const plainRounds: PlainTimes[] = []
const operatorRounds: OperatorTimes[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const c = plain.run()
  const operators = await measureOperators()
  if (round === 0) continue
  plainRounds.push(c)
  operatorRounds.push(operators)
}
plain.dispose()
ofSmall.release()
context.release()

const ofPlain = (pick: (times: PlainTimes) => number): number => median(plainRounds.map(pick))
const ofOperators = (pick: (times: OperatorTimes) => number): number => median(operatorRounds.map(pick))

const small = new Table({ head: ['20,000 64-byte copies', 'C µs', 'operators µs', 'ratio', 'target'] })
const smallRow = (what: string, c: number, operators: number, target: string): void => {
  small.push([what, c.toFixed(2), operators.toFixed(2), (operators / c).toFixed(2), target])
}
smallRow(
  'enqueue only',
  ofPlain((t) => t.enqueue),
  ofOperators((t) => t.enqueue),
  '≤ 1.25',
)
smallRow(
  'pipelined, one operator',
  ofPlain((t) => t.pipelined),
  ofOperators((t) => t.pipelined),
  '≤ 1.3',
)
smallRow(
  'pipelined, a chain of operators',
  ofPlain((t) => t.pipelined),
  ofOperators((t) => t.chained),
  '',
)
smallRow(
  'one at a time (2,000)',
  ofPlain((t) => t.single),
  ofOperators((t) => t.single),
  '≤ 1.5',
)
console.log(`${context.devices[0]?.name}\n${small.toString()}`)

const large = new Table({ head: ['64 MiB', 'C ms', 'operators ms', 'bandwidth of C', 'on the device', 'target'] })
const largeRow = (
  what: string,
  inC: 'copyImageToBuffer' | 'svmMemcpy' | 'readBuffer',
  pick: (times: OperatorTimes) => Large | undefined,
): void => {
  const c = { wall: ofPlain((t) => t[inC].wall), device: ofPlain((t) => t[inC].device) }
  const own = operatorRounds.map(pick).filter((one): one is Large => one !== undefined)
  if (own.length === 0) {
    large.push([what, 'the device has none', '', '', '', ''])
    return
  }
  const wall = median(own.map((one) => one.wall))
  const device = c.device / median(own.map((one) => one.device))
  large.push([
    what,
    c.wall.toFixed(2),
    wall.toFixed(2),
    (c.wall / wall).toFixed(2),
    Number.isNaN(device) ? '-' : device.toFixed(2),
    '≥ 0.95',
  ])
}
largeRow('copyImageToBuffer', 'copyImageToBuffer', (t) => t.copyImageToBuffer)
largeRow('svmMemcpy', 'svmMemcpy', (t) => t.svmMemcpy)
largeRow('readBuffer', 'readBuffer', (t) => t.readBuffer)
largeRow('readBuffer with ptr', 'readBuffer', (t) => t.readIntoOwn)
console.log(large.toString())

await printNativeFrames()
