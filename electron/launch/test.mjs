/**
 * `npm test`: type check, lint, unit tests (import rules among them), build, end-to-end tests in a real Electron
 * under a virtual display and in a network that leads nowhere, and the renderer's tests in Debian's Chromium. The last
 * line counts them all.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { whyNoClosedNetwork } from './closed-network.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronSwitches } from './display.mjs'
import { ensureChromium, ensureLibraries, ensureNetworkTools } from './libraries.mjs'
import { at, checkNode } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { ensureSandbox } from './sandbox.mjs'
import { run, say } from './say.mjs'
import { warnOfOldElectron } from './support.mjs'
import { asOrdinaryUser } from './test-ordinary-user.mjs'
import { check, none, step, summary, vitest } from './test-steps.mjs'

const PARTS = ['shared', 'formats', 'node', 'web', 'test']
const tsc = at('node_modules', 'typescript', 'bin', 'tsc')
const biome = at('node_modules', '@biomejs', 'biome', 'bin', 'biome')
/** Ratios of work to one plain scan; nothing is said of times. */
const SHORT_BENCH = join('test', 'bench', 'short', 'main.ts')
const knip = at('node_modules', 'knip', 'bin', 'knip.js')

const built = () =>
  step('build', async () => {
    await ensureBuild()
    return { ...none(), passed: 1 }
  })

/** Whether the network can be closed, so that the kernel itself shows that nothing leaves; where not, says so. */
async function closedNetwork() {
  await ensureNetworkTools()
  const why = await whyNoClosedNetwork()
  if (why)
    say(`duibiao: no closed network here (${why}); that nothing was sent is shown by Chromium's own network log alone`)
  return why === null
}

const endToEnd = async (runtime, closed) => {
  say(runtime.line)
  await warnOfOldElectron()
  const virtual = process.platform === 'linux'
  const switches = electronSwitches({ virtual }).join(' ')
  return vitest('e2e', {
    virtual,
    closed,
    env: { DUIBIAO_ELECTRON: runtime.path, DUIBIAO_ELECTRON_SWITCHES: switches },
  })
}

async function browserTests() {
  const chromium = await ensureChromium()
  if (chromium) return vitest('browser', { env: { DUIBIAO_CHROMIUM: chromium } })
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
  await ensureSandbox(runtime.folder)
  const total = none()
  const add = (counts) => {
    for (const key of Object.keys(total)) total[key] += counts[key]
    return counts.failed === 0
  }
  for (const part of PARTS)
    add(await check(`type check (${part})`, process.execPath, [tsc, '-p', at(`tsconfig.${part}.json`), '--noEmit']))
  add(await check('lint and format', process.execPath, [biome, 'ci', at()]))
  add(await check('dead code and unused packages', process.execPath, [knip]))
  add(await step('unit tests', () => vitest('unit')))
  add(await check('speed beside the kept ratios', process.execPath, ['--import', 'tsx', at(SHORT_BENCH)]))
  if (add(await built())) {
    const closed = await closedNetwork()
    add(await step('end-to-end tests', () => endToEnd(runtime, closed)))
    add(await step('security tests as an ordinary user', () => asOrdinaryUser(runtime, closed)))
  }
  add(await step('renderer tests', browserTests))
  process.stdout.write(`${summary(total)}\n`)
  return total.failed === 0 ? 0 : 1
})
