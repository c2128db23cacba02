import './jitless'
import type { ImportAnswer } from '#shared/ipc/imports'
import { handleRequest } from './handle'

/** The import worker: gets its port from the page, says `ready`, answers one request with one answer, and tells how far a long one is. */
function serve(port: MessagePort): void {
  const answer = (message: ImportAnswer): void => port.postMessage(message)
  port.onmessage = ({ data }) => {
    handleRequest(data, answer).then(answer, (error: unknown) => reportError(error))
  }
  answer({ type: 'ready' })
}

addEventListener('message', ({ ports }) => {
  const port = ports[0]
  if (port) serve(port)
})
