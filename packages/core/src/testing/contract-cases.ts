import { contractCase, type ContractCase, type Draft } from './case.ts'
import { BUFFER_DATA } from './data/buffer-cases.ts'
import { IMAGE_BUFFER_DATA } from './data/image-buffer-cases.ts'
import { IMAGE_DATA } from './data/image-cases.ts'
import { IMAGE_FORMAT_DATA } from './data/image-format-cases.ts'
import { SUB_BUFFER_DATA } from './data/sub-buffer-cases.ts'
import { SVM_DATA } from './data/svm-cases.ts'
import { QUEUE_FAILURE } from './failure/queue-failure-cases.ts'
import { WAITER_FAILURE } from './failure/waiter-failure-cases.ts'
import { DEVICE_ORDER } from './order/device-cases.ts'
import { GRAPH_ORDER } from './order/graph-cases.ts'
import { QUEUE_ORDER } from './order/queue-order-cases.ts'
import { UNSUBSCRIBING } from './order/unsubscribe-cases.ts'
import { WAIT_LIST_ORDER } from './order/wait-list-cases.ts'
import { PROFILING } from './profiling-cases.ts'
import { RANDOM_PROGRAMS } from './random/random-cases.ts'
import { BUFFER_REFUSALS } from './refusals/buffer-refusals.ts'
import { CREATION_REFUSALS } from './refusals/creation-refusals.ts'
import { IMAGE_REFUSALS } from './refusals/image-refusals.ts'
import { MARKER_REFUSALS } from './refusals/marker-refusals.ts'
import { STREAM_REFUSALS } from './refusals/stream-refusals.ts'
import { SVM_REFUSALS } from './refusals/svm-refusals.ts'
import { CONTEXT_RELEASE } from './release/context-cases.ts'
import { OBJECT_RELEASE } from './release/release-cases.ts'
import { settingsOf, type ContractOptions } from './settings.ts'

const DRAFTS: readonly Draft[] = [
  ...BUFFER_DATA,
  ...SUB_BUFFER_DATA,
  ...IMAGE_DATA,
  ...IMAGE_BUFFER_DATA,
  ...IMAGE_FORMAT_DATA,
  ...SVM_DATA,
  ...BUFFER_REFUSALS,
  ...IMAGE_REFUSALS,
  ...SVM_REFUSALS,
  ...MARKER_REFUSALS,
  ...CREATION_REFUSALS,
  ...STREAM_REFUSALS,
  ...DEVICE_ORDER,
  ...WAIT_LIST_ORDER,
  ...GRAPH_ORDER,
  ...QUEUE_ORDER,
  ...UNSUBSCRIBING,
  ...WAITER_FAILURE,
  ...QUEUE_FAILURE,
  ...OBJECT_RELEASE,
  ...CONTEXT_RELEASE,
  ...PROFILING,
  ...RANDOM_PROGRAMS,
]

/**
 * What every backend must do, as cases for any test framework:
 * `for (const c of contractCases({ backend })) it(`${c.group}: ${c.name}`, c.run)`.
 * Names are unique within a group. The list is the same for every backend; a case whose subject the device lacks checks
 * that the device refuses it.
 */
export const contractCases = (options: ContractOptions): readonly ContractCase[] => {
  const settings = settingsOf(options)
  return DRAFTS.map((draft) => contractCase(settings, draft))
}
