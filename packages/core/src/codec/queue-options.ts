import * as t from 'io-ts'
import { Fields } from './fields.ts'

const OPTIONS = ['device', 'outOfOrder', 'profiling']

/** An object without options that queues do not have; what each option holds is for other codecs. */
export const QueueOptions: t.Type<Fields, unknown> = new t.Type<Fields, unknown>(
  'an object',
  (input): input is Fields => Fields.is(input) && Object.keys(input).every((key) => OPTIONS.includes(key)),
  (input, context) => {
    if (!Fields.is(input)) return t.failure(input, context)
    const unknown = Object.keys(input).find((key) => !OPTIONS.includes(key))
    return unknown === undefined
      ? t.success(input)
      : t.failure(
          input[unknown],
          t.appendContext(context, unknown, t.undefined),
          `absent: the options are ${OPTIONS.join(', ')}`,
        )
  },
  t.identity,
)

/** An option that is on or off; off where it is not given. */
export const Switch: t.Type<boolean, unknown> = new t.Type<boolean, unknown>(
  'true or false',
  t.boolean.is,
  (input, context) => (input === undefined ? t.success(false) : t.boolean.validate(input, context)),
  t.identity,
)
