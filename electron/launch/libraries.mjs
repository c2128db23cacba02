import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  ['xvfb-run', ['xvfb']],
  ['xauth', ['xauth']],
]
const CHINESE_FONT = ['fonts-noto-cjk']
/** Where that package puts its fonts: asked where there is no `fc-list` to ask. */
const FONT_FOLDER = '/usr/share/fonts/opentype/noto'
/** How `ldconfig -p` marks the libraries of this processor. */
const MARKS = { x64: 'x86-64', arm64: 'AArch64' }

const isRoot = () => process.getuid?.() === 0
const isDebian = async () =>
  /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(await readFile('/etc/os-release', 'utf8').catch(() => ''))

/** The path of a program, or null. */
export async function onPath(program, path = process.env.PATH ?? '') {
  for (const folder of path.split(':').filter(Boolean)) {
    const file = join(folder, program)
    if (
      await access(file, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return file
  }
  return null
}

/**
 * The libraries that are missing, each as the names that its package may have.
 * @param {string} known what `ldconfig -p` prints
 */
export function missingLibraries(known, arch = process.arch) {
  const mark = MARKS[arch] ?? ''
  const lines = known.split('\n').map((line) => line.trim())
  const has = (file) => lines.some((line) => line.startsWith(`${file} (`) && line.includes(mark))
  return LIBRARIES.filter(([file]) => !has(file)).map(([, packages]) => packages)
}

async function hasChineseFont() {
  const { code, output } = await command('fc-list', [':lang=zh', 'family'], { capture: true })
  if (code === 0) return output.trim() !== ''
  return access(FONT_FOLDER).then(
    () => true,
    () => false,
  )
}

/** Packages that are missing, each as the names it may have. */
async function missing({ display }) {
  const known = await command((await onPath('ldconfig')) ?? '/sbin/ldconfig', ['-p'], { capture: true })
  // A system that keeps no such list (NixOS, musl) can't be asked; Electron itself will say what it lacks.
  const wanted = known.code === 0 ? missingLibraries(known.output) : []
  if (!display) for (const [program, packages] of VIRTUAL_DISPLAY) if (!(await onPath(program))) wanted.push(packages)
  if (!(await hasChineseFont())) wanted.push(CHINESE_FONT)
  return wanted
}

/** The first of a package's names that this release has; the last where no release list is there to ask. */
async function nameHere(names) {
  for (const name of names) {
    const { code, output } = await command('apt-cache', ['policy', name], { capture: true })
    if (code === 0 && /Candidate: (?!\(none\))/.test(output)) return name
  }
  return names.at(-1)
}

const namesHere = async (wanted) => (await Promise.all(wanted.map(nameHere))).join(' ')

/** Two starts at once, or a system that updates itself, wait for each other. */
const WAIT = ['-o', 'DPkg::Lock::Timeout=120']

async function install(wanted) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await command('apt-get', ['update', '-q', ...WAIT], { capture: true, env })
  const packages = await namesHere(wanted)
  say(`duibiao: installing ${packages} …`)
  const { code, output } = await command(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...WAIT, ...packages.split(' ')],
    { capture: true, env },
  )
  if (code !== 0) throw new Stop(`apt-get install ${packages} failed; the lines above say why`, output)
}

/** The one line for somebody who may not install. */
export const typeThis = (names, { root, debian }) => {
  if (!debian) return `these system packages are missing (Debian's names): ${names}`
  return `system packages are missing; type: ${root ? '' : 'sudo '}apt-get update && ${root ? '' : 'sudo '}apt-get install -y ${names}`
}

/**
 * Sees to it that Electron's libraries are there: root on Debian installs the missing ones, anybody else is told
 * the one command to type.
 * @param {{ display: boolean }} need `display`: a screen is there, so no virtual one is needed
 * @throws {Stop} with that command
 */
export async function ensureLibraries(need) {
  if (process.platform !== 'linux') return
  const wanted = await missing(need)
  if (wanted.length === 0) return
  const debian = await isDebian()
  if (!isRoot() || !debian) throw new Stop(typeThis(await namesHere(wanted), { root: isRoot(), debian }))
  await install(wanted)
  const still = await missing(need)
  if (still.length > 0)
    throw new Stop(`apt-get has installed ${await namesHere(still)}, but what Electron needs of it is not to be found`)
}

/** Installs a package where that may be done; says why where it could not be, and goes on. */
async function installIfAllowed(names) {
  if (!isRoot() || !(await isDebian())) return
  try {
    await install([names])
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(`duibiao: ${error.message}`)
  }
}

/** Sees to it that a network can be set up (`ip`), where that may be done. */
export async function ensureNetworkTools() {
  if (process.platform === 'linux' && !(await onPath('ip'))) await installIfAllowed(['iproute2'])
}

/** Debian's Chromium, installed where that may be done; null where it can't be had (its tests are then skipped). */
export async function ensureChromium() {
  if (process.env.DUIBIAO_CHROMIUM) return process.env.DUIBIAO_CHROMIUM
  if (process.platform !== 'linux') return null
  const found = await onPath('chromium')
  if (found) return found
  await installIfAllowed(['chromium'])
  return onPath('chromium')
}
