import { message } from '#shared/model/identity'
import { reasonOf } from '../../storage'
import { notify, onCommandFailure } from '../../workbench'
import { errorDetails } from './details'

/** Chromium tells of a resize observer that runs again in the next frame as of an error; it is none. */
const HARMLESS = /ResizeObserver loop/

function report(error: unknown): void {
  const said = error instanceof Error ? error.message : String(error)
  if (HARMLESS.test(said)) return
  console.error(error)
  const reason = reasonOf(error, '')
  const told = reason.key === '' ? message('app.error.unexpected', { details: said }) : reason
  notify('error', told, errorDetails(error))
}

/** Shows every error that nothing else caught, of the window and of commands, as a notice with its details. */
export function watchErrors(target: Window): void {
  target.addEventListener('error', (event) => report(event.error ?? event.message))
  target.addEventListener('unhandledrejection', (event) => report(event.reason))
  onCommandFailure(report)
}
