import * as E from 'fp-ts/lib/Either.js'
import type { Backend, ContextPort, Settled, SettledListener, Submission } from '../../src/port/backend.ts'
import { LEGAL_FORMATS } from '../../src/model/image-format.ts'
import type { DeviceInfo } from '../../src/model/device.ts'
import type { MappedMemory } from '../../src/model/mapped.ts'

const formats = LEGAL_FORMATS.filter(({ channelOrder }) => channelOrder !== 'CL_DEPTH')

const device: DeviceInfo = {
  name: 'recorder',
  type: 'cpu',
  version: '3.0',
  imageSupport: true,
  memBaseAddrAlign: 128,
  maxMemAllocSize: 2 ** 30,
  globalMemSize: 2 ** 32,
  image2dMaxWidth: 16384,
  image2dMaxHeight: 16384,
  image3dMaxWidth: 2048,
  image3dMaxHeight: 2048,
  image3dMaxDepth: 2048,
  imageMaxBufferSize: 65536,
  imageMaxArraySize: 2048,
  imagePitchAlignment: 4,
  imageBaseAddressAlignment: 8,
  outOfOrderQueues: true,
  svm: { coarseGrainBuffer: true, fineGrainBuffer: true, fineGrainSystem: false, atomics: true },
  imageFormats: {
    '1D': formats,
    '1D_BUFFER': formats,
    '1D_ARRAY': formats,
    '2D': formats,
    '2D_ARRAY': formats,
    '3D': formats,
  },
}

/** A backend that carries nothing out: it writes down what it is given, and events settle when the test says so. */
export class RecordingBackend implements Backend {
  readonly name = 'recording'
  /** One entry per call of `submit`. */
  readonly batches: (readonly Submission[])[] = []
  /** What was given back, in order. */
  readonly released: string[] = []
  /** What every mapping shows. */
  mapped: MappedMemory = { bytes: Uint8Array.of(1, 2, 3, 4), rowPitch: 0, slicePitch: 0 }
  /** What the test does with a batch beside writing it down. */
  onSubmit: (batch: readonly Submission[]) => void = () => undefined
  #listener: SettledListener = () => undefined
  #handles = 0
  readonly #svm = new Map<unknown, Uint8Array>()

  devices() {
    return E.right([device])
  }

  /** All submissions, in order. */
  get submissions(): readonly Submission[] {
    return this.batches.flat()
  }

  /** The tags of all submissions, in order. */
  get tags(): readonly string[] {
    return this.submissions.map(({ command }) => command._tag)
  }

  settle(...ends: readonly (number | Partial<Settled>)[]): void {
    this.#listener(
      ends.map((end) => ({
        status: 0,
        cause: 0,
        profile: undefined,
        event: 0,
        ...(typeof end === 'number' ? { event: end } : end),
      })),
    )
  }

  /** Completes everything submitted and not yet complete, in order. */
  #settled = 0
  settleAll(): void {
    const all = this.submissions
    const rest = all.slice(this.#settled)
    this.#settled = all.length
    this.settle(...rest.map(({ event }) => event))
  }

  openContext(_devices: readonly DeviceInfo[], settled: SettledListener): E.Either<never, ContextPort> {
    this.#listener = settled
    const handle = (kind: string) => ({ _tag: 'Right' as const, right: `${kind} ${(this.#handles += 1)}` })
    return E.right({
      createQueue: () => handle('queue'),
      createBuffer: () => handle('buffer'),
      createSubBuffer: () => handle('sub-buffer'),
      createImage: () => handle('image'),
      svmAlloc: ({ size }) => {
        const svm = handle('svm')
        this.#svm.set(svm.right, new Uint8Array(size))
        return svm
      },
      svmBytes: (allocation) => this.#svm.get(allocation) ?? new Uint8Array(0),
      mappedMemory: () => this.mapped,
      releaseMapping: ({ handle: mapping }) => void this.released.push(String(mapping)),
      createUserEvent: () => E.right(undefined),
      setUserEventStatus: () => E.right(undefined),
      releaseQueue: (queue) => void this.released.push(String(queue)),
      releaseMem: (mem) => void this.released.push(String(mem)),
      svmFree: (allocation) => void this.released.push(String(allocation)),
      submit: (batch) => {
        this.batches.push(batch)
        for (const { command } of batch)
          if (command._tag === 'MapBuffer' || command._tag === 'MapImage' || command._tag === 'SvmMap')
            command.mapping.handle = `mapping ${(this.#handles += 1)}`
        this.onSubmit(batch)
      },
      eventStatus: () => 2,
      release: () => void this.released.push('context'),
    })
  }
}
