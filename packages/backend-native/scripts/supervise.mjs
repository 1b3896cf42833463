import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * How a run of programs has ended.
 *
 * @typedef {object} Outcome
 * @property {number} ended How many programs have come to their end.
 * @property {string | undefined} last The seed of the program that began last.
 * @property {string | undefined} finding What went wrong: a signal, silence, or what the program says.
 */

/**
 * Plays programs in a process of its own, which says `begin SEED` and `end SEED` on stdout, and anything else when it
 * fails. It is ended when it says nothing for `silence` milliseconds.
 *
 * @param {readonly string[]} args For Node.
 * @param {{ silence: number, tell?: (line: string) => void }} options
 * @returns {Promise<Outcome>}
 */
export const supervise = (args, { silence, tell = () => {} }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const state = { ended: 0, isSilent: false, last: /** @type {string | undefined} */ (undefined) }
    /** @type {string[]} */
    const said = []
    const stop = () => {
      state.isSilent = true
      child.kill('SIGKILL')
    }
    let timer = setTimeout(stop, silence)
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(timer)
      timer = setTimeout(stop, silence)
      tell(line)
      const [word, seed] = line.split(' ')
      if (word === 'end') state.ended += 1
      else if (word !== 'begin') said.push(line)
      else {
        state.last = seed
        said.length = 0
      }
    })
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const how = state.isSilent
        ? `no progress for ${silence / 1000} s`
        : signal === null
          ? code !== 0 && `exit code ${code}`
          : `ended by ${signal}`
      // The driver's own words, and those of the program, are kept whole.
      const finding = how === false ? undefined : [how, ...said].join('\n')
      resolve({ ended: state.ended, last: state.last, finding })
    })
  })
