import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS, type Channel, type DuibiaoBridge, EVENTS, type EventName, IMPORT_PORT } from '#shared/ipc/channels'

/** Paths of dropped files that the page was told. A script in the page cannot make them up: only these are imported. */
const dropped = new Set<string>()

function wasDropped(payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null || !('paths' in payload)) return false
  const { paths } = payload
  return Array.isArray(paths) && paths.every((path) => dropped.has(path))
}

// A sandboxed preload can load nothing but Electron: no schema library, names only. Both ends check the contents.
const bridge: DuibiaoBridge = {
  invoke(channel: Channel, payload: unknown): Promise<unknown> {
    if (!CHANNELS.includes(channel)) return Promise.reject(new Error(`unknown channel: ${String(channel)}`))
    if (channel === 'import:paths' && !wasDropped(payload))
      return Promise.reject(new Error('paths that were not dropped'))
    return ipcRenderer.invoke(channel, payload)
  },
  on(event: EventName, listener: (payload: unknown) => void): () => void {
    if (!EVENTS.includes(event)) throw new Error(`unknown event: ${String(event)}`)
    // Electron's own event object stays on this side: it would hand the page the raw sender.
    const forward = (_event: unknown, payload: unknown): void => listener(payload)
    ipcRenderer.on(event, forward)
    return () => ipcRenderer.off(event, forward)
  },
  pathForFile(file: unknown): string {
    const path = file instanceof File ? webUtils.getPathForFile(file) : ''
    if (path !== '') dropped.add(path)
    return path
  },
}

contextBridge.exposeInMainWorld('duibiao', bridge)

// A port cannot cross the context bridge; the page takes it as a message of its own origin.
ipcRenderer.on(IMPORT_PORT, (event) => window.postMessage(IMPORT_PORT, window.location.origin, [...event.ports]))
