export { emulator } from './emulator.ts'
export { registerEmulator } from './register.ts'
export type { EmulatorOptions } from './options.ts'
export type { DeviceProfile } from './device/device-profile.ts'
export type { DeviceScheduler } from './scheduler/device-scheduler.ts'
export type {
  CallCode,
  Delay,
  FailCall,
  FailEnqueue,
  FailExecution,
  Fault,
  FaultCode,
  FaultyCall,
  LoseDevice,
  Nth,
  OutOfMemory,
  WhichCommands,
} from './faults/fault.ts'
export type { CommandKind } from './command/command-kind.ts'
export type { Latency, LatencyModel } from './timing/latency.ts'
