import * as E from 'fp-ts/lib/Either.js'
import type { ClError, Flow } from '../../index.ts'
import { expectEqual, expectLeft, fail } from '../expect.ts'
import { collect } from '../settle.ts'

/** Good, bad, good: a Right, the Left of the bad one, a Right. */
export const expectRightLeftRight = async (flow: Flow<ClError, unknown>, code: string): Promise<void> => {
  const results = await collect(flow)
  expectEqual('how many results', results.length, 3)
  for (const [index, result] of results.entries())
    if (index === 1) expectLeft('the bad frame', result, { code, origin: 'validation' })
    else if (E.isLeft(result)) fail(`frame ${index}: expected a Right, got ${result.left._tag}: ${result.left.message}`)
}
