import { cpus } from 'node:os'
// oxlint-disable-next-line unicorn/prefer-node-protocol -- modules of Node go by two names
import { sep } from 'path'

/** What must not get into a bundle for browsers: the control for the check that finds it. */
export const machine = [cpus().length, sep]
