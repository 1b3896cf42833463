import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser of this machine: CHROMIUM_PATH, else the first that is found. Throws where CHROMIUM_PATH is wrong. */
export const findChromium = ({ CHROMIUM_PATH, PATH = '' }: NodeJS.ProcessEnv): string | undefined => {
  if (CHROMIUM_PATH !== undefined && CHROMIUM_PATH !== '') {
    if (isExecutable(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names no program that can be run: ${CHROMIUM_PATH}`)
  }
  const folders = PATH.split(delimiter).filter((folder) => folder !== '')
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return ['/usr/bin/chromium', ...candidates].find(isExecutable)
}
