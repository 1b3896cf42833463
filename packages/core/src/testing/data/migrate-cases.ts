import { Command, Flow, RGBA8, completed, migrate, ready, type MigrationFlag } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'

const draft = drafts('data of migrations', 'fills')
const bytes = pattern(64, 271)

/** To the device, to the host, and back. */
const TARGETS: readonly (readonly MigrationFlag[])[] = [[], ['HOST'], []]

export const MIGRATION_DATA: readonly Draft[] = [
  draft('a migration of buffers, to the device and to the host, keeps their bytes', async (bench) => {
    const queue = bench.queue()
    const [a, b] = [await bench.buffer(bytes), await bench.buffer(pattern(64, 272))]
    for (const flags of TARGETS) {
      expectEqual('one', await value('migrate', ready(a).pipe(migrate(queue, { flags }), completed())), a)
      const both = Flow.combineLatest([ready(a), ready(b)]).pipe(migrate(queue, { flags }), completed())
      expectEqual('many', (await value('migrate', both))[1], b)
      expectBytes(`a after [${flags}]`, await bench.contents(a), bytes)
      expectBytes(`b after [${flags}]`, await bench.contents(b), pattern(64, 272))
    }
  }),
  draft('an object may stand in the list twice', async (bench) => {
    const a = await bench.buffer(bytes)
    await bench.run(bench.queue(), Command.migrate({ memObjects: [a, a] }))
    expectBytes('the buffer', await bench.contents(a), bytes)
  }),
  draft(
    'a migration of an image beside a buffer keeps the bytes of both',
    async (bench) => {
      const queue = bench.queue()
      const image = await bench.image({ type: '2D', format: RGBA8, width: 4, height: 4 }, bytes)
      const buffer = await bench.buffer(pattern(16, 273))
      for (const flags of TARGETS) {
        await bench.run(queue, Command.migrate({ memObjects: [image, buffer], flags }))
        expectBytes(`the image after [${flags}]`, await bench.contents(image), bytes)
        expectBytes(`the buffer after [${flags}]`, await bench.contents(buffer), pattern(16, 273))
      }
    },
    '2D images',
  ),
  draft(
    'a sub-buffer and its parent migrate',
    async (bench) => {
      const unit = bench.device.memBaseAddrAlign
      const all = pattern(unit * 2, 274)
      const parent = await bench.buffer(all)
      await bench.run(bench.queue(), Command.migrate({ memObjects: [bench.subBuffer(parent, unit, unit), parent] }))
      expectBytes('the parent', await bench.contents(parent), all)
    },
    'subBuffers',
  ),
  draft('what is written after a migration that need not keep the bytes is there', async (bench) => {
    const queue = bench.queue()
    const buffer = await bench.buffer(bytes)
    for (const flags of [['CONTENT_UNDEFINED'], ['HOST', 'CONTENT_UNDEFINED']] as const) {
      await bench.run(queue, Command.migrate({ memObjects: [buffer], flags }))
      await bench.fill(buffer, pattern(64, 275))
      expectBytes(`after [${flags}]`, await bench.contents(buffer), pattern(64, 275))
    }
  }),
  draft(
    'a migration keeps what the commands before it write, on an out-of-order queue too',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const buffer = await bench.buffer(bytes)
      const written = bench.enqueue(queue, Command.writeBuffer({ buffer, ptr: pattern(64, 276) }))
      await bench.run(queue, Command.migrate({ memObjects: [buffer] }), [written])
      expectBytes('the buffer', await bench.contents(buffer), pattern(64, 276))
    },
    'outOfOrder',
  ),
]
