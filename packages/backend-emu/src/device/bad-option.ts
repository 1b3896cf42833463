import type { PortFailure } from '@rxcl/core/port'
import { STATUS } from '../status.ts'

const describe = (given: unknown): string => {
  switch (typeof given) {
    case 'string':
      return JSON.stringify(given)
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(given)
    case 'bigint':
      return `${given}n`
    case 'symbol':
      return 'a symbol'
    case 'function':
      return 'a function'
    case 'object':
      if (given === null) return 'null'
      return Array.isArray(given) ? `a list of ${given.length}` : 'an object'
  }
}

/** The failure for the option at `path`: `allowed` is what it may be. */
export const badOption = (path: string, given: unknown, allowed: string): PortFailure => ({
  status: STATUS.CL_INVALID_VALUE,
  message: `The emulator's option ${path} is ${describe(given)}; allowed is ${allowed}.`,
  parameter: path,
})
