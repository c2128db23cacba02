import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS, type Channel, type DuibiaoBridge, EVENTS, type EventName, IMPORT_PORT } from '#shared/ipc/channels'

// A sandboxed preload can load nothing but Electron: no schema library, names only. Both ends check the contents.
const bridge: DuibiaoBridge = {
  invoke(channel: Channel, payload: unknown): Promise<unknown> {
    if (!CHANNELS.includes(channel)) return Promise.reject(new Error(`unknown channel: ${String(channel)}`))
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
    return file instanceof File ? webUtils.getPathForFile(file) : ''
  },
}

contextBridge.exposeInMainWorld('duibiao', bridge)

// A port cannot cross the context bridge; the page takes it as a message of its own origin.
ipcRenderer.on(IMPORT_PORT, (event) => window.postMessage(IMPORT_PORT, window.location.origin, [...event.ports]))
