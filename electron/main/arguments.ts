import { resolve } from 'node:path'

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
