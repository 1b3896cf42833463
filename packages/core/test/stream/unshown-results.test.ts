import { expect, it } from 'vitest'
import { Command, enqueue, readBuffer, readBufferRect, readImage, ready, RGBA8 } from '../../src/index.ts'
import { isUnshown, type Submission } from '../../src/port/index.ts'
import { bytes, recorded, right, turn } from './fixture.ts'

const resultOf = (submission: Submission | undefined): Uint8Array => {
  const command = submission?.command
  if (command?._tag === 'ReadBuffer' || command?._tag === 'ReadBufferRect' || command?._tag === 'ReadImage')
    return command.ptr
  throw new Error('expected a read')
}

it('the results of readBuffer, readBufferRect and readImage are out of reach until they are complete', async () => {
  const { backend, context, queue, buffer } = recorded()
  const image = right(context.createImage({ type: '2D', format: RGBA8, width: 2, height: 2 }))
  ready(buffer()).pipe(readBuffer(queue)).subscribe()
  ready(buffer())
    .pipe(readBufferRect(queue, { region: [4, 2] }))
    .subscribe()
  ready(image).pipe(readImage(queue)).subscribe()
  await turn()
  expect(backend.submissions.map(resultOf).map(isUnshown)).toEqual([true, true, true])
})

it('those of a read as data are in reach from the beginning, given or made', async () => {
  const { backend, queue, buffer } = recorded()
  const dst = buffer(4)
  enqueue(queue, Command.readBuffer({ buffer: dst })).subscribe()
  enqueue(queue, Command.readBuffer({ buffer: dst, ptr: bytes(0, 0, 0, 0) })).subscribe()
  await turn()
  expect(backend.submissions.map(resultOf).map(isUnshown)).toEqual([false, false])
})
