import { IMPORT_PORT } from '#shared/ipc/channels'

/*
 * The importer's page: hands the port from main on to the worker that does the work. It holds nothing else, so that
 * a file that takes all memory takes only this hidden window with it.
 */

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'import' })

/** An error of the worker is one of this page: main sees it in the window's log and marks the file at work as failed. */
worker.addEventListener('error', (event) => {
  throw new Error(`import worker: ${event.message || 'could not be loaded'} (${event.filename}:${event.lineno})`)
})

addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin || event.data !== IMPORT_PORT) return
  const port = event.ports[0]
  if (port) worker.postMessage(null, [port])
})
