import { availableParallelism } from 'node:os'
import { MessageChannelMain } from 'electron'
import { IMPORT_PORT } from '#shared/ipc/channels'
import type { ImporterLink } from '../files/importer-link'
import { IMPORTER_PAGE } from '../ipc/trusted-sender'
import { makeWindow, pageUrl } from './window-factory'

/** How many workers an importer has: one for each core, but no more than are worth their memory. */
export const IMPORTER_LANES = Math.min(2, availableParallelism())

/**
 * An import keeps all cores busy by itself: threads that V8 would start to collect garbage beside its workers take from
 * them and wait for each other. So each worker collects its own. (Larger spaces for young objects took more memory, and
 * no less time that could be measured.)
 */
const ENGINE = ['--single-threaded-gc']

/**
 * Starts an importer: a hidden window of our origin, in which foreign files are parsed, and a port to each of its
 * workers. It alone dies of a bad file.
 */
export function startImporter(): ImporterLink {
  const window = makeWindow(
    { width: 400, height: 300, skipTaskbar: true },
    { backgroundThrottling: false, engine: ENGINE },
  )
  const channels = Array.from({ length: IMPORTER_LANES }, () => new MessageChannelMain())
  let gone: (() => void) | null = null
  const die = (): void => {
    const tell = gone
    gone = null
    destroy()
    tell?.()
  }
  const destroy = (): void => {
    gone = null
    for (const { port1 } of channels) port1.close()
    if (!window.isDestroyed()) window.destroy()
  }
  window.webContents.once('did-finish-load', () => {
    for (const { port2 } of channels) window.webContents.postMessage(IMPORT_PORT, null, [port2])
  })
  window.webContents.once('did-fail-load', die)
  window.webContents.once('render-process-gone', die)
  window.once('closed', die)
  // Up to Electron 34 the message is an argument of its own, later it is part of the event.
  window.webContents.on('console-message', (event, _level, message) => {
    const text = event.message ?? message
    if (text.startsWith('Uncaught')) {
      // The page passes a worker's death on like this: whatever it was doing will not be answered.
      console.error(`importer: ${text}`)
      die()
    }
  })
  void window.loadURL(pageUrl(IMPORTER_PAGE)).catch(die)
  return {
    post: (request, lane) => channels[lane]?.port1.postMessage(request),
    onMessage(listener) {
      for (const [lane, { port1 }] of channels.entries()) {
        port1.on('message', (event) => listener(event.data, lane))
        port1.start()
      }
    },
    onGone(listener) {
      gone = listener
    },
    destroy,
  }
}
