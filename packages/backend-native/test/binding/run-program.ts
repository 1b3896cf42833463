import { spawn } from 'node:child_process'
import { env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { addonPath } from '../../src/binding/addon-path.ts'

export interface Outcome {
  /** The exit code, or the signal. */
  readonly end: number | string | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of programs/ with Node. */
export const runProgram = async (
  program: string,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(`programs/${program}.mjs`, import.meta.url))
    const child = spawn(execPath, [...flags, file, ...args], { env: { ...env, RXCL_ADDON: addonPath() } })
    const text = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ end: code ?? signal, ...text }))
  })

/** What a program that ends well and prints only this comes to. */
export const ran = (stdout: string): Outcome => ({ end: 0, stdout, stderr: '' })
