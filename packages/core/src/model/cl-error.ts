import { STATUS_CODES, type StatusCode } from './status-codes.ts'

/** A status code of the OpenCL API, verbatim. */
export type ClErrorCode = `CL_${string}`

/** Who found a failure: the library's own check, the driver's return code, or the event's final status. */
export type ErrorOrigin = 'validation' | 'driver' | 'execution'

/** An expected failure, as data. `_tag` is the code, so a `switch` on it is exhaustive. */
export interface ClError<Code extends ClErrorCode = ClErrorCode> {
  readonly _tag: Code
  /** The cl_int value, such as -30. */
  readonly status: number
  /** The command or call that was refused or failed: 'CopyImageToBuffer', 'createBuffer', … */
  readonly command: string
  readonly origin: ErrorOrigin
  /** The C parameter at fault, where one is: 'dst_offset', 'region', 'event_wait_list', … */
  readonly parameter?: string
  /** One sentence with the offending numbers. */
  readonly message: string
  /** For a command that failed because one it waited for failed: that command's own error. */
  readonly cause?: ClError
}

/** One ClError per code, as a union: narrowing `_tag` narrows the error. */
export type ErrorFor<Code extends ClErrorCode> = Code extends ClErrorCode ? ClError<Code> : never

/** The tag of a status that has no name in the API; `status` holds the number. */
export const UNNAMED_STATUS = 'CL_UNNAMED_STATUS'

const NAMES: ReadonlyMap<number, StatusCode> = new Map(
  Object.entries(STATUS_CODES).map(([name, value]) => [value, name as StatusCode]),
)

/** The verbatim name of a cl_int status, or CL_UNNAMED_STATUS. */
export const codeOf = (status: number): StatusCode | typeof UNNAMED_STATUS => NAMES.get(status) ?? UNNAMED_STATUS

/** The refusal of a command or call by one of the library's own rules. */
export const refusal = <Code extends StatusCode>(
  code: Code,
  command: string,
  parameter: string | undefined,
  message: string,
): ClError<Code> => ({
  _tag: code,
  status: STATUS_CODES[code],
  command,
  origin: 'validation',
  ...(parameter === undefined ? {} : { parameter }),
  message,
})
