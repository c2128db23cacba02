import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { npm } from './command.mjs'
import { at, ROOT } from './project.mjs'
import { Stop, say } from './say.mjs'

const STAMP = at('node_modules', '.duibiao-lock')

const fingerprint = async () =>
  createHash('sha256')
    .update(await readFile(at('package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')

/** Installs the dependencies from the lockfile, unless what lies there was installed from this very lockfile. */
export async function ensureDependencies() {
  const wanted = await fingerprint()
  const installed = await readFile(STAMP, 'utf8').catch(() => '')
  if (installed.trim() === wanted) return
  say('duibiao: installing the dependencies (npm ci) …')
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    capture: true,
  })
  if (code !== 0)
    throw new Stop(
      `npm ci failed, is the registry in reach? Its last lines:\n${output.trim().split('\n').slice(-15).join('\n')}`,
    )
  await writeFile(STAMP, `${wanted}\n`)
}
