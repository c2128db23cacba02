/**
 * Stand-in for Electron's default app, for a runtime that comes without one: starts the app folder named on the
 * command line, as `electron FOLDER` does. It must be an ES module with a top-level await: one that imports later
 * would run the app after `ready`, and `protocol.registerSchemesAsPrivileged` would then throw.
 */
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

function isAppFolder(argument) {
  try {
    return !argument.startsWith('-') && statSync(join(argument, 'package.json')).isFile()
  } catch {
    return false
  }
}

const given = process.argv.slice(1).find(isAppFolder)
if (given) {
  const folder = resolve(given)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(folder)
  await import(pathToFileURL(join(folder, manifest.main)).href)
} else {
  console.error('Usage: electron FOLDER [ARGUMENT …] – no folder with a package.json was named.')
  app.exit(2)
}
