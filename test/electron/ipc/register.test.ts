import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHANNELS, EVENTS } from '#shared/ipc/channels'
import { CONTRACT, EVENT_CONTRACT, OPEN_LIMIT } from '#shared/ipc/contract'
import { Settings } from '#shared/ipc/settings'
import { DICTIONARIES } from '#shared/locales/translate'
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
let listeners: Map<string, (event: RequestEvent, payload: unknown) => Promise<unknown>>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duibiao-test-'))
  folders = new ProjectFolders(folder)
  called = []
  asked = []
  chosenFolder = null
  chosenFile = null
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
    chooseSavePath: async (name, type) => (type === 'csv' ? join(folder, name) : null),
    chooseOpenPath: async (type) => {
      called.push(type)
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

  it('names every channel once', () => {
    expect(new Set<string>([...CHANNELS, ...EVENTS]).size).toBe(CHANNELS.length + EVENTS.length)
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

  it('refuse a journal of a project that is not open', async () => {
    expect(await ask('journal:read', { project: RUN, after: 0, limit: 1 })).toMatchObject({
      error: { key: 'errors.project.notOpen' },
    })
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
    expect(await ask('export:save', { name: '../x.csv', type: 'csv', bytes })).toMatchObject({
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

describe('the messages of main', () => {
  it('are in both languages, with the same keys', () => {
    const keys = (node: object, prefix = ''): string[] =>
      Object.entries(node).flatMap(([name, value]) =>
        typeof value === 'string' ? [prefix + name] : keys(value, `${prefix}${name}.`),
      )
    for (const namespace of ['errors', 'menu']) {
      const [zh, en] = [DICTIONARIES['zh-CN'][namespace], DICTIONARIES.en[namespace]]
      expect(keys(Object(zh)).sort()).toEqual(keys(Object(en)).sort())
    }
  })
})
