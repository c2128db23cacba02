import { realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from './say.mjs'

/** The launcher's own folder. Not `import.meta.dirname`: a Node too old for that must still reach `checkNode`. */
export const HERE = dirname(fileURLToPath(import.meta.url))

/** The project's own folder. */
export const ROOT = resolve(HERE, '..', '..')

/** A path inside the project. */
export const at = (...parts) => join(ROOT, ...parts)

/** Whether the module of this address is what Node was started with, by a path that may go through links. */
export function isProgram(url, program = process.argv[1]) {
  try {
    return program !== undefined && realpathSync(program) === fileURLToPath(url)
  } catch {
    // `node -e` has words there that are no path.
    return false
  }
}

/** Vite's own rule: 20 from 20.19, 22 from 22.12, all later ones. */
function runsTools(major, minor) {
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

/** Ends with one line where Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (runsTools(major, minor)) return
  throw new Stop(`Node 20.19, 22.12 or newer is needed, this is ${version}: install it from https://nodejs.org`)
}
