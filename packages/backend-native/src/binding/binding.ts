/**
 * The addon, as TypeScript sees it. It decides nothing: it copies arguments in, calls the driver and copies answers out.
 *
 * A handle is a positive safe integer, slot and generation; a stale one is refused, never followed. Where a number comes
 * back, a negative one is the driver's cl_int status.
 */
export interface Binding {
  /** Opens the OpenCL library, once per process and name; undefined, or why it could not be opened. */
  open(library: string | undefined): string | undefined
  /** clGetPlatformIDs. */
  platforms(): number | readonly PlatformRecord[]
  /** clGetDeviceIDs with CL_DEVICE_TYPE_ALL. */
  devices(platform: number): number | readonly DeviceRecord[]
  /** clCreateSubDevices: parts of a device with `units` compute units each, to be released after their contexts. */
  subDevices(device: number, units: number): number | readonly DeviceRecord[]

  createContext(devices: readonly number[]): number
  /** clGetSupportedImageFormats for reading and writing: pairs of cl_channel_order and cl_channel_type. */
  imageFormats(context: number, imageType: number): number | Uint32Array
  /** With `unwatched` the driver is asked for no callbacks: `sweep` and `peek` find the ends. */
  createQueue(context: number, device: number, outOfOrder: boolean, profiling: boolean, unwatched?: boolean): number
  /**
   * `flags` are the cl_mem_flags bits, sizes are in bytes. `host` is there with CL_MEM_USE_HOST_PTR, and then kept until the
   * driver has destroyed the object, and with CL_MEM_COPY_HOST_PTR.
   */
  createBuffer(context: number, flags: number, size: number, host?: Uint8Array): number
  createSubBuffer(buffer: number, flags: number, origin: number, size: number): number
  createImage(context: number, flags: number, desc: ImageRecord, host?: Uint8Array): number
  svmAlloc(context: number, flags: number, size: number, alignment: number): number
  /** An external ArrayBuffer over shared virtual memory, the same each time; undefined where the runtime forbids them. */
  svmBytes(svm: number): ArrayBuffer | undefined
  /** A mapping to be used by one map command and its unmap. Released before its unmap, it is unmapped by the addon. */
  createMapping(): number
  /**
   * The memory of a mapping whose map is complete, from the first byte mapped to the last, as an external ArrayBuffer, the
   * same each time, and the driver's pitches; undefined before, and where the runtime forbids such arrays.
   */
  mappedMemory(mapping: number): MappedRecord | undefined
  /** Detaches that ArrayBuffer. */
  detachMapping(mapping: number): void
  /**
   * An external ArrayBuffer for a result, over memory that is used again when nothing refers to the ArrayBuffer any
   * more; the bytes are anything. Undefined where the runtime forbids such arrays, the system has no memory, or too much
   * is lent: then ordinary memory has to serve.
   */
  hostMemory(size: number): ArrayBuffer | undefined
  /** Releases any kind of object. Shared virtual memory: its ArrayBuffer is detached first. A stale handle does nothing. */
  release(handle: number): void

  /**
   * The memory that commands are packed into and ends are read from; kept until the environment ends, or until a later
   * call gives other arrays (for a command that is longer than the first). See words.ts.
   */
  register(commands: Float64Array, ends: Float64Array): void
  /**
   * Enqueues the packed commands in order and flushes their queues: a few at once, many on a thread of the addon while
   * JavaScript goes on. `host` are the views that packed commands refer to by index; each is kept, or staged, until its
   * command has settled. A command that the driver refuses settles with the driver's status through `drain`.
   */
  submit(words: number, host: readonly Uint8Array[]): void
  /** Writes as many ends as fit into the registered array and says how many; call again until 0. */
  drain(): number
  /** Looks at every command in flight itself: a driver may settle one without a word. Ends come through `drain`. */
  sweep(): void
  /** As `sweep`, from the command that is longest in flight on, until `most` of them are found running. */
  peek(most: number): void
  /**
   * The program has been told of the end of the command in this slot, which the driver has not settled: it no longer
   * keeps the process alive, and nothing is copied back into its host memory. Its end still comes through `drain`, if
   * ever; until then its host memory is kept. A slot that is not in flight: nothing happens.
   */
  abandon(slot: number): void
  /** Called on the JavaScript thread when there is something to drain. */
  onEnds(listener: () => void): void
  /** CL_EVENT_COMMAND_EXECUTION_STATUS of an event slot in flight; 3, queued, until the driver has been given it. */
  eventStatus(slot: number): number
  /** What is alive in this environment, for tests of balance. */
  live(): LiveCounts
}

/** How many objects of each kind the environment holds, and how many commands are in flight. */
export interface LiveCounts {
  readonly contexts: number
  readonly queues: number
  readonly memObjects: number
  readonly svm: number
  readonly mappings: number
  readonly events: number
}

export interface PlatformRecord {
  readonly handle: number
  readonly name: string
  readonly vendor: string
  /** CL_PLATFORM_VERSION, such as 'OpenCL 3.0 PoCL 3.1'. */
  readonly version: string
}

/** clGetDeviceInfo; sizes as the query gives them. */
export interface DeviceRecord {
  readonly handle: number
  readonly name: string
  readonly vendor: string
  /** CL_DEVICE_VERSION, such as 'OpenCL 3.0 …'. */
  readonly version: string
  /** CL_DRIVER_VERSION. */
  readonly driverVersion: string
  /** cl_device_type bits. */
  readonly type: number
  readonly imageSupport: boolean
  /** In bits. */
  readonly memBaseAddrAlign: number
  readonly maxMemAllocSize: number
  readonly globalMemSize: number
  readonly image2dMaxWidth: number
  readonly image2dMaxHeight: number
  readonly image3dMaxWidth: number
  readonly image3dMaxHeight: number
  readonly image3dMaxDepth: number
  readonly imageMaxBufferSize: number
  readonly imageMaxArraySize: number
  /** CL_DEVICE_IMAGE_PITCH_ALIGNMENT, in pixels; 0 where the query does not exist. */
  readonly imagePitchAlignment: number
  /** CL_DEVICE_IMAGE_BASE_ADDRESS_ALIGNMENT, in pixels; 0 where the query does not exist. */
  readonly imageBaseAddressAlignment: number
  /** Whether CL_DEVICE_PARTITION_PROPERTIES has CL_DEVICE_PARTITION_EQUALLY. */
  readonly divisible: boolean
  /** cl_command_queue_properties bits of host queues. */
  readonly queueProperties: number
  /** cl_device_svm_capabilities bits; 0 where the query does not exist. */
  readonly svmCapabilities: number
}

/** cl_image_format and cl_image_desc, with the numbers of the C headers; `buffer` is a handle or 0. */
export interface ImageRecord {
  readonly channelOrder: number
  readonly channelDataType: number
  readonly imageType: number
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly arraySize: number
  readonly buffer: number
  /** In bytes, 0 for packed rows. */
  readonly rowPitch: number
  readonly slicePitch: number
}

/** What clEnqueueMapImage answers; both pitches are 0 for a buffer. */
export interface MappedRecord {
  readonly bytes: ArrayBuffer
  readonly rowPitch: number
  readonly slicePitch: number
}
