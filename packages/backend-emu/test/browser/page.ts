import 'reflect-metadata/lite'
import { emulator, registerEmulator, type EmulatorOptions } from '@rxcl/backend-emu'
import { OPENCL } from '@rxcl/core'
import { contractCases, runContract } from '@rxcl/core/testing'
import { container } from 'tsyringe'
import { runLongCopy } from './long-copy.ts'
import type { BackendOutcome, ContractOutcome, PageOutcome } from './outcome.ts'
import { runProgram } from './program.ts'

const wordsFor = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const checkContract = async (options: EmulatorOptions): Promise<ContractOutcome> => {
  const contract = { backend: () => emulator(options) }
  const { passed, failed } = await runContract(contract)
  return {
    cases: contractCases(contract).length,
    passed: passed.length,
    failed: failed.map(({ case: { group, name }, error }) => `${group}: ${name}: ${wordsFor(error)}`),
  }
}

const runBackend = async (options: EmulatorOptions): Promise<BackendOutcome> => {
  const child = container.createChildContainer()
  registerEmulator(child, options)
  return { ...(await runProgram(child.resolve(OPENCL))), contract: await checkContract(options) }
}

/** Room for a long copy in a single task: the control for what watches it. */
const ONE_SLICE: EmulatorOptions = { sliceBytes: 2 ** 30, sliceMs: 60_000 }

/** Counts what ports post from now on. */
const countMessages = (): (() => number) => {
  const { prototype } = MessagePort
  const { postMessage } = prototype
  let count = 0
  prototype.postMessage = function counted(...message) {
    count += 1
    postMessage.apply(this, message)
  }
  return () => count
}

const run = async (): Promise<PageOutcome> => {
  const messages = countMessages()
  const longCopy = await runLongCopy(emulator())
  const unslicedCopy = await runLongCopy(emulator(ONE_SLICE))
  return {
    emulator: await runBackend({}),
    seeded: await runBackend({ seed: 1 }),
    longCopy,
    unslicedCopy,
    host: { hasSetImmediate: 'setImmediate' in globalThis, messages: messages() },
  }
}

/** The promise of a PageOutcome as JSON: for whoever has opened the page. */
const result: Promise<string> = run().then((outcome) => JSON.stringify(outcome))
Object.assign(globalThis, { __result: result })
