import { contractCase, type ContractCase, type Draft } from './case.ts'
import { BUFFER_DATA } from './data/buffer-cases.ts'
import { COPY_IMAGE_DATA } from './data/copy-image-cases.ts'
import { FILL_BUFFER_DATA } from './data/fill-buffer-cases.ts'
import { FILL_IMAGE_DATA } from './data/fill-image-cases.ts'
import { HOST_IMAGE_DATA } from './data/host-image-cases.ts'
import { HOST_POINTER_DATA } from './data/host-pointer-cases.ts'
import { IMAGE_BUFFER_DATA } from './data/image-buffer-cases.ts'
import { IMAGE_DATA } from './data/image-cases.ts'
import { IMAGE_FORMAT_DATA } from './data/image-format-cases.ts'
import { IMAGE_OF_BUFFER_DATA } from './data/image-of-buffer-cases.ts'
import { MAP_BUFFER_DATA } from './data/map-buffer-cases.ts'
import { MAP_IMAGE_DATA } from './data/map-image-cases.ts'
import { MIGRATION_DATA } from './data/migrate-cases.ts'
import { RECT_DATA } from './data/rect-cases.ts'
import { SUB_BUFFER_DATA } from './data/sub-buffer-cases.ts'
import { SUPPORTED_FORMATS } from './data/supported-format-cases.ts'
import { SVM_DATA } from './data/svm-cases.ts'
import { SVM_FILL_DATA } from './data/svm-fill-cases.ts'
import { SVM_FREE } from './data/svm-free-cases.ts'
import { SVM_MAP_DATA } from './data/svm-map-cases.ts'
import { MAP_FAILURE } from './failure/map-failure-cases.ts'
import { QUEUE_FAILURE } from './failure/queue-failure-cases.ts'
import { UNTOUCHED } from './failure/untouched-cases.ts'
import { WAITER_FAILURE } from './failure/waiter-failure-cases.ts'
import { DEVICE_ORDER } from './order/device-cases.ts'
import { GRAPH_ORDER } from './order/graph-cases.ts'
import { HAZARD_ORDER } from './order/hazard-cases.ts'
import { QUEUE_ORDER } from './order/queue-order-cases.ts'
import { UNSUBSCRIBING } from './order/unsubscribe-cases.ts'
import { WAIT_LIST_ORDER } from './order/wait-list-cases.ts'
import { PROFILING } from './profiling-cases.ts'
import { HAZARD_PROGRAMS } from './random/hazard-programs.ts'
import { RANDOM_PROGRAMS } from './random/random-cases.ts'
import { BUFFER_REFUSALS } from './refusals/buffer-refusals.ts'
import { COPY_IMAGE_REFUSALS } from './refusals/copy-image-refusals.ts'
import { CREATION_REFUSALS } from './refusals/creation-refusals.ts'
import { FILL_REFUSALS } from './refusals/fill-refusals.ts'
import { HOST_POINTER_REFUSALS } from './refusals/host-pointer-refusals.ts'
import { IMAGE_REFUSALS } from './refusals/image-refusals.ts'
import { MAP_REFUSALS } from './refusals/map-refusals.ts'
import { MARKER_REFUSALS } from './refusals/marker-refusals.ts'
import { OPERATOR_REFUSALS } from './refusals/operator-refusals.ts'
import { RECT_REFUSALS } from './refusals/rect-refusals.ts'
import { STREAM_REFUSALS } from './refusals/stream-refusals.ts'
import { SVM_MAP_REFUSALS } from './refusals/svm-map-refusals.ts'
import { SVM_REFUSALS } from './refusals/svm-refusals.ts'
import { UNMAP_REFUSALS } from './refusals/unmap-refusals.ts'
import { CONTEXT_RELEASE } from './release/context-cases.ts'
import { MAP_RELEASE } from './release/map-cases.ts'
import { OBJECT_RELEASE } from './release/release-cases.ts'
import { settingsOf, type ContractOptions } from './settings.ts'

const DRAFTS: readonly Draft[] = [
  ...BUFFER_DATA,
  ...SUB_BUFFER_DATA,
  ...IMAGE_DATA,
  ...IMAGE_BUFFER_DATA,
  ...IMAGE_FORMAT_DATA,
  ...COPY_IMAGE_DATA,
  ...FILL_BUFFER_DATA,
  ...FILL_IMAGE_DATA,
  ...RECT_DATA,
  ...MAP_BUFFER_DATA,
  ...MAP_IMAGE_DATA,
  ...SVM_DATA,
  ...HOST_POINTER_DATA,
  ...MIGRATION_DATA,
  ...SVM_FILL_DATA,
  ...SVM_MAP_DATA,
  ...SVM_FREE,
  ...HOST_IMAGE_DATA,
  ...IMAGE_OF_BUFFER_DATA,
  ...SUPPORTED_FORMATS,
  ...BUFFER_REFUSALS,
  ...IMAGE_REFUSALS,
  ...SVM_REFUSALS,
  ...MARKER_REFUSALS,
  ...CREATION_REFUSALS,
  ...RECT_REFUSALS,
  ...FILL_REFUSALS,
  ...COPY_IMAGE_REFUSALS,
  ...MAP_REFUSALS,
  ...UNMAP_REFUSALS,
  ...SVM_MAP_REFUSALS,
  ...HOST_POINTER_REFUSALS,
  ...STREAM_REFUSALS,
  ...OPERATOR_REFUSALS,
  ...DEVICE_ORDER,
  ...WAIT_LIST_ORDER,
  ...GRAPH_ORDER,
  ...QUEUE_ORDER,
  ...HAZARD_ORDER,
  ...UNSUBSCRIBING,
  ...WAITER_FAILURE,
  ...QUEUE_FAILURE,
  ...MAP_FAILURE,
  ...UNTOUCHED,
  ...OBJECT_RELEASE,
  ...MAP_RELEASE,
  ...CONTEXT_RELEASE,
  ...PROFILING,
  ...RANDOM_PROGRAMS,
  ...HAZARD_PROGRAMS,
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
