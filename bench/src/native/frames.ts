import { native } from '@rxcl/backend-native'
import { createOpenCL } from '@rxcl/core'
import { printFrames } from '../frames.ts'
import { right } from '../right.ts'

/** The frames of the emulator's bench, on the machine's own driver. */
export const printNativeFrames = async (): Promise<void> => {
  const context = right(createOpenCL(right(native())).createContext())
  await printFrames(context)
  context.release()
}
