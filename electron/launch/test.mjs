/**
 * `npm test`: type check, lint, unit tests (import rules among them), build, end-to-end tests in a real Electron
 * under a virtual display, and the renderer's tests in Debian's Chromium. The last line counts them all.
 */
import { readdir } from 'node:fs/promises'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronSwitches, hasDisplay } from './display.mjs'
import { ensureChromium, ensureLibraries } from './libraries.mjs'
import { at, checkNode } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { run, say } from './say.mjs'
import { asOrdinaryUser } from './test-ordinary-user.mjs'
import { check, none, vitest } from './test-steps.mjs'

const PARTS = ['shared', 'formats', 'node', 'web', 'test']
const tsc = at('node_modules', 'typescript', 'bin', 'tsc')
const biome = at('node_modules', '@biomejs', 'biome', 'bin', 'biome')
const knip = at('node_modules', 'knip', 'bin', 'knip.js')

async function built() {
  try {
    await ensureBuild()
    return { ...none(), passed: 1 }
  } catch (error) {
    process.stdout.write(`build: failed\n${error.message}\n`)
    return { ...none(), failed: 1 }
  }
}

async function browserTests() {
  if (await ensureChromium()) return vitest('browser')
  const files = (await readdir(at('test', 'browser'), { recursive: true })).filter((name) => /\.test\.tsx?$/.test(name))
  say(
    `duibiao: no chromium here (Debian: apt-get install chromium); ${files.length} files of renderer tests are skipped`,
  )
  return { ...none(), skipped: files.length }
}

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  // The tests always run in a display of their own: windows must not jump up before whoever runs them.
  await ensureLibraries({ display: process.platform !== 'linux' })
  const total = none()
  const add = (counts) => {
    for (const key of Object.keys(total)) total[key] += counts[key]
    return counts.failed === 0
  }
  for (const part of PARTS)
    add(await check(`type check (${part})`, process.execPath, [tsc, '-p', at(`tsconfig.${part}.json`), '--noEmit']))
  add(await check('lint and format', process.execPath, [biome, 'ci', at()]))
  add(await check('dead code and unused packages', process.execPath, [knip]))
  add(await vitest('unit'))
  if (add(await built())) {
    const virtual = process.platform === 'linux'
    const switches = electronSwitches({ virtual: virtual || !hasDisplay() }).join(' ')
    say(runtime.line)
    const env = { DUIBIAO_ELECTRON: runtime.path, DUIBIAO_ELECTRON_SWITCHES: switches }
    add(await vitest('e2e', { virtual, env }))
    add(await asOrdinaryUser(runtime))
  }
  add(await browserTests())
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
  return total.failed === 0 ? 0 : 1
})
