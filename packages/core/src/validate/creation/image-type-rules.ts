import type { ContextIdentity } from '../../model/context-identity.ts'
import type { ImageType } from '../../model/image-type.ts'
import { hasVersion } from '../rules/version-rule.ts'

/** Whether the context's devices are new enough for images of a type: version 1.2 brought all but 2D and 3D. */
export const takesType = (context: ContextIdentity, type: ImageType): boolean =>
  type === '2D' || type === '3D' || hasVersion(context, '1.2')

/** Whether images of a type may have the channel order CL_DEPTH. */
export const takesDepth = (type: ImageType): boolean => type === '2D' || type === '2D_ARRAY'
