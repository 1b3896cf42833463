import type { DeviceType } from '@rxcl/core'

const CL_DEVICE_TYPE_CPU = 2
const CL_DEVICE_TYPE_GPU = 4

/** cl_device_type bits as one type; accelerators and custom devices are the rest. */
export const deviceTypeOf = (bits: number): DeviceType => {
  if ((bits & CL_DEVICE_TYPE_GPU) !== 0) return 'gpu'
  return (bits & CL_DEVICE_TYPE_CPU) === 0 ? 'accelerator' : 'cpu'
}
