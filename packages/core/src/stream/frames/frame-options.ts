import { refusal, type ClError } from '../../model/cl-error.ts'

/** An option that is none of those it may be; `parameter` names it. */
export type OptionError = ClError<'CL_INVALID_VALUE'>

/** In which order the results of frames are emitted. */
export type FrameOrder = 'source' | 'completion'

/** How many frames are worked on at once. */
export interface FrameOptions {
  /** A frame is in flight from the subscription of its flow until that has completed. A whole number from 1. */
  readonly inFlight: number
  /**
   * 'source', unless given: the results of a frame after those of the frames before it. A frame that is done before an
   * earlier one keeps its place among those in flight until its results are out, so that no more than `inFlight` frames
   * hold results back. 'completion': each result at once.
   */
  readonly order?: FrameOrder
}

/** Whether a value is a whole number, `least` or more. */
export const isCount = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least

const ORDERS: ReadonlySet<unknown> = new Set([undefined, 'source', 'completion'])

/** What is wrong with the options of pull and bounded, if anything. They may come from untyped code. */
export const frameOptionsFault = (call: string, options: FrameOptions | undefined): OptionError | undefined => {
  const { inFlight, order }: { readonly inFlight?: unknown; readonly order?: unknown } = options ?? {}
  if (!isCount(inFlight, 1))
    return refusal(
      'CL_INVALID_VALUE',
      call,
      'in_flight',
      `inFlight must be a whole number from 1; given: ${String(inFlight)}.`,
    )
  if (!ORDERS.has(order))
    return refusal(
      'CL_INVALID_VALUE',
      call,
      'order',
      `order must be 'source' or 'completion'; given: ${String(order)}.`,
    )
  return undefined
}
