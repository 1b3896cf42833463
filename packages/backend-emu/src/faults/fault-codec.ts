import { STATUS_CODES } from '@rxcl/core'
import * as t from 'io-ts'
import { COMMAND_KINDS } from '../command/command-kind.ts'
import { allowed, integer, oneOf, optionsOf } from '../device/option-types.ts'
import { milliseconds } from '../timing/latency-codec.ts'
import { FAULTY_CALLS, type CallCode, type Fault, type FaultCode } from './fault.ts'

const LEAST_STATUS = -(2 ** 31)

const count = integer(1, Number.MAX_SAFE_INTEGER)
const amount = integer(0, Number.MAX_SAFE_INTEGER)

const isStatus = (given: unknown): boolean =>
  Number.isInteger(given) && (given as number) < 0 && (given as number) >= LEAST_STATUS

const code = allowed(
  `the name of an error code or an integer from ${LEAST_STATUS} to -1`,
  (given): given is FaultCode =>
    isStatus(given) || (typeof given === 'string' && given !== 'CL_SUCCESS' && Object.hasOwn(STATUS_CODES, given)),
)

const callCode = (names: readonly CallCode[]): t.Type<CallCode, CallCode, unknown> =>
  allowed(
    `one of ${names.join(', ')} or an integer from ${LEAST_STATUS} to -1`,
    (given): given is CallCode => isStatus(given) || (names as readonly unknown[]).includes(given),
  )

const CALL_CODES = ['CL_MEM_OBJECT_ALLOCATION_FAILURE', 'CL_OUT_OF_RESOURCES', 'CL_OUT_OF_HOST_MEMORY'] as const
const codeOfCall = callCode(CALL_CODES)
const codeOfContext = callCode([...CALL_CODES, 'CL_DEVICE_NOT_AVAILABLE'])

const nth = { nth: count, times: count }
const device = { device: amount }
const which = { ...nth, ...device, command: oneOf(COMMAND_KINDS) }
const tag = <const Tag extends Fault['_tag']>(name: Tag) => ({ _tag: t.literal(name) })
const call = oneOf(FAULTY_CALLS)
const failCall = optionsOf({ ...tag('FailCall'), call, code: codeOfCall }, nth)
const failContext = optionsOf({ ...tag('FailCall'), call, code: codeOfContext }, nth)

const BY_TAG: { readonly [Tag in Fault['_tag']]: t.Type<Extract<Fault, { readonly _tag: Tag }>, unknown, unknown> } = {
  FailEnqueue: optionsOf({ ...tag('FailEnqueue'), code }, which),
  FailExecution: optionsOf({ ...tag('FailExecution'), code }, { ...which, bytes: amount }),
  Delay: optionsOf({ ...tag('Delay'), ms: milliseconds }, which),
  FailCall: failCall,
  OutOfMemory: optionsOf({ ...tag('OutOfMemory'), bytes: amount }, device),
  LoseDevice: optionsOf({ ...tag('LoseDevice'), after: amount }, { ...device, code }),
}

const tags = Object.keys(BY_TAG) as Fault['_tag'][]
const TAGS = `one of ${tags.join(', ')}`

/** What a codec is for, without what it encodes: then one for some faults is one for faults. */
type Check<A> = Pick<t.Type<A, unknown, unknown>, 'is' | 'validate'>

const codecOf = (given: object): Check<Fault> | undefined => {
  const { _tag, call: name } = given as { readonly _tag?: unknown; readonly call?: unknown }
  if (_tag === 'FailCall' && name === 'createContext') return failContext
  const known = tags.find((one) => one === _tag)
  return known && BY_TAG[known]
}

/** A Fault; whether the emulator has its device is another matter. */
export const fault: t.Type<Fault, Fault, unknown> = new t.Type(
  'a fault',
  (given): given is Fault => typeof given === 'object' && given !== null && codecOf(given)?.is(given) === true,
  (given, context) => {
    if (typeof given !== 'object' || given === null) return t.failure(given, context, 'an object')
    const codec = codecOf(given)
    if (codec !== undefined) return codec.validate(given, context)
    const { _tag } = given as { readonly _tag?: unknown }
    return t.failure(_tag, t.appendContext(context, '_tag', t.unknown, _tag), TAGS)
  },
  t.identity,
)
