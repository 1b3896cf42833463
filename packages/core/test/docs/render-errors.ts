import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CheckedBy, Condition, ConditionTable } from '../../src/validate/conditions/condition.ts'

const CHECKED: Readonly<Record<CheckedBy, string>> = {
  host: 'the library',
  device: 'the device',
  'not-expressible': 'nobody: cannot be written',
}

const INTRODUCTION = `# Errors

<!-- Made from packages/core/src/validate/conditions by packages/core/test/docs/errors-doc.test.ts; \`vitest -u\` writes it. -->

An expected failure is a value, the Left of an \`Either\`. A \`ClError\` has:

| field | what it holds |
|---|---|
| \`_tag\` | the status code of the specification, verbatim: a \`switch\` on it is exhaustive |
| \`status\` | its cl_int value, such as -30 |
| \`command\` | the command or call: \`CopyImageToBuffer\`, \`createBuffer\` |
| \`origin\` | who found it: \`validation\`, \`driver\` or \`execution\` |
| \`parameter\` | the C parameter at fault, where one is: \`dst_offset\` |
| \`message\` | one sentence with the offending numbers and what is allowed |
| \`cause\` | for a command that failed because one it waited for failed: that command's own error |

**Refusals** (\`validation\`) come from the rules below before the command leaves the library: it is not enqueued and no
memory is touched. **Execution failures** (\`execution\`) are the final status of a command that was enqueued: they come
from \`completed\`, \`profiled\`, reads and blocking copies. A command whose wait list has a failed event never runs; it
fails with CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST and the first failure as \`cause\`. **Driver errors** (\`driver\`)
are what the driver answers when an object is made.

**CL_UNNAMED_STATUS** is the tag of a status that the specification does not name, such as one that a user event was
given or that belongs to a vendor; \`status\` holds the number.

## Order of checks

The specification gives no order to its codes. Here the order is fixed, so that a program with several faults gets the
same answer on every backend; within a step the C order of the parameters counts.

| step | what is checked | codes |
|---|---|---|
| 1 | the command-queue | CL_INVALID_COMMAND_QUEUE |
| 2 | kind and liveness of the objects | CL_INVALID_MEM_OBJECT; for SVM pointers and empty lists CL_INVALID_VALUE |
| 3 | their context | CL_INVALID_CONTEXT |
| 4 | the wait list: the kind of all entries, then their context | CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_CONTEXT |
| 5 | what the device and the flags of the objects permit | CL_INVALID_OPERATION |
| 6 | whether two images have one format; then each value alone: numbers, origin and region, pitches, host memory | CL_IMAGE_FORMAT_MISMATCH, CL_INVALID_VALUE |
| 7 | bounds | CL_INVALID_VALUE |
| 8 | what the queue's device can do with an image | CL_INVALID_IMAGE_SIZE, CL_IMAGE_FORMAT_NOT_SUPPORTED |
| 9 | alignment of sub-buffers for the queue's device | CL_MISALIGNED_SUB_BUFFER_OFFSET |
| 10 | overlap; of a map with an outstanding one | CL_MEM_COPY_OVERLAP; CL_INVALID_OPERATION |

A read without \`ptr\` allocates its result after all checks. An object of no command's kind is refused by \`enqueue\`
with CL_INVALID_VALUE and the parameter \`command\`.

## Conditions

"Library rule" marks what the specification leaves open or undefined and this library refuses. clSVMAlloc answers NULL
in all its cases; its codes are this library's.
`

const testOf = (table: ConditionTable): string => {
  const test = TEST_NAMES[table.command] ?? table.command
  const file = `${test.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '')}.test.ts`
  const folder = FOLDERS.find((name) => testsIn(name).includes(file))
  if (folder === undefined) throw new Error(`${table.command} has no test ${file}`)
  return `packages/core/test/${folder}/${file}`
}

/** Calls whose rules have another name than the call. */
const TEST_NAMES: Readonly<Record<string, string>> = { createCommandQueue: 'createQueue' }
const FOLDERS = ['validate/commands', 'validate/creation', 'query']
const testsIn = (folder: string): readonly string[] =>
  readdirSync(fileURLToPath(new URL(`../${folder}/`, import.meta.url)))

const row = (table: ConditionTable, { code, when, checked, why, beyondSpec }: Condition): string => {
  const note = why === undefined ? '' : ` (${why})`
  const rule = beyondSpec === true ? 'Library rule: ' : ''
  const test = checked === 'host' ? testOf(table) : ''
  return `| ${table.command} | ${code} | ${rule}${when}${note} | ${CHECKED[checked]} | ${test} |`
}

const section = (table: ConditionTable): string =>
  [
    `\n### ${table.command}: ${table.function}\n`,
    '| command | code | condition | checked by | test |',
    '|---|---|---|---|---|',
    ...table.conditions.map((condition) => row(table, condition)),
  ].join('\n')

/** docs/errors.md. */
export const renderErrors = (tables: readonly ConditionTable[]): string =>
  `${INTRODUCTION}${tables.map(section).join('\n')}\n`
