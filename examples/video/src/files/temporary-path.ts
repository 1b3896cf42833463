import { basename, dirname, join } from 'node:path'

/** Where a file is while it is not whole: in the same folder, so that putting it in its place is one step. */
export const temporaryPath = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
