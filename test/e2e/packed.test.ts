import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../electron/cli/command'
import { newFolder, newProfile, removeProfile } from './driver'
import { commandOf, filesInArchive, type Packed, type PackedWorkbench, pack, startPacked } from './packed'
import { importSample, openReport, readerText } from './steps'

const SEED = 'seeds/000_72280f6944ee79bd.txt'

/** On other systems the program lies elsewhere in its folder and must be signed first: it was never tried there. */
const CAN_PACK = process.platform === 'linux'
if (!CAN_PACK) console.warn('duibiao: the packed program is tested on Linux only; its tests are skipped')

let packed: Packed
beforeAll(() => {
  if (CAN_PACK) packed = pack()
}, 300_000)
afterAll(() => {
  if (CAN_PACK) removeProfile(resolve(packed.folder, '../..'))
})

/** How a program's wire writes a fuse that is on; one that is off is a `0`, one that it does not have yet an `r`. */
const ON = '1'.charCodeAt(0)

describe.runIf(CAN_PACK)('the packed folder', () => {
  it('has its fuses set', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(packed.program)
    const fuses = Object.fromEntries(
      Object.entries(wire).map(([name, state]) => [FuseV1Options[Number(name)] ?? name, state === ON]),
    )
    expect(fuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    })
  })

  it('holds the app as one archive, with no packages, no sources, and nothing that asks for updates', () => {
    expect(readdirSync(join(packed.folder, 'resources')).filter((name) => !name.endsWith('.pak'))).toEqual(['app.asar'])
    const files = filesInArchive(join(packed.folder, 'resources', 'app.asar'))
    expect(files).toEqual(expect.arrayContaining(['package.json', 'out/main/index.js', 'out/main/worker.js', SEED]))
    expect(
      files.filter((name) => !/^(out\/(main|preload|renderer)\/|seeds\/|package\.json$|LICENSE$)/.test(name)),
    ).toEqual([])
    expect(files.filter((name) => /node_modules|\.tsx?$|\.map$/.test(name))).toEqual([])
  })

  it('names every package that it is made of, with its licence, for people and for programs', () => {
    const licences = readFileSync(join(packed.folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8')
    const bill = JSON.parse(readFileSync(join(packed.folder, 'sbom.cdx.json'), 'utf8'))
    const listed = new Set(bill.components.map(({ name }: { name: string }) => name))
    for (const name of Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies)) {
      expect(listed).toContain(name)
      expect(licences).toContain(`\n${name} `)
    }
    expect(listed).toContain('electron')
  })

  it('says that it is not for release where its Electron is not the one that the project names', () => {
    const built = readFileSync(join(packed.folder, 'version'), 'utf8').trim().replace(/^v/, '')
    const named = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies.electron.replace(/^\D+/, '')
    expect(existsSync(join(packed.folder, 'NOT-FOR-RELEASE.txt'))).toBe(built !== named)
  })
})

describe.runIf(CAN_PACK)('the packed workbench', () => {
  let profile: string
  let marks: string
  let bench: PackedWorkbench

  beforeAll(async () => {
    profile = newProfile()
    marks = newFolder({ 'evil.cjs': "require('node:fs').writeFileSync(__filename + '.ran', '')" })
    // All that would make it a Node, or let somebody into its main process.
    bench = await startPacked(packed, profile, {
      args: ['--inspect=0', '--inspect-brk=0', '--lang=zh-CN'],
      env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${JSON.stringify(join(marks, 'evil.cjs'))}` },
    })
  })
  afterAll(() => {
    removeProfile(profile)
    removeProfile(marks)
  })

  it('is neither a Node nor open to inspection, whatever the environment says', () => {
    expect(bench.page.url()).toBe('app://duibiao/index.html')
    expect(bench.said()).toContain('DevTools listening')
    expect(bench.said()).not.toMatch(/Debugger listening/)
    expect(readdirSync(marks)).toEqual(['evil.cjs'])
  })

  it('imports the sample out of its archive, and opens a report of it', async () => {
    await importSample(bench.page)
    await openReport(bench.page, '000_')
    await expect.poll(() => readerText(bench.page).innerText()).toContain('政府工作报告')
  })

  it('quits well, and has the journal on disk', async () => {
    expect(await bench.close()).toBe(0)
    const [project = ''] = readdirSync(join(profile, 'projects')).filter((name) => !name.includes('.'))
    const lines = readFileSync(join(profile, 'projects', project, 'journal.jsonl'), 'utf8')
      .trim()
      .split('\n')
    expect(lines).toHaveLength(5)
  })
})

describe.runIf(CAN_PACK)('the command line of the packed program', () => {
  it('answers as the one from the source does, without a display', async () => {
    const pdf = 'test/fixtures/files/pdf/gb1.pdf'
    const words = ['extract', SEED, pdf]
    const [ours, source] = await Promise.all([commandOf(packed, words), run(words)])
    expect(ours.out.split('\n').length).toBeGreaterThan(50)
    expect(ours.out).toBe(source.out)
    expect([ours.code, source.code]).toEqual([0, 0])
  })

  it('reads standard input', async () => {
    const { out } = await commandOf(packed, ['lines', SEED])
    const { code, out: lines } = await commandOf(packed, ['extract', '--stdin', '--jobs', '2'], out)
    expect(code).toBe(0)
    expect(lines.split('\n').length).toBeGreaterThan(50)
  })

  it('ends with 1 where a file failed and the others were done, with 2 for wrong use', async () => {
    const failed = await commandOf(packed, [
      'inspect',
      'nowhere.txt',
      'test/fixtures/files/broken/inflating.docx',
      SEED,
    ])
    expect(failed.code).toBe(1)
    expect(failed.out.trim().split('\n')).toHaveLength(3)
    expect(failed.err).toContain('nowhere.txt')
    const wrong = await commandOf(packed, ['read', SEED])
    expect(wrong.code).toBe(2)
    expect(wrong.out).toBe('')
    expect(wrong.err).toContain('There is no command “read”')
  })
})
