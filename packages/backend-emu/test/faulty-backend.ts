import type { Backend, ContextPort, PortCommand, Settled, Submission } from '@rxcl/core/port'
import * as E from 'fp-ts/lib/Either.js'
import { emulator, type EmulatorOptions } from '../src/index.ts'

/** What is wrong with a backend that is the emulator otherwise. */
export interface Fault {
  readonly options?: EmulatorOptions
  readonly submission?: (submission: Submission) => Submission
  readonly command?: (command: PortCommand) => PortCommand
  readonly settled?: (settled: Settled) => readonly Settled[]
  readonly port?: (port: ContextPort) => Partial<ContextPort>
}

const same = <A>(a: A): A => a

const broken = (port: ContextPort, fault: Fault): ContextPort => ({
  createQueue: (desc) => port.createQueue(desc),
  createBuffer: (desc) => port.createBuffer(desc),
  createSubBuffer: (parent, desc) => port.createSubBuffer(parent, desc),
  createImage: (shape, flags, storage) => port.createImage(shape, flags, storage),
  svmAlloc: (desc) => port.svmAlloc(desc),
  svmBytes: (allocation) => port.svmBytes(allocation),
  mappedMemory: (mapping) => port.mappedMemory(mapping),
  releaseMapping: (mapping) => port.releaseMapping(mapping),
  createUserEvent: (event) => port.createUserEvent(event),
  setUserEventStatus: (event, status) => port.setUserEventStatus(event, status),
  releaseQueue: (queue) => port.releaseQueue(queue),
  releaseMem: (mem) => port.releaseMem(mem),
  svmFree: (allocation) => port.svmFree(allocation),
  submit: (batch) =>
    port.submit(
      batch.map((one) => {
        const submission = (fault.submission ?? same)(one)
        return { ...submission, command: (fault.command ?? same)(submission.command) }
      }),
    ),
  eventStatus: (event) => port.eventStatus(event),
  release: () => port.release(),
  ...fault.port?.(port),
})

export const faultyBackend = (fault: Fault): Backend => {
  const inner = emulator(fault.options)
  return {
    name: 'faulty',
    devices: () => inner.devices(),
    openContext: (devices, settled) =>
      E.Functor.map(
        inner.openContext(devices, (batch) => settled(batch.flatMap((one) => fault.settled?.(one) ?? [one]))),
        (port) => broken(port, fault),
      ),
  }
}
