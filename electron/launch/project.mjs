import { join, resolve } from 'node:path'
import { Stop } from './say.mjs'

/** The project's own folder. */
export const ROOT = resolve(import.meta.dirname ?? '.', '..', '..')

/** A path inside the project. */
export const at = (...parts) => join(ROOT, ...parts)

/** The oldest Node that the tools run on. */
const OLDEST = [20, 19]

/** Ends with one line where Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new Stop(`Node ${OLDEST.join('.')} or newer is needed, this is ${version}: install it from https://nodejs.org`)
}
