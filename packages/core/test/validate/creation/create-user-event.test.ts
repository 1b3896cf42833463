import { describe } from 'vitest'
import type { ContextIdentity } from '../../../src/model/context-identity.ts'
import { CREATE_USER_EVENT } from '../../../src/validate/conditions/creation/create-user-event.ts'
import { validateCreateUserEvent } from '../../../src/validate/creation/create-user-event.ts'
import { specifyOrder } from '../check-order.ts'
import { CONTEXT_CASE, contextOf, creationWorld, type CreationWorld } from '../flag-cases.ts'
import { device } from '../objects.ts'
import { specifyConditions, type Check } from '../specification.ts'

const check: Check = ({ context }) => validateCreateUserEvent(context as ContextIdentity)
const base = ({ here }: CreationWorld) => ({ context: here })
const spec = { table: CREATE_USER_EVENT, world: creationWorld, base, check }

specifyConditions({
  ...spec,
  cases: {
    'context-live': CONTEXT_CASE,
    version: {
      parameter: 'context',
      vary: 'context',
      fault: () => contextOf('1.0'),
      control: () => contextOf('1.0 and 1.1'),
    },
  },
})

describe('createUserEvent', () =>
  specifyOrder(
    spec,
    () => ({ context: { devices: [device({ version: '1.0' })], released: true } }),
    ({ here }) => [
      ['CL_INVALID_CONTEXT', 'context', { context: contextOf('1.0') }],
      ['CL_INVALID_OPERATION', 'context', { context: here }],
    ],
  ))
