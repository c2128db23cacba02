import { execFile } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, type Workbench } from './driver'
import { importSample, libraryRow, pictureOnFailure } from './steps'

const FILES = 120
const SEEDS = readdirSync('seeds').filter((name) => name.endsWith('.txt'))

/** A folder of many different files: seeds, each with a last line of its own. */
const manyFiles = (): string =>
  newFolder(
    Object.fromEntries(
      Array.from({ length: FILES }, (_, n) => [
        `${n}.txt`,
        `${readFileSync(join('seeds', SEEDS[n % SEEDS.length] ?? ''), 'utf8')}\n${n}\n`,
      ]),
    ),
  )

const projectFolder = (profile: string): string => {
  const [id] = readdirSync(join(profile, 'projects'))
  return join(profile, 'projects', id ?? '')
}
const journalPath = (profile: string): string => join(projectFolder(profile), 'journal.jsonl')
const journalText = (profile: string): string => readFileSync(journalPath(profile), 'utf8')
const journalLines = (profile: string): string[] => journalText(profile).split('\n').filter(Boolean)

/** The keys of the project's database, table by table, and the sources that have a text. */
const stored = ({ page }: Workbench) =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const name = (await indexedDB.databases()).find((info) => info.name?.startsWith('project-'))?.name ?? ''
    const db = await settled(indexedDB.open(name))
    const transaction = db.transaction(['sources', 'readings', 'reports', 'sections', 'cells', 'journalMirror'])
    const keys = async (table: string) =>
      (await settled(transaction.objectStore(table).getAllKeys())).map(String).sort()
    const [sources, reports, sections, cells, mirror] = await Promise.all(
      ['sources', 'reports', 'sections', 'cells', 'journalMirror'].map(keys),
    )
    const readings: { source: string }[] = await settled(transaction.objectStore('readings').getAll())
    db.close()
    return {
      sources,
      read: readings.map(({ source }) => source).sort(),
      reports,
      sections,
      cells,
      mirror: mirror?.length,
    }
  })

/** Nothing is half there: every source has its text and its original, every report its parts, both histories agree. */
async function expectWhole(bench: Workbench, profile: string): Promise<number> {
  const { sources, read, reports, sections, cells, mirror } = await stored(bench)
  expect(read).toEqual(sources)
  expect(sections).toEqual(reports)
  expect(cells).toEqual(reports)
  expect(mirror).toBe(journalLines(profile).length)
  expect(journalLines(profile).map((line) => JSON.parse(line).sequence)).toEqual(
    Array.from({ length: mirror ?? 0 }, (_, n) => n + 1),
  )
  const originals = readdirSync(join(projectFolder(profile), 'originals'))
  expect(originals).toEqual(expect.arrayContaining(sources ?? []))
  expect(originals.filter((name) => name.endsWith('.tmp'))).toEqual([])
  return sources?.length ?? 0
}

/** What main says of the import under way. */
const importStatus = ({ page }: Workbench) =>
  page.evaluate(async () => {
    const answer = await window.duibiao?.invoke('import:status', null)
    return (answer as { value: { done: number; failed: number } | null }).value
  })
const importEnds = (bench: Workbench) => expect.poll(() => importStatus(bench), { timeout: 30_000 }).toBeNull()
const importRuns = (bench: Workbench, files: number) =>
  expect.poll(async () => (await importStatus(bench))?.done ?? 0, { interval: 5 }).toBeGreaterThan(files)

/** Imports a folder as a user does, through the dialog; answers when it has begun. */
async function importFolder({ app, page }: Workbench, folder: string): Promise<void> {
  await chooseInDialog(app, [folder])
  await page.evaluate(() => window.duibiao?.invoke('import:choose', { what: 'folder' }))
}

/** Runs a script in the hidden importer. */
const inImporter = ({ app }: Workbench, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().includes('importer'))
        ?.webContents.executeJavaScript(code),
    script,
  )

/** `kill -9` of the importer's process. */
const killImporter = ({ app }: Workbench): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => {
    const importer = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().includes('importer'))
    return importer ? process.kill(importer.webContents.getOSProcessId(), 'SIGKILL') : false
  })

describe('an import that is cut off', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    folder = manyFiles()
    profile = newProfile()
    bench = await start({ profile, settings: {} })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('leaves no file half imported when main is killed, and loses none that counted', async () => {
    await importFolder(bench, folder)
    await importRuns(bench, 10)
    const counted = journalLines(profile).length
    await bench.kill()
    bench = await start({ profile })
    expect(await expectWhole(bench, profile)).toBeGreaterThanOrEqual(counted)
  })

  it('goes on with the other files when the importer is killed', async () => {
    await importFolder(bench, folder)
    await importRuns(bench, 20)
    expect(await killImporter(bench)).toBe(true)
    await importEnds(bench)
    // What the importer was at when it died is tried again; at most that one file is told as failed.
    await expect.poll(() => expectWhole(bench, profile)).toBeGreaterThanOrEqual(FILES - 1)
  })

  it('has every file once after the folder is imported again', async () => {
    await importFolder(bench, folder)
    await importEnds(bench)
    expect(await expectWhole(bench, profile)).toBe(FILES)
  })

  it('does not let the importer pass for the workbench', async () => {
    const [file = ''] = readdirSync('seeds')
    await importFolder(bench, join(process.cwd(), 'seeds', file))
    await importEnds(bench)
    const ask = "window.duibiao.invoke('settings:read', null).then((answer) => answer.ok)"
    expect(await inImporter(bench, ask)).toBe(false)
    expect(await inImporter(bench, `history.replaceState(null, '', '/index.html'); ${ask}`)).not.toBe(true)
  })

  it('imports no path that a page makes up', async () => {
    const refused = await bench.page.evaluate(() =>
      window.duibiao?.invoke('import:paths', { paths: ['/etc/hostname'] }).then(
        () => 'taken',
        () => 'refused',
      ),
    )
    expect(refused).toBe('refused')
  })
})

describe('a damaged project folder', () => {
  let profile: string
  let bench: Workbench
  let whole: string

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: {} })
    await importSample(bench.page)
    await bench.close()
    whole = journalText(profile)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  const damageLine = (line: number) => {
    const lines = whole.split('\n')
    lines[line - 1] = `${(lines[line - 1] ?? '').slice(0, 40)}\0`
    writeFileSync(journalPath(profile), lines.join('\n'))
  }

  it('has its journal completed from the database, and the user is told', async () => {
    damageLine(2)
    bench = await start({ profile })
    await bench.page.getByText(/日志第 2 行已损坏，已用数据库补全/).waitFor()
    expect(journalText(profile)).toBe(whole)
    expect(readdirSync(projectFolder(profile)).filter((name) => name.startsWith('journal.damaged-'))).toHaveLength(1)
    await bench.close()
  })

  it('has its journal written again where it is gone, and its project.json', async () => {
    rmSync(journalPath(profile))
    bench = await start({ profile })
    await expect.poll(() => journalLines(profile).length).toBe(5)
    await bench.close()
    writeFileSync(join(projectFolder(profile), 'project.json'), '{"id":"')
    bench = await start({ profile })
    await bench.page.getByText(/project\.json 已损坏或缺失，已重新建立/).waitFor()
    await libraryRow(bench.page, '003_').waitFor()
    await bench.close()
  })

  it('is not opened, and not touched, when journal and database are damaged both', async () => {
    damageLine(2)
    const damaged = journalText(profile)
    const files = readdirSync(profile, { recursive: true, encoding: 'utf8' })
    for (const name of files)
      if (/IndexedDB.*leveldb\/(MANIFEST|CURRENT|.*\.log$|.*\.ldb$)/.test(name))
        writeFileSync(join(profile, name), 'garbled '.repeat(100))
    bench = await start({ profile, opens: false })
    await bench.page.getByText(/日志第 2 行已损坏。请从备份恢复课题/).waitFor()
    await bench.close()
    expect(journalText(profile)).toBe(damaged)
    writeFileSync(journalPath(profile), whole)
  })

  it('is refused by name when a newer version wrote it', async () => {
    const path = join(projectFolder(profile), 'project.json')
    copyFileSync(path, `${path}.copy`)
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), name: '新课题', dataVersion: 99 }))
    bench = await start({ profile, opens: false })
    await bench.page.getByText(/课题“新课题”由更新的版本写成（数据版本 99/).waitFor()
    await bench.close()
    copyFileSync(`${path}.copy`, path)
    expect(journalText(profile)).toBe(whole)
    bench = await start({ profile })
    await libraryRow(bench.page, '003_').waitFor()
  })

  it('is used by one program at a time; a second start hands its files on', async () => {
    const file = newFolder({ '第二次.txt': `${readFileSync(join('seeds', SEEDS[0] ?? ''))}\n又一份\n` })
    const [command = '', ...args] = bench.app.process().spawnargs
    const env = { ...process.env, DUIBIAO_PROFILE: profile }
    const passed = args.filter((argument) => /^--(no-sandbox|disable-gpu)$/.test(argument))
    const appFolder = await bench.app.evaluate(({ app }) => app.getAppPath())
    await promisify(execFile)(command, [...passed, appFolder, join(file, '第二次.txt')], { env, timeout: 20_000 })
    await bench.page.getByText('第二次.txt').first().waitFor()
    removeProfile(file)
  })
})
