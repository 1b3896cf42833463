import * as E from 'fp-ts/lib/Either.js'
import type { ClDevice, ContextOptions } from '../index.ts'
import { right } from './expect.ts'
import { Workbench } from './workbench.ts'

/** Gives a context of its own with other options than the case's, and releases it. */
export const inContext = async (
  { settings, backend }: Workbench,
  options: ContextOptions,
  use: (bench: Workbench) => Promise<void>,
): Promise<void> => {
  const bench = new Workbench(settings, options, backend)
  try {
    await use(bench)
  } finally {
    bench.release()
  }
}

/** The backend's first device and the first other that may be in one context with it; the first alone where none may. */
export const devicesTogether = ({ opencl }: Workbench): readonly ClDevice[] => {
  const [first, ...others] = right('devices', opencl.devices())
  if (first === undefined) return []
  for (const other of others) {
    const context = opencl.createContext({ devices: [first, other] })
    if (E.isLeft(context)) continue
    context.right.release()
    return [first, other]
  }
  return [first]
}
