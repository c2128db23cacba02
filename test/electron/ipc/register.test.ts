import { createHash } from 'node:crypto'
import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CHANNELS, EVENTS } from '#shared/ipc/channels'
import { CONTRACT, EVENT_CONTRACT, OPEN_LIMIT, PROJECT_LIMIT } from '#shared/ipc/contract'
import { Settings } from '#shared/ipc/settings'
import { Backups } from '../../../electron/files/backups/backups'
import { Checks } from '../../../electron/files/package/checks'
import { OpenedPackages } from '../../../electron/files/package/opened'
import { SavingPackages } from '../../../electron/files/package/saving'
import { UnfinishedFiles } from '../../../electron/files/package/unfinished'
import { ProjectFolders } from '../../../electron/files/project-folder'
import type { RequestEvent } from '../../../electron/ipc/handle'
import { type HandlerNeeds, registerHandlers } from '../../../electron/ipc/register'
import { entry } from '../files/entries'

const OURS: RequestEvent = { sender: 'workbench', senderFrame: { url: 'app://duibiao/index.html', parent: null } }
const RUN = '0b1f2c64-7c0e-4f0b-9d55-0d6c1a2b3c4d'

let folders: ProjectFolders
let folder: string
let called: unknown[]
let asked: [run: string, asking: unknown][]
let chosenFolder: string[] | null
let chosenFile: string | null
let chosenBackups: string | null
let listeners: Map<string, (event: RequestEvent, payload: unknown) => Promise<unknown>>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duibiao-test-'))
  folders = new ProjectFolders(folder)
  called = []
  asked = []
  chosenFolder = null
  chosenFile = null
  chosenBackups = null
  listeners = new Map()
  registerHandlers({ handle: (channel, listener) => void listeners.set(channel, listener) }, needs(), {
    isWorkbench: (contents) => contents === 'workbench',
    logDefect: (_channel, error) => {
      throw error
    },
  })
})
afterEach(() => folders.close())

const ask = (channel: string, payload: unknown) => listeners.get(channel)?.(OURS, payload)

function needs(): HandlerNeeds {
  let settings = Settings.parse({})
  return {
    appInfo: () => ({
      version: '1',
      electron: '2',
      chromium: '3',
      node: '4',
      platform: 'linux',
      packaged: false,
      system: { language: 'en', dark: false },
      user: 'u',
    }),
    readSettings: () => settings,
    writeSettings: async (changed) => {
      settings = changed
      return settings
    },
    openProject: () => folders.open('课题'),
    openedProject: (id) => folders.opened(id),
    projects: folders,
    firstName: () => '课题',
    projectChanged: () => void called.push('changed'),
    listChanged: () => void called.push('list'),
    checked: (done, total) => void called.push(['checked', done, total]),
    feeder: {
      enqueue: (task) => {
        called.push(task)
        return RUN
      },
      cancel: (run) => void called.push(run),
      pause: (run, paused) => void called.push([run, paused]),
      status: () => null,
      interrupted: async () => null,
      resume: async () => RUN,
      discard: async () => void called.push('discard'),
    },
    watched: {
      list: async () => ['/w'],
      add: async (path) => void called.push(['watch', path]),
      remove: async (path) => void called.push(['unwatch', path]),
      pending: async () => [{ folder: '/w', files: ['a.txt'], problem: null }],
      decide: async (path) => {
        called.push(['decide', path])
        return [join(path, 'a.txt')]
      },
    },
    choosePaths: async (what) => (what === 'files' ? ['/a.txt'] : chosenFolder),
    sampleFolder: join(import.meta.dirname, '../../../seeds'),
    backups: new Backups({
      profile: folder,
      offered: join(folder, 'offered'),
      app: 'test',
      project: () => folders.opened(),
      projects: folders,
      isImporting: () => false,
      changed: () => undefined,
      told: () => undefined,
    }),
    offeredBackups: join(folder, 'offered'),
    chooseBackupFolder: async () => chosenBackups,
    saving: new SavingPackages({
      project: () => folders.opened(),
      unfinished: new UnfinishedFiles(folder),
      app: 'test',
      told: () => undefined,
    }),
    checks: new Checks(),
    opened: new OpenedPackages({ projects: folders, project: () => folders.opened(), told: () => undefined }),
    chooseSavePath: async (name, type) => (['csv', 'pdf', 'duibiao'].includes(type) ? join(folder, name) : null),
    printPdf: async (page) => {
      called.push(page)
      return new TextEncoder().encode('%PDF-1.4')
    },
    chooseOpenPath: async (type) => {
      if (type !== 'duibiao') called.push(type)
      return chosenFile
    },
    writeClipboard: (text) => void called.push(text),
    askedFor: (run, asking) => void asked.push([run, asking]),
    openWindow: async () => void called.push('new'),
    windowReady: (contents) => void called.push(['ready', contents]),
  }
}

describe('the contract', () => {
  it('has a handler and a schema for every channel, and none besides', () => {
    expect([...listeners.keys()].sort()).toEqual([...CHANNELS].sort())
    expect(Object.keys(CONTRACT).sort()).toEqual([...CHANNELS].sort())
    expect(Object.keys(EVENT_CONTRACT).sort()).toEqual([...EVENTS].sort())
  })
})

describe('the handlers', () => {
  it('open the project and append to its journal', async () => {
    const opened = await ask('project:open', null)
    expect(opened).toMatchObject({ ok: true, value: { last: 0, torn: 0, project: { name: '课题' } } })
    const { project } = await folders.opened()
    expect(await ask('journal:append', { project: project.id, entries: [entry(1)] })).toEqual({
      ok: true,
      value: { last: 1 },
    })
    expect(await ask('journal:read', { project: project.id, after: 0, limit: 10 })).toEqual({
      ok: true,
      value: { entries: [entry(1)], last: 1 },
    })
  })

  it('make, name, switch and remove projects, and say so', async () => {
    const opened = await ask('project:open', null)
    expect(opened).toMatchObject({ ok: true, value: { crashed: false, older: null, fresh: true } })
    const first = (await folders.opened()).project.id
    const created = await ask('project:create', { name: ' 第二 ' })
    expect(created).toMatchObject({ ok: true })
    const second = (await folders.opened()).project.id
    expect(created).toEqual({ ok: true, value: { id: second } })
    expect(called).toEqual(['list', 'changed'])
    await ask('project:rename', { id: second, name: '二' })
    expect(await ask('project:list', null)).toMatchObject({
      value: { current: second, projects: [{ id: second, name: '二' }, { id: first }], bin: [] },
    })
    expect(await ask('project:check', null)).toEqual({ ok: true, value: { missing: [], damaged: [], extra: [] } })
    expect(await ask('project:duplicate', { id: first, name: '副本' })).toMatchObject({ ok: true })
    await ask('project:remove', { id: second })
    expect((await folders.opened()).project.id).toBe(first)
    await ask('project:recover', { id: second })
    expect(await ask('project:switch', { id: second })).toEqual({ ok: true, value: null })
    await ask('project:switch', { id: first })
    await ask('project:remove', { id: second })
    expect(await ask('project:erase', { id: second })).toEqual({ ok: true, value: null })
    expect(await ask('project:recover', { id: second })).toMatchObject({ error: { key: 'errors.project.notInBin' } })
    expect(await ask('project:switch', { id: '../..' })).toMatchObject({ error: { key: 'errors.ipc.input' } })
    expect(await ask('project:create', { name: '\u0000' })).toMatchObject({ error: { key: 'errors.ipc.input' } })
  })

  it('save a package, open it again and take it in as a project of its own', async () => {
    await ask('project:open', null)
    const { project, journal } = await folders.opened()
    await journal.append([entry(1)])
    const begun = await ask('package:begin', { name: 'a/b' })
    const { token } = z.object({ value: z.object({ token: z.string() }) }).parse(begun).value
    const bytes = new TextEncoder().encode('{}\n')
    expect(await ask('package:member', { token, path: 'records/codes.jsonl', bytes })).toEqual({
      ok: true,
      value: null,
    })
    expect(await ask('package:member', { token, path: 'records/../x.jsonl', bytes })).toMatchObject({
      error: { key: 'errors.ipc.input' },
    })
    expect(await ask('package:finish', { token, last: 2, partial: false })).toMatchObject({
      error: { key: 'errors.journal.gap' },
    })
    const again = z
      .object({ value: z.object({ token: z.string() }) })
      .parse(await ask('package:begin', { name: 'a/b' }))
    expect(await ask('package:finish', { ...again.value, last: null, partial: false })).toMatchObject({
      ok: true,
      value: { saved: 'a_b.duibiao', missing: [] },
    })
    expect(await ask('package:open', null)).toEqual({ ok: true, value: null })
    chosenFile = join(folder, 'a_b.duibiao')
    const opened = await ask('package:open', null)
    expect(opened).toMatchObject({ value: { file: 'a_b.duibiao', here: true, manifest: { last: 1 } } })
    const held = z.object({ value: z.object({ token: z.string() }) }).parse(opened).value
    expect(await ask('package:journal', { ...held, after: 0, limit: 5 })).toEqual({
      ok: true,
      value: { entries: [entry(1)], last: 1 },
    })
    expect(await ask('package:adopt', { ...held, name: '同事' })).toMatchObject({ ok: true })
    const adopted = await folders.opened()
    expect(adopted.project).toMatchObject({ name: '同事' })
    expect(adopted.project.id).not.toBe(project.id)
    expect(adopted.journal.last).toBe(1)
    expect(await ask('package:close', held)).toEqual({ ok: true, value: null })
    expect(await ask('package:journal', { ...held, after: 0, limit: 5 })).toMatchObject({
      error: { key: 'errors.package.closed' },
    })
  })

  it('make a backup in the folder that was chosen, and restore it', async () => {
    await ask('project:open', null)
    await (await folders.opened()).journal.append([entry(1)])
    expect(await ask('backup:choose', { offered: false })).toMatchObject({ value: { folder: null } })
    expect(await ask('backup:now', null)).toMatchObject({ error: { key: 'errors.backup.noFolder' } })
    expect(await ask('backup:choose', { offered: true })).toMatchObject({ value: { folder: join(folder, 'offered') } })
    expect(await ask('backup:now', null)).toMatchObject({
      value: { pending: 0, failed: null, last: { verified: true } },
    })
    const listed = await ask('backup:list', null)
    const { value } = z.object({ value: z.array(z.object({ file: z.string(), last: z.number() })) }).parse(listed)
    expect(value[0]?.last).toBe(1)
    expect(await ask('backup:restore', { file: '../catalog.duibiao' })).toMatchObject({
      error: { key: 'errors.ipc.input' },
    })
    expect(await ask('backup:restore', { file: 'x.duibiao' })).toMatchObject({
      error: { key: 'errors.backup.unknown' },
    })
    expect(await ask('backup:restore', { file: value[0]?.file })).toMatchObject({ ok: true })
    expect((await folders.list()).projects).toHaveLength(2)
    expect(await ask('backup:change', { keep: 3, folder: null })).toMatchObject({
      value: { keep: 3, every: 200, folder: null },
    })
  })

  it('refuse a journal of a project that is not open', async () => {
    expect(await ask('journal:read', { project: RUN, after: 0, limit: 1 })).toMatchObject({
      error: { key: 'errors.project.notOpen' },
    })
  })

  it('keep texts that a window hands in as originals, and import those of the open project only', async () => {
    const opened = await folders.open('课题')
    const { id } = opened.project
    const text = {
      name: '甲.txt',
      folder: '河南',
      bytes: new TextEncoder().encode('正文'),
      readAs: { format: 'txt', encoding: 'utf-8' },
    }
    expect(await ask('text:import', { project: id, texts: [text] })).toEqual({ ok: true, value: { run: RUN } })
    const hash = createHash('sha256').update(text.bytes).digest('hex')
    const { name, folder: at, readAs } = text
    expect(called).toEqual([{ mode: 'import', paths: [], kept: [{ hash, name, folder: at, readAs }] }])
    expect(asked).toEqual([[RUN, 'workbench']])
    expect(Buffer.from(await opened.originals.read(hash)).toString()).toBe('正文')
    expect(await ask('text:import', { project: RUN, texts: [text] })).toMatchObject({ ok: false })
    for (const strange of [
      { name: '../甲' },
      { name: '..' },
      { folder: '../..' },
      { folder: '/etc' },
      { folder: 'a\\b' },
    ])
      expect(await ask('text:import', { project: id, texts: [{ ...text, ...strange }] })).toMatchObject({
        error: { key: 'errors.ipc.input' },
      })
    expect(called).toHaveLength(1)
  })

  it('start imports of what was chosen, dropped, kept and brought along', async () => {
    expect(await ask('import:choose', { what: 'files' })).toEqual({ ok: true, value: { run: RUN } })
    expect(await ask('import:choose', { what: 'folder' })).toEqual({ ok: true, value: { run: null } })
    await ask('import:paths', { paths: ['/b.txt'] })
    await ask('import:sample', null)
    await ask('import:restore', { originals: [{ hash: 'a'.repeat(64), name: 'a.txt' }] })
    await ask('import:cancel', { run: RUN })
    expect(called).toEqual([
      { mode: 'import', paths: ['/a.txt'] },
      { mode: 'import', paths: ['/b.txt'] },
      { mode: 'import', paths: expect.objectContaining({ length: 5 }) },
      { mode: 'restore', originals: [{ hash: 'a'.repeat(64), name: 'a.txt' }] },
      RUN,
    ])
    expect(await ask('import:status', null)).toEqual({ ok: true, value: null })
    // What is read again for the database is no window's own; the others show what came of them where they were asked for.
    expect(asked).toEqual(Array.from({ length: 3 }, () => [RUN, 'workbench']))
  })

  it('pause, go on with and forget imports, and read originals again', async () => {
    await ask('import:pause', { run: RUN, paused: true })
    expect(await ask('import:interrupted', null)).toEqual({ ok: true, value: null })
    expect(await ask('import:resume', null)).toEqual({ ok: true, value: { run: RUN } })
    await ask('import:discard', null)
    const sources = [{ hash: 'a'.repeat(64), name: 'a.txt', folder: '' }]
    const readAs = { format: null, encoding: 'gb18030' }
    expect(await ask('import:reread', { sources, readAs })).toEqual({ ok: true, value: { run: RUN } })
    expect(called).toEqual([[RUN, true], 'discard', { mode: 'reread', sources, readAs }])
  })

  it('watch folders that the dialog gave, and import or dismiss what is new in them', async () => {
    expect(await ask('watch:choose', null)).toEqual({ ok: true, value: { folder: null } })
    chosenFolder = ['/w']
    expect(await ask('watch:choose', null)).toEqual({ ok: true, value: { folder: '/w' } })
    expect(await ask('watch:list', null)).toEqual({ ok: true, value: ['/w'] })
    expect(await ask('watch:pending', null)).toMatchObject({ ok: true, value: [{ folder: '/w', files: ['a.txt'] }] })
    expect(await ask('watch:import', { folder: '/w' })).toEqual({ ok: true, value: { run: RUN } })
    await ask('watch:dismiss', { folder: '/w' })
    await ask('watch:remove', { folder: '/w' })
    expect(called).toEqual([
      ['watch', '/w'],
      ['decide', '/w'],
      { mode: 'import', paths: ['/w/a.txt'], base: '/w' },
      ['decide', '/w'],
      ['unwatch', '/w'],
    ])
  })

  it('save an export where the user chose, and nothing when he left', async () => {
    const bytes = new TextEncoder().encode('地区,年份')
    expect(await ask('export:save', { name: '对比.csv', type: 'csv', bytes })).toEqual({
      ok: true,
      value: { saved: '对比.csv' },
    })
    expect(await readFile(join(folder, '对比.csv'), 'utf8')).toBe('地区,年份')
    expect(await ask('export:save', { name: '对比.png', type: 'png', bytes })).toEqual({
      ok: true,
      value: { saved: null },
    })
    for (const name of ['../x.csv', '..\\x.csv', 'a\u0000.csv', '.', '..'])
      expect(await ask('export:save', { name, type: 'csv', bytes })).toMatchObject({
        error: { key: 'errors.ipc.input' },
      })
  })

  it('print the page as it is wanted, and save it where the user chose', async () => {
    const page = { size: 'A3', landscape: true, footer: '<b>对标</b>' }
    expect(await ask('export:pdf', { name: '简报.pdf', ...page })).toEqual({ ok: true, value: { saved: '简报.pdf' } })
    expect(called).toEqual([page])
    expect(await readFile(join(folder, '简报.pdf'), 'utf8')).toBe('%PDF-1.4')
    expect(await ask('export:pdf', { name: '简报.pdf', ...page, size: 'A0' })).toMatchObject({
      error: { key: 'errors.ipc.input' },
    })
  })

  it('open the file that the user chose, as it is, and no larger one', async () => {
    expect(await ask('file:open', { type: 'csv' })).toEqual({ ok: true, value: null })
    chosenFile = join(folder, '编码表.csv')
    expect(await ask('file:open', { type: 'csv' })).toMatchObject({ error: { key: 'errors.file.vanished' } })
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0xb1, 0x0d])
    await writeFile(chosenFile, bytes)
    expect(await ask('file:open', { type: 'json' })).toEqual({ ok: true, value: { name: '编码表.csv', bytes } })
    expect(called).toEqual(['csv', 'csv', 'json'])
    await truncate(chosenFile, OPEN_LIMIT + 1)
    expect(await ask('file:open', { type: 'csv' })).toMatchObject({ error: { key: 'errors.file.tooLarge' } })
    expect(await ask('file:open', { type: 'csv', path: '/etc/passwd' })).toMatchObject({
      error: { key: 'errors.file.tooLarge' },
    })
    expect(await ask('file:open', { type: 'qdc' })).toMatchObject({ error: { key: 'errors.file.tooLarge' } })
    expect(await ask('file:open', { type: 'qdpx' })).toMatchObject({ ok: true })
    await truncate(chosenFile, PROJECT_LIMIT + 1)
    expect(await ask('file:open', { type: 'qdpx' })).toMatchObject({ error: { key: 'errors.file.tooLarge' } })
    expect(await ask('file:open', { type: 'exe' })).toMatchObject({ error: { key: 'errors.ipc.input' } })
  })

  it('read and write settings, answer about the app, copy text, hear that the window is ready', async () => {
    const settings = { ...Settings.parse({}), author: '李' }
    expect(await ask('settings:write', settings)).toEqual({ ok: true, value: settings })
    expect(await ask('settings:read', null)).toEqual({ ok: true, value: settings })
    expect(await ask('app:info', null)).toMatchObject({ ok: true, value: { version: '1' } })
    await ask('clipboard:write', { text: '西工区' })
    await ask('window:ready', null)
    await ask('window:new', null)
    expect(called).toEqual(['西工区', ['ready', 'workbench'], 'new'])
  })
})
