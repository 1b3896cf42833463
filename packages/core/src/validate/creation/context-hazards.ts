import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { CreateContextError } from '../../model/creation-errors.ts'
import { HAZARD_MODES, type HazardMode } from '../../model/hazard-mode.ts'
import { inWords } from '../rules/in-words.ts'

/** The option `hazards` of a new context, 'order' unless given. That the options are an object is checked before. */
export const validateContextHazards = (options: unknown): Either<CreateContextError, HazardMode> => {
  const { hazards = 'order' } = (options ?? {}) as { readonly hazards?: unknown }
  const mode = HAZARD_MODES.find((known) => known === hazards)
  if (mode !== undefined) return E.right(mode)
  const message = `hazards is one of ${HAZARD_MODES.join(', ')}; given: ${inWords(hazards)}.`
  return E.left(refusal('CL_INVALID_VALUE', 'createContext', 'hazards', message))
}
