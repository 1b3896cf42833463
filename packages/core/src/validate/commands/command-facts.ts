/**
 * What a command is checked against: the queue it goes to and what it waits for. Nothing here is trusted.
 *
 * The specification gives no order to its error codes. Every command of this library is checked in one order, so that
 * a program with several faults gets the same answer everywhere; within a step the C order of the parameters counts:
 *
 *  1. the command-queue: CL_INVALID_COMMAND_QUEUE
 *  2. kind and liveness of the objects: CL_INVALID_MEM_OBJECT, for SVM pointers and empty lists CL_INVALID_VALUE
 *  3. their context: CL_INVALID_CONTEXT
 *  4. the wait list, kind of all entries before context: CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_CONTEXT
 *  5. what the device and the flags of the objects permit: CL_INVALID_OPERATION
 *  6. whether two images have one format: CL_IMAGE_FORMAT_MISMATCH; then each value alone: numbers, shape of origin
 *     and region, pitches, host memory: CL_INVALID_VALUE
 *  7. bounds: CL_INVALID_VALUE
 *  8. what the queue's device can do with an image: CL_INVALID_IMAGE_SIZE, CL_IMAGE_FORMAT_NOT_SUPPORTED
 *  9. alignment of sub-buffers for the queue's device: CL_MISALIGNED_SUB_BUFFER_OFFSET
 * 10. overlap: CL_MEM_COPY_OVERLAP; of a map with an outstanding one: CL_INVALID_OPERATION
 *
 * Last of all, a read without `ptr` allocates its result: CL_OUT_OF_HOST_MEMORY.
 */
export interface CommandFacts {
  readonly queue: unknown
  readonly waitList: readonly unknown[]
}
