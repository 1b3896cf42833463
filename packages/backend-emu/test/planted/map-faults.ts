import type { ContextPort, MappedMemory, MappingRef, Submission } from '@rxcl/core/port'
import type { Fault } from '../faulty-backend.ts'
import type { PlantedFaults } from './planted-faults.ts'

/** The host gets a copy, which is taken back where `isTaken`, and which nothing detaches. */
const showsCopies =
  (isTaken: boolean) =>
  (port: ContextPort): Partial<ContextPort> => {
    const shown = new Map<MappingRef, { readonly own: MappedMemory; readonly copy: MappedMemory }>()
    const takeBack = ({ command }: Submission): void => {
      const known =
        command._tag === 'UnmapMemObject' || command._tag === 'SvmUnmap' ? shown.get(command.mapping) : undefined
      known?.own.bytes.set(known.copy.bytes)
    }
    return {
      mappedMemory: (mapping) => {
        const own = port.mappedMemory(mapping)
        const copy = { ...own, bytes: own.bytes.slice() }
        shown.set(mapping, { own, copy })
        return copy
      },
      submit: (batch) => {
        if (isTaken) batch.forEach(takeBack)
        port.submit(batch)
      },
    }
  }

const saysPitches = (said: (memory: MappedMemory) => Partial<MappedMemory>): Fault => ({
  port: (port) => ({
    mappedMemory: (mapping) => {
      const memory = port.mappedMemory(mapping)
      return { ...memory, ...said(memory) }
    },
  }),
})

/** Runs what waits for a failed user event, as if it had completed. */
const RUNS_ALL_THE_SAME: Fault = {
  port: (port) => ({ setUserEventStatus: (event) => port.setUserEventStatus(event, 0) }),
  submission: (one) => ({ ...one, failedWait: 0 }),
}

/** Of maps and of what ends them. */
export const MAP_FAULTS: PlantedFaults = {
  'a map of a buffer begins at its start': [
    'data of mapped buffers',
    { command: (command) => (command._tag === 'MapBuffer' ? { ...command, offset: 0 } : command) },
  ],
  'what the host writes into a mapped buffer is lost': ['data of mapped buffers', { port: showsCopies(false) }],
  'the view of a mapped buffer is not detached': ['data of mapped buffers', { port: showsCopies(true) }],
  'a map that invalidates is one for reading': [
    'data of mapped buffers',
    {
      command: (command) =>
        command._tag === 'MapBuffer' && command.mapFlags.includes('WRITE_INVALIDATE_REGION')
          ? { ...command, mapFlags: ['READ'] }
          : command,
    },
  ],
  'a map to write does not bring the bytes': [
    'data of mapped buffers',
    {
      command: (command) =>
        command._tag === 'MapBuffer' && command.mapFlags.includes('WRITE')
          ? { ...command, mapFlags: ['WRITE_INVALIDATE_REGION'] }
          : command,
    },
  ],
  'a map of an image begins at its left edge': [
    'data of mapped images',
    {
      command: (command) =>
        command._tag === 'MapImage' ? { ...command, origin: [0, command.origin[1], command.origin[2]] } : command,
    },
  ],
  'what the host writes into a mapped image is lost': ['data of mapped images', { port: showsCopies(false) }],
  'a map of a 1D array has no slice pitch': ['data of mapped images', saysPitches(() => ({ slicePitch: 0 }))],
  'a map says a row pitch that is not its own': [
    'data of mapped images',
    saysPitches(({ rowPitch }) => ({ rowPitch: rowPitch + 1 })),
  ],
  'a map of shared virtual memory begins at its start': [
    'data of mapped shared virtual memory',
    {
      command: (command) =>
        command._tag === 'SvmMap'
          ? { ...command, svmPtr: { ...command.svmPtr, allocation: command.svmPtr.allocation, byteOffset: 0 } }
          : command,
    },
  ],
  'what the host writes into mapped shared virtual memory is lost': [
    'data of mapped shared virtual memory',
    { options: { device: { svm: 'coarse' } }, port: showsCopies(false) },
  ],
  'a map of fine-grained memory shows a copy': ['data of mapped shared virtual memory', { port: showsCopies(true) }],
  'a map whose event fails is complete': ['failure of maps', RUNS_ALL_THE_SAME],
  'fills and rectangles whose event fails run': ['commands that fail touch nothing', RUNS_ALL_THE_SAME],
  'the views of a released context stay': [
    'release of what is mapped',
    { port: () => ({ releaseMapping: () => undefined }) },
  ],
}
