import { Command, completed, ready, svmMemFill, svmMigrate, type MigrationFlag } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { fillBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'
import { PATTERN_SIZES, runsOf } from './fill-buffer-cases.ts'

const draft = drafts('data of filled shared virtual memory', 'svm')
const migration = drafts('data of migrated shared virtual memory', 'svm', 'svmMigration')
const SIZE = 768

const TARGETS: readonly (readonly MigrationFlag[])[] = [[], ['HOST'], []]

export const SVM_FILL_DATA: readonly Draft[] = [
  ...PATTERN_SIZES.map((patternSize) =>
    draft(`svmMemFill with a pattern of ${patternSize} bytes fills its range and nothing else`, async (bench) => {
      const queue = bench.queue()
      const expected = pattern(SIZE, 241)
      const memory = await bench.svm(expected)
      for (const [at, count] of runsOf(patternSize, SIZE)) {
        const [offset, size] = [at * patternSize, count * patternSize]
        const bytes = pattern(patternSize, offset + size)
        const pointer = memory.at(offset)
        const filled = ready(pointer).pipe(svmMemFill(queue, bytes, { size }), completed())
        const what = `svmMemFill of ${size} bytes at ${offset}`
        expectEqual(`${what}: emitted`, await value(what, filled), pointer)
        fillBytes(expected, offset, size, bytes)
        expectBytes(what, await bench.contents(memory), expected)
      }
    }),
  ),
  draft('svmMemFill without a size fills to the end of the allocation', async (bench) => {
    const expected = pattern(SIZE, 242)
    const memory = await bench.svm(expected)
    await bench.run(bench.queue(), Command.svmMemFill({ svmPtr: memory.at(40), pattern: pattern(8, 243) }))
    fillBytes(expected, 40, SIZE - 40, pattern(8, 243))
    expectBytes('the memory', await bench.contents(memory), expected)
  }),
  migration('a migration, to the device and to the host, keeps the bytes', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 244)
    const [a, b] = [await bench.svm(bytes), await bench.svm(bytes)]
    for (const flags of TARGETS) {
      const pointers = [a.at(0), b.at(5)]
      const whole = ready(pointers).pipe(svmMigrate(queue, { flags }), completed())
      expectEqual('what svmMigrate emits', await value('svmMigrate', whole), pointers)
      await value('svmMigrate', ready(b.at(9)).pipe(svmMigrate(queue, { flags, sizes: [20] }), completed()))
      for (const memory of [a, b]) expectBytes(`after [${flags}]`, await bench.contents(memory), bytes)
    }
  }),
  migration('what is written after a migration that need not keep the bytes is there', async (bench) => {
    const queue = bench.queue()
    const memory = await bench.svm(pattern(SIZE, 245))
    for (const flags of [['CONTENT_UNDEFINED'], ['HOST', 'CONTENT_UNDEFINED']] as const) {
      await bench.run(queue, Command.svmMigrate({ svmPointers: [memory.at(0)], flags }))
      await bench.fill(memory, pattern(SIZE, 246))
      expectBytes(`after [${flags}]`, await bench.contents(memory), pattern(SIZE, 246))
    }
  }),
]
