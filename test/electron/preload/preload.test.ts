// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { CHANNELS, type DuibiaoBridge, EVENTS, IMPORT_PORT } from '#shared/ipc/channels'

type Listener = (event: unknown, payload?: unknown) => void

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[],
  listeners: new Map<string, Set<(event: unknown, payload?: unknown) => void>>(),
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: async (...given: unknown[]) => electron.invoked.push(given),
    on: (channel: string, listener: Listener) => {
      const known = electron.listeners.get(channel) ?? new Set()
      electron.listeners.set(channel, known.add(listener))
    },
    off: (channel: string, listener: Listener) => electron.listeners.get(channel)?.delete(listener),
  },
  webUtils: { getPathForFile: (file: File) => `/disk/${file.name}` },
}))

let bridge: DuibiaoBridge
beforeAll(async () => {
  await import('../../../electron/preload/index')
  bridge = electron.exposed.get('duibiao') as DuibiaoBridge
})
beforeEach(() => {
  electron.invoked.length = 0
})

const fire = (channel: string, event: unknown, payload?: unknown): void => {
  for (const listener of electron.listeners.get(channel) ?? []) listener(event, payload)
}

describe('window.duibiao', () => {
  it('is all that is exposed', () => {
    expect([...electron.exposed.keys()]).toEqual(['duibiao'])
    expect(Object.keys(bridge).sort()).toEqual(['invoke', 'on', 'pathForFile'])
  })

  it('lets every channel of the contract through, and no other', async () => {
    const free = CHANNELS.filter((channel) => channel !== 'import:paths')
    for (const channel of free) await bridge.invoke(channel, 1)
    expect(electron.invoked).toEqual(free.map((channel) => [channel, 1]))
    await expect(bridge.invoke('fs:read' as (typeof CHANNELS)[number], 1)).rejects.toThrow('unknown channel')
    expect(electron.invoked).toHaveLength(free.length)
  })

  it('hears every event of the contract, and no other, without the sender, until it is told to stop', () => {
    for (const event of EVENTS) {
      const heard: unknown[] = []
      const stop = bridge.on(event, (...given) => heard.push(given))
      fire(event, { sender: 'ipc' }, 'payload')
      stop()
      fire(event, { sender: 'ipc' }, 'later')
      expect(heard).toEqual([['payload']])
    }
    expect(() => bridge.on('ipc:raw' as (typeof EVENTS)[number], () => undefined)).toThrow('unknown event')
  })

  it('tells the path of a file and of nothing else', () => {
    expect(bridge.pathForFile(new File(['x'], '报告.txt'))).toBe('/disk/报告.txt')
    expect(bridge.pathForFile('/etc/passwd')).toBe('')
  })

  it('imports the paths of dropped files, and none that the page made up', async () => {
    for (const payload of [null, 1, {}, { paths: '/etc/passwd' }, { paths: ['/etc/passwd'] }])
      await expect(bridge.invoke('import:paths', payload)).rejects.toThrow('not dropped')
    const path = bridge.pathForFile(new File(['x'], '西工.txt'))
    await expect(bridge.invoke('import:paths', { paths: [path, '/etc/passwd'] })).rejects.toThrow('not dropped')
    expect(electron.invoked).toEqual([])
    await bridge.invoke('import:paths', { paths: [path] })
    expect(electron.invoked).toEqual([['import:paths', { paths: [path] }]])
  })

  it('hands the port on as a message of the own origin', () => {
    const post = vi.spyOn(window, 'postMessage').mockImplementation(() => undefined)
    const port = new MessageChannel().port1
    fire(IMPORT_PORT, { ports: [port] })
    expect(post).toHaveBeenCalledWith(IMPORT_PORT, window.location.origin, [port])
  })
})
