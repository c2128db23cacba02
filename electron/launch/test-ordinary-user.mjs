import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './command.mjs'
import { at } from './project.mjs'
import { Stop, say } from './say.mjs'
import { none, vitest } from './test-steps.mjs'

const USER = 'nobody'

/**
 * Root runs Electron without the Chromium sandbox, so its security tests prove less than they should: they are done
 * once more in an Electron that belongs to an ordinary user, with the sandbox on. Only Electron changes its user; the
 * tests go on as root and drive it from outside. Runtime and app are copied to where that user can read them.
 * @param {{ folder: string, path: string }} runtime
 * @param {boolean} closed whether the network can be closed
 * @returns the counts; nothing where the run is not root's
 */
export async function asOrdinaryUser(runtime, closed) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return none()
  const account = (await readFile('/etc/passwd', 'utf8')).split('\n').find((line) => line.startsWith(`${USER}:`))
  const [, , uid, gid] = account?.split(':').map(Number) ?? []
  const { code } = await command('runuser', ['-u', USER, '--', 'true'], { capture: true })
  if (uid === undefined || gid === undefined || code !== 0) {
    say('duibiao: no ordinary user to run as; the security tests with the sandbox on are skipped')
    return { ...none(), skipped: 1 }
  }
  say(`duibiao: security tests once more as ${USER}, with the Chromium sandbox`)
  const folder = await mkdtemp(join(tmpdir(), 'duibiao-user-'))
  try {
    await chmod(folder, 0o755)
    await done('cp', ['-a', runtime.folder, join(folder, 'electron')])
    for (const part of ['out', 'seeds', 'package.json'])
      await cp(at(part), join(folder, 'app', part), { recursive: true })
    await mkdir(join(folder, 'home'))
    await chown(join(folder, 'home'), uid, gid)
    await done('chmod', ['-R', 'a+rX', folder])
    const wrapper = join(folder, 'electron-as-user')
    await writeFile(wrapper, wrapperScript(folder, runtime))
    await chmod(wrapper, 0o755)
    return await vitest('e2e', {
      virtual: true,
      closed,
      files: ['test/e2e/security.test.ts'],
      env: {
        DUIBIAO_ELECTRON: wrapper,
        DUIBIAO_ELECTRON_SWITCHES: '--disable-gpu',
        DUIBIAO_APP: join(folder, 'app'),
        DUIBIAO_OWNER: `${uid}:${gid}`,
        DUIBIAO_SANDBOXED: '1',
      },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function done(program, args) {
  const { code, output } = await command(program, args, { capture: true })
  if (code !== 0) throw new Stop(`${program} ended with code ${code}`, output)
}

/** The virtual display's key is root's: the user gets a copy. */
const wrapperScript = (folder, runtime) => `#!/bin/sh
cp "$XAUTHORITY" '${folder}/xauthority'
chown ${USER} '${folder}/xauthority'
exec runuser -u ${USER} -- env HOME='${folder}/home' XAUTHORITY='${folder}/xauthority' '${join(folder, 'electron', runtime.path.slice(runtime.folder.length + 1))}' "$@"
`
