import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { CreateUserEventError } from '../../model/creation-errors.ts'
import { releasedContextRefusal } from '../rules/released-context.ts'
import { versionRefusal } from '../rules/version-rule.ts'

const NAME = 'createUserEvent'

/** The rules of clCreateUserEvent. */
export const validateCreateUserEvent = (context: ContextIdentity): Either<CreateUserEventError, void> => {
  const refused =
    releasedContextRefusal(NAME, context) ?? versionRefusal(NAME, 'context', context, 'user events', '1.1')
  return refused === undefined ? right(undefined) : left(refused)
}
