import { readdir, readFile } from 'node:fs/promises'
import { command } from './command.mjs'
import { Stop, say } from './say.mjs'

/**
 * What Electron needs of the system, by the file that must be there: package names change between releases
 * (some end in `t64`), library names do not.
 */
const LIBRARIES = [
  ['libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']],
  ['libnss3.so', ['libnss3']],
  ['libasound.so.2', ['libasound2t64', 'libasound2']],
  ['libgbm.so.1', ['libgbm1']],
  ['libXss.so.1', ['libxss1']],
]
const VIRTUAL_DISPLAY = [
  ['Xvfb', ['xvfb']],
  ['xauth', ['xauth']],
]
const CHINESE_FONT = ['fonts-noto-cjk']

const isRoot = () => process.getuid?.() === 0
const isDebian = async () => /^ID(_LIKE)?=.*debian/m.test(await readFile('/etc/os-release', 'utf8').catch(() => ''))

async function onPath(program) {
  for (const folder of (process.env.PATH ?? '').split(':').filter(Boolean))
    if ((await readdir(folder).catch(() => [])).includes(program)) return true
  return false
}

async function libraryNames() {
  const { output } = await command('/sbin/ldconfig', ['-p'], { capture: true })
  return output
}

async function hasChineseFont() {
  const { code, output } = await command('fc-list', [':lang=zh', 'family'], { capture: true })
  return code === 0 && output.trim() !== ''
}

/** Packages that are missing, each as the names it may have. */
async function missing({ display, chromium }) {
  const wanted = []
  const known = await libraryNames()
  for (const [file, packages] of LIBRARIES) if (!known.includes(`${file} `)) wanted.push(packages)
  if (!display) for (const [program, packages] of VIRTUAL_DISPLAY) if (!(await onPath(program))) wanted.push(packages)
  if (!(await hasChineseFont())) wanted.push(CHINESE_FONT)
  if (chromium && !(await onPath('chromium'))) wanted.push(['chromium'])
  return wanted
}

/** The first of a package's names that this release has. */
async function available(names) {
  for (const name of names) {
    const { code, output } = await command('apt-cache', ['policy', name], { capture: true })
    if (code === 0 && /Candidate: (?!\(none\))/.test(output)) return name
  }
  return null
}

async function install(wanted) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await command('apt-get', ['update', '-q'], { capture: true, env })
  const packages = []
  for (const names of wanted) packages.push((await available(names)) ?? names[0])
  say(`duibiao: installing ${packages.join(' ')} …`)
  const { code, output } = await command('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    capture: true,
    env,
  })
  if (code !== 0)
    throw new Stop(`apt-get install ${packages.join(' ')} failed:\n${output.trim().split('\n').slice(-5).join('\n')}`)
}

/**
 * Sees to it that Electron's libraries are there: root on Debian installs the missing ones, anybody else is told
 * the one command to type.
 * @param {{ display: boolean, chromium?: boolean }} need `display`: a screen is there, so no virtual one is needed
 */
export async function ensureLibraries(need) {
  if (process.platform !== 'linux') return
  const wanted = await missing(need)
  if (wanted.length === 0) return
  const names = wanted.map((packages) => packages.at(-1)).join(' ')
  if (!(await isDebian())) throw new Stop(`these system packages are missing (Debian's names): ${names}`)
  if (!isRoot()) throw new Stop(`system packages are missing; type: sudo apt-get install ${names}`)
  await install(wanted)
}

/** Tries to have Debian's Chromium; false where it can't be had (the tests in it are then counted as skipped). */
export async function ensureChromium() {
  if (process.platform !== 'linux') return false
  if (await onPath('chromium')) return true
  if (!isRoot() || !(await isDebian())) return false
  try {
    await install([['chromium']])
    return await onPath('chromium')
  } catch (error) {
    if (error instanceof Stop) return false
    throw error
  }
}
