import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Settings } from '#shared/ipc/settings'
import { newId } from '#shared/model/identity'
import { Backups } from '../../../../electron/files/backups/backups'
import { Feeder } from '../../../../electron/files/feeder'
import { Checks } from '../../../../electron/files/package/checks'
import { OpenedPackages } from '../../../../electron/files/package/opened'
import { SavingPackages } from '../../../../electron/files/package/saving'
import { UnfinishedFiles } from '../../../../electron/files/package/unfinished'
import { ProjectFolders } from '../../../../electron/files/project-folder'
import { RunRecord } from '../../../../electron/files/run-record'
import { SettingsFile } from '../../../../electron/files/settings'
import { WatchedFolders } from '../../../../electron/files/watched-folders'
import type { RequestEvent } from '../../../../electron/ipc/handle'
import { type HandlerNeeds, registerHandlers } from '../../../../electron/ipc/register'
import { FakeLink, IMPORTED } from '../../files/fake-importer'
import { hashOf, importOf } from '../../files/package/sample-project'

const SEEDS = join(import.meta.dirname, '../../../../seeds')
const WORKBENCH = 'workbench'
const FROM_THE_PAGE: RequestEvent = {
  sender: WORKBENCH,
  senderFrame: { url: 'app://duibiao/index.html', parent: null },
}

/** A program without its windows: the real handlers over real folders. What Electron itself would do is faked. */
export interface World {
  /** Folder of the profile, of what dialogs choose, and of what nobody chose. */
  profile: string
  chosen: string
  outside: string
  /** Errors that no handler meant. */
  defects: string[]
  /** Sends a request as the page would. */
  ask(channel: string, payload: unknown): Promise<unknown>
  /** What was given out last: ids, hashes, folders and names of files, which later requests may name. */
  given: string[]
  /** What answers said last under each name: the token of a package, the file of a backup. */
  said: Map<string, unknown>
  /** Leaves the record of an import that the program's end has cut off. */
  cutImport(): Promise<void>
  /** Waits for what a request has set going. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** How many of the names that were given out are remembered. */
const REMEMBERED = 12

const textOf = (name: string): string => `政府工作报告 ${name}`

/** Every file under a folder with what is in it. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (path) => [path, (await readFile(path)).toString('base64')] as const)),
  )
}

/**
 * Makes a world in a folder of its own, with a project that has an imported file.
 * @param disk where that folder is made
 */
export async function makeWorld(disk = tmpdir()): Promise<World> {
  const root = await mkdtemp(join(disk, 'duibiao-fuzz-'))
  const [profile, chosen, outside] = [join(root, 'profile'), join(root, 'chosen'), join(root, 'outside')]
  for (const folder of [profile, join(chosen, 'watched'), outside]) await mkdir(folder, { recursive: true })
  await writeFile(join(outside, 'secret.txt'), 'nobody chose this')
  await writeFile(join(chosen, 'in.csv'), '编码,定义\n甲,乙\n')
  for (const name of ['a.txt', 'watched/b.txt']) await writeFile(join(chosen, name), textOf(name))

  const projects = new ProjectFolders(profile)
  const settings = new SettingsFile(profile)
  const defects: string[] = []
  const project = () => projects.opened()
  const quiet = () => undefined
  const feeder = new Feeder({
    startImporter: imports,
    lanes: 1,
    project: () => projects.open('课题'),
    author: () => '测试',
    report: quiet,
    held: quiet,
  })
  const watched = new WatchedFolders(profile, { found: quiet, options: { stable: 1, limit: 1000 } })
  const saving = new SavingPackages({ project, unfinished: new UnfinishedFiles(profile), app: 'fuzz', told: quiet })
  const opened = new OpenedPackages({ projects, project, told: quiet })
  const offered = join(chosen, 'backups')
  const backups = new Backups({
    profile,
    offered,
    app: 'fuzz',
    project,
    projects,
    isImporting: () => feeder.busy,
    changed: quiet,
    told: quiet,
  })
  const needs: HandlerNeeds = {
    appInfo: () => ({
      version: '1',
      electron: '2',
      chromium: '3',
      node: '4',
      platform: 'linux',
      packaged: true,
      system: { language: 'zh-CN', dark: false },
      user: 'u',
    }),
    readSettings: () => settings.value,
    writeSettings: (changed) => settings.write(Settings.parse(changed)),
    openProject: () => projects.open('课题'),
    openedProject: (id) => projects.opened(id),
    projects,
    firstName: () => '课题',
    projectChanged: quiet,
    listChanged: quiet,
    checked: quiet,
    feeder,
    saving,
    opened,
    checks: new Checks(),
    backups,
    offeredBackups: offered,
    chooseBackupFolder: async () => offered,
    watched,
    choosePaths: async (what) => (what === 'files' ? [join(chosen, 'a.txt')] : [join(chosen, 'watched')]),
    askedFor: quiet,
    sampleFolder: SEEDS,
    // The dialog offers the name; what the user then chooses lies in a folder of his.
    chooseSavePath: async (name) => join(chosen, name),
    printPdf: async () => new TextEncoder().encode('%PDF-1.4'),
    chooseOpenPath: async (type) => join(chosen, type === 'duibiao' ? 'whole.duibiao' : 'in.csv'),
    writeClipboard: quiet,
    openWindow: async () => undefined,
    windowReady: quiet,
  }
  const listeners = new Map<string, (event: RequestEvent, payload: unknown) => Promise<unknown>>()
  registerHandlers({ handle: (channel, listener) => void listeners.set(channel, listener) }, needs, {
    isWorkbench: (contents) => contents === WORKBENCH,
    logDefect: (channel, error) => defects.push(`${channel}: ${error instanceof Error ? error.stack : String(error)}`),
  })
  const given: string[] = []
  const said = new Map<string, unknown>()
  const ask = async (channel: string, payload: unknown): Promise<unknown> => {
    const answer = await refusingGaps(projects, listeners.get(channel)?.(FROM_THE_PAGE, payload))
    for (const name of namesIn(answer)) {
      if (given.includes(name)) given.splice(given.indexOf(name), 1)
      given.push(name)
    }
    given.splice(0, given.length - REMEMBERED)
    remember(answer, said)
    return answer
  }
  const settled = async (): Promise<void> => {
    while (feeder.busy) await new Promise((done) => setImmediate(done))
  }
  await ask('project:open', null)
  await ask('import:choose', { what: 'files' })
  await settled()
  // What the importer itself would tell the journal.
  const hash = hashOf(textOf('a.txt'))
  await ask('journal:append', { project: said.get('id'), entries: [importOf(1, 'a.txt', hash)] })
  said.set('hash', hash)
  await ask('watch:choose', null)
  await ask('watch:list', null)
  return {
    profile,
    chosen,
    outside,
    defects,
    ask,
    given,
    said,
    cutImport: async () => {
      const { runs } = await projects.opened()
      const paths = [join(chosen, 'a.txt')]
      await RunRecord.create(runs, { run: newId(), started: new Date().toISOString(), paths, base: null })
    },
    settled,
    close: async () => {
      await feeder.close()
      await Promise.all([watched.close(), saving.abandon(), opened.abandon(), backups.close()])
      await projects.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** An importer that reads nothing and says that all is imported. */
function imports(): FakeLink {
  const link = new FakeLink((request, own) =>
    queueMicrotask(() => own.say({ type: 'done', ticket: request.ticket, outcome: IMPORTED, entry: null })),
  )
  queueMicrotask(() => link.ready(1))
  return link
}

/** Every name in an answer that a later request may use. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string')
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{64}$|^\/|\.duibiao$/.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.values(value).flatMap(namesIn)
}

/** Notes what an answer says under each name; of a list the first says most: it is the newest. */
function remember(value: unknown, said: Map<string, unknown>): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
  for (const [name, part] of Object.entries(value).toReversed()) {
    remember(part, said)
    if (!Array.isArray(value) && typeof part !== 'object') said.set(name, part)
  }
}

/** An entry that leaves a gap waits half a minute for the one before it: nobody will send it, so it is refused at once. */
async function refusingGaps(projects: ProjectFolders, answer: Promise<unknown> | undefined): Promise<unknown> {
  let answered = false
  const settled = Promise.resolve(answer).finally(() => {
    answered = true
  })
  for (let turn = 0; !answered; turn += 1) {
    await Promise.race([settled, new Promise((done) => setTimeout(done, Math.min(turn, 20)))])
    if (!answered && turn > 5)
      await projects.opened().then(
        (open) => open.journal.abandonGaps(),
        () => undefined,
      )
  }
  return settled
}
