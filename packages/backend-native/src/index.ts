export { native, type NativeOptions } from './native.ts'
export { registerNative } from './register.ts'
