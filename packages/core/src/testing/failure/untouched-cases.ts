import { Command, RGBA8, completed, type AnyCommand } from '../../index.ts'
import type { Capability } from '../capability.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes } from '../expect.ts'
import { gateOf } from '../order/gate.ts'
import { pattern } from '../pattern.ts'
import { refused } from '../settle.ts'
import type { Memory, Workbench } from '../workbench.ts'
import { WAIT_LIST_ERROR } from './wait-list-error.ts'

const draft = drafts('commands that fail touch nothing', 'userEvents')
const before = pattern(64, 361)
const host = pattern(64, 362)
const four = new Uint8Array([1, 2, 3, 4])

/** A command that would change all or some of 64 bytes. */
interface Attempt {
  readonly memory: Memory
  readonly command: AnyCommand
}

const image = (bench: Workbench) => bench.image({ type: '2D', format: RGBA8, width: 4, height: 4 }, before)

const ATTEMPTS: Readonly<Record<string, readonly [readonly Capability[], (bench: Workbench) => Promise<Attempt>]>> = {
  WriteBufferRect: [
    ['rects'],
    async (bench) => {
      const memory = await bench.buffer(before)
      return { memory, command: Command.writeBufferRect({ buffer: memory, ptr: host, region: [4, 4] }) }
    },
  ],
  CopyBufferRect: [
    ['rects'],
    async (bench) => {
      const memory = await bench.buffer(before)
      const boxes = { region: [4, 4], dstOrigin: [32] } as const
      return { memory, command: Command.copyBufferRect({ srcBuffer: memory, dstBuffer: memory, ...boxes }) }
    },
  ],
  FillBuffer: [
    ['fills'],
    async (bench) => {
      const memory = await bench.buffer(before)
      return { memory, command: Command.fillBuffer({ buffer: memory, pattern: four }) }
    },
  ],
  FillImage: [
    ['2D images', 'fills'],
    async (bench) => {
      const memory = await image(bench)
      return { memory, command: Command.fillImage({ image: memory, fillColor: [0, 0, 0, 0] }) }
    },
  ],
  CopyImage: [
    ['2D images'],
    async (bench) => {
      const memory = await image(bench)
      const boxes = { region: [4, 2], dstOrigin: [0, 2] } as const
      return { memory, command: Command.copyImage({ srcImage: memory, dstImage: memory, ...boxes }) }
    },
  ],
  SvmMemFill: [
    ['svm'],
    async (bench) => {
      const memory = await bench.svm(before)
      return { memory, command: Command.svmMemFill({ svmPtr: memory.at(0), pattern: four }) }
    },
  ],
}

export const UNTOUCHED: readonly Draft[] = [
  ...Object.entries(ATTEMPTS).map(([command, [needs, attempt]]) =>
    draft(
      `a ${command} whose event fails`,
      async (bench) => {
        const gate = gateOf(bench)
        const { memory, command: one } = await attempt(bench)
        const flow = bench.enqueue(bench.queue(), one, [gate.event]).pipe(completed())
        const result = refused(command, flow, { ...WAIT_LIST_ERROR, command })
        gate.fail(-5)
        await result
        expectBytes(`the ${memory._tag}`, await bench.contents(memory), before)
        await bench.run(bench.queue(), one)
      },
      ...needs,
    ),
  ),
  draft(
    'a ReadBufferRect whose event fails',
    async (bench) => {
      const gate = gateOf(bench)
      const ptr = host.slice()
      const read = Command.readBufferRect({ buffer: await bench.buffer(before), region: [4, 4], ptr })
      const flow = bench.enqueue(bench.queue(), read, [gate.event]).pipe(completed())
      const result = refused('ReadBufferRect', flow, { ...WAIT_LIST_ERROR, command: 'ReadBufferRect' })
      gate.fail(-5)
      await result
      expectBytes('the host memory', ptr, host)
    },
    'rects',
  ),
]
