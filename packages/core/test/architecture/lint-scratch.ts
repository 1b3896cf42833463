import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageNames, ROOT } from './repository.ts'

export interface Finding {
  /** As oxlint writes it: plugin(rule). */
  readonly rule: string
  readonly line: number
}

interface Report {
  readonly diagnostics: readonly {
    readonly code?: string
    readonly message: string
    readonly filename: string
    readonly labels: readonly { readonly span: { readonly line: number } }[]
  }[]
  readonly number_of_files: number
}

// A setting that oxlint does not understand is an error that names no rule; it must not look like a clean run.
const parse = (stdout: string, stderr: string): Report => {
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint gave no report: ${stdout}${stderr}`)
  return JSON.parse(stdout) as Report
}

/**
 * What the repository's own lint settings say about files that do not exist: they are written to a copy of the layout
 * and linted in one run. The answer is a look-up by path; a path without findings has none.
 */
export const lintScratch = (files: ReadonlyMap<string, string>): ((path: string) => readonly Finding[]) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rxcl-lint-')))
  try {
    const settings = packageNames().map((name) => `packages/${name}/tsconfig.json`)
    for (const path of ['.oxlintrc.json', 'tsconfig.base.json', ...settings])
      cpSync(join(ROOT, path), join(folder, path))
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/oxlint/bin/oxlint', '--type-aware', '-f', 'json', '.'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
    )
    const report = parse(stdout, stderr)
    if (report.number_of_files !== files.size)
      throw new Error(`oxlint read ${report.number_of_files} of ${files.size} files`)
    return (path) => {
      if (!files.has(path)) throw new Error(`${path} was not linted`)
      return report.diagnostics
        .filter((found) => found.filename.replaceAll('\\', '/') === path)
        .map((found) => ({ rule: found.code ?? found.message, line: found.labels[0]?.span.line ?? 0 }))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
