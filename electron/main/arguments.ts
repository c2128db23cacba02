import { resolve } from 'node:path'

/** What makes a start a command of the command line: the packed app has no Node of its own to run one. */
const COMMAND = '--cli'

/**
 * The words of a command (`duibiao --cli extract FILE…`), or null for a start of the workbench. A command stands first:
 * what follows a file, or `--`, is a file. Switches of Chromium's may stand before it.
 * @param argv arguments with the program first
 * @param appFolder folder of the app when it was named on the command line, null when packaged
 */
export function commandOf(argv: readonly string[], appFolder: string | null): string[] | null {
  const at = argv.indexOf(COMMAND)
  if (at < 1) return null
  const before = argv.slice(1, at).filter((argument) => appFolder === null || resolve(argument) !== appFolder)
  return before.every((argument) => argument.startsWith('-') && argument !== '--') ? argv.slice(at + 1) : null
}

/**
 * The files among the arguments of a start: flags, the program itself and, unpackaged, the app folder are passed over;
 * after `--` everything is a file.
 * @param argv arguments with the program first
 * @param workingFolder folder that relative paths are seen from
 * @param appFolder folder of the app when it was named on the command line (`electron . FILE…`), null when packaged
 */
export function filesOf(argv: readonly string[], workingFolder: string, appFolder: string | null): string[] {
  const files: string[] = []
  let literal = false
  let appSeen = appFolder === null
  for (const argument of argv.slice(1)) {
    if (!literal && argument === '--') literal = true
    else if (!literal && argument.startsWith('-')) continue
    else {
      const path = resolve(workingFolder, argument)
      if (!appSeen && path === appFolder) appSeen = true
      else files.push(path)
    }
  }
  return files
}

/*
 * What a second start tells the first crosses as bytes that Electron loses, event and all, when a string in them has
 * characters beyond Latin-1 (tried with Electron 33 on Linux): paths go as plain ASCII, their UTF-16 in base64.
 */

/** Paths as a second start sends them. */
export const packPaths = (paths: readonly string[]): string[] =>
  paths.map((path) => Buffer.from(path, 'utf16le').toString('base64'))

/** The paths that a second start sent. */
export const unpackPaths = (packed: readonly string[]): string[] =>
  packed.map((path) => Buffer.from(path, 'base64').toString('utf16le'))
