import { IMPORT_PORT } from '#shared/ipc/channels'

/*
 * The importer's page: starts a worker for each port that main sends, and hands it on. It holds nothing else, so that
 * a file that takes all memory takes only this hidden window with it.
 */

function startWorker(port: MessagePort): void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'import' })
  // An error of the worker is one of this page: main sees it in the window's log and marks the files at work as failed.
  worker.addEventListener('error', (event) => {
    throw new Error(`import worker: ${event.message || 'could not be loaded'} (${event.filename}:${event.lineno})`)
  })
  worker.postMessage(null, [port])
}

addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin || event.data !== IMPORT_PORT) return
  const port = event.ports[0]
  if (port) startWorker(port)
})
