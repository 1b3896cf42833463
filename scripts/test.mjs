// npm test: sets everything up, then runs every check and stops at the first that fails. Arguments go to vitest.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAddon } from './addon.mjs'
import { provideDriver } from './opencl-driver.mjs'
import { root, setUp, tool } from './setup.mjs'

/**
 * @param {string} heading
 * @param {string} path
 * @param {string[]} args
 */
const run = (heading, path, args) => {
  process.stdout.write(`\n== ${heading}\n`)
  const { status, signal, error } = spawnSync(process.execPath, [tool(path), ...args], { cwd: root, stdio: 'inherit' })
  if (status === 0) return true
  process.stdout.write(`failed: ${heading}: ${error?.message ?? signal ?? `exit code ${status}`}\n`)
  process.exitCode = status ?? 1
  return false
}

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} Numbers
 * @typedef {{ assertionResults: unknown[], status: string }} FileResult
 * @typedef {Numbers & { success: boolean, testResults: FileResult[] }} Counts
 */

/**
 * Prints the counts of vitest's own report. A run that wrote none has failed; a file that did
 * not load counts as a failed test.
 *
 * @param {string} report
 */
const summarise = (report) => {
  if (!existsSync(report)) {
    process.stdout.write('\nvitest wrote no report\n')
    return false
  }
  const counts = /** @type {Counts} */ (JSON.parse(readFileSync(report, 'utf8')))
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success, testResults } = counts
  const skipped = numPendingTests + numTodoTests
  const unloaded = testResults.filter(
    ({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = numFailedTests + unloaded.length
  process.stdout.write(`\n${numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`)
  return success && failed === 0
}

/** @param {string[]} args */
const test = (args) => {
  const folder = mkdtempSync(join(tmpdir(), 'rxcl-test-'))
  try {
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const passed = run('tests', 'vitest/vitest.mjs', ['run', ...reporters, ...args])
    if (!summarise(report) && passed) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The addon, whose errors the compiler shows. */
const compileAddon = () => {
  process.stdout.write('\n== compile the OpenCL addon\n')
  if (buildAddon()) return true
  process.exitCode = 1
  return false
}

setUp()
provideDriver()
const checked =
  run('format', 'oxfmt/bin/oxfmt', ['--check']) &&
  run('compile the packages and examples', 'typescript/bin/tsc', ['-b']) &&
  run('compile the tests', 'typescript/bin/tsc', ['-p', 'tsconfig.test.json']) &&
  compileAddon() &&
  run('lint', 'oxlint/bin/oxlint', existsSync(join(root, '.oxlintrc.json')) ? ['--type-aware'] : [])
if (checked) test(process.argv.slice(2))
