// npm run asan: the tests of the addon's C++, compiled with AddressSanitizer. Linux with GCC and an OpenCL driver.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, setUp, tool } from './setup.mjs'

const TESTS = 'packages/backend-native/test/binding'

/**
 * Runs a program; what it printed is shown, whole, only when it fails, and then this program ends too.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const run = (command, args, env = process.env) => {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env,
  })
  if (status === 0) return stdout.trim()
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  process.stderr.write(`failed: ${command} ${args.join(' ')}: ${error?.message ?? signal ?? `exit code ${status}`}\n`)
  process.exit(1)
}

setUp()
process.stderr.write('compiling the OpenCL addon with AddressSanitizer\n')
run(process.execPath, ['packages/backend-native/scripts/build-addon.mjs', '--asan'])
process.stderr.write(`running ${TESTS}\n`)
run(process.execPath, [tool('vitest/vitest.mjs'), 'run', '--project=backend-native', TESTS], {
  ...process.env,
  // Node itself is compiled without it, so it must be there before everything else.
  LD_PRELOAD: run('gcc', ['-print-file-name=libasan.so']),
  // Node keeps much until its end, and V8 has signal stacks of its own.
  ASAN_OPTIONS: 'detect_leaks=0:use_sigaltstack=0',
  RXCL_ADDON: join(root, 'packages', 'backend-native', 'addon', 'build', 'asan', 'rxcl.node'),
  // Without a driver they would be skipped, and nothing would be tested.
  CI: 'true',
})
process.stdout.write('no error was found\n')
