import {
  Command,
  type AnyCommand,
  type ClBuffer,
  type ClCommandQueue,
  type ClContext,
  type Dependency,
} from '../../index.ts'
import type { Capability } from '../capability.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, right } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { refused } from '../settle.ts'
import type { Memory, Workbench } from '../workbench.ts'

export const SIZE = 64

/** What the refused commands name; `source` and `target` have SIZE bytes. */
export interface RefusalScene {
  readonly bench: Workbench
  readonly queue: ClCommandQueue
  readonly source: ClBuffer
  readonly target: ClBuffer
  /** A buffer of SIZE bytes that was released. */
  readonly gone: ClBuffer
  /** A second context, and a buffer of SIZE bytes in it. */
  readonly elsewhere: ClContext
  readonly foreign: ClBuffer
  /** Further memory that a command names, with what it must still hold afterwards. */
  readonly witnesses: { readonly memory: Memory; readonly bytes: Uint8Array }[]
}

/** One command that must be refused. */
export interface Refusal {
  readonly name: string
  readonly code: string
  readonly status: number
  readonly parameter: string
  readonly needs?: readonly Capability[]
  readonly queue?: (scene: RefusalScene) => ClCommandQueue
  readonly waitFor?: (scene: RefusalScene) => readonly Dependency[]
  readonly command: (scene: RefusalScene) => AnyCommand | Promise<AnyCommand>
}

const inScene = async (bench: Workbench, body: (scene: RefusalScene) => Promise<void>): Promise<void> => {
  const elsewhere = right('createContext', bench.opencl.createContext())
  try {
    const gone = await bench.buffer(SIZE)
    gone.release()
    await body({
      bench,
      queue: bench.queue(),
      source: await bench.buffer(pattern(SIZE, 71)),
      target: await bench.buffer(pattern(SIZE, 72)),
      gone,
      elsewhere,
      foreign: right('createBuffer', elsewhere.createBuffer({ size: SIZE })),
      witnesses: [],
    })
  } finally {
    elsewhere.release()
  }
}

/**
 * A case per row: the command is refused with this code and parameter, the memory is as it was, and the next command on
 * the same queue works.
 */
export const refusalDrafts = (command: string, rows: readonly Refusal[]): readonly Draft[] => {
  const draft = drafts(`refusals of ${command}`)
  return rows.map((row) =>
    draft(
      `${row.name} is ${row.code}, ${row.parameter}`,
      (bench) =>
        inScene(bench, async (scene) => {
          const { queue, source, target } = scene
          const flow = bench.enqueue(
            row.queue === undefined ? queue : row.queue(scene),
            await row.command(scene),
            row.waitFor?.(scene) ?? [],
          )
          const { code, status, parameter } = row
          await refused(row.name, flow, { code, status, parameter, command, origin: 'validation' })
          expectBytes('the source afterwards', await bench.contents(source), pattern(SIZE, 71))
          expectBytes('the target afterwards', await bench.contents(target), pattern(SIZE, 72))
          for (const { memory, bytes } of scene.witnesses)
            expectBytes(`the ${memory._tag} afterwards`, await bench.contents(memory), bytes)
          await bench.run(queue, Command.copyBuffer({ srcBuffer: source, dstBuffer: target }))
          expectBytes('the target of the next command', await bench.contents(target), pattern(SIZE, 71))
        }),
      ...(row.needs ?? []),
    ),
  )
}

/** For arguments of the wrong kind, which only untyped callers can give. */
export const untyped = <T>(value: unknown): T => value as T
