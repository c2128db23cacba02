/** Scheme and host of our own pages; the origin, and with it the database, never changes. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'duibiao'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** The page that the user works in; the importer's page parses foreign files and may ask nothing. */
export const WORKBENCH_PAGE = '/index.html'
export const IMPORTER_PAGE = '/importer.html'

/** What is looked at of the frame that sent a request. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** The URL of one of our own pages, or null. Node gives `null` as the origin of every scheme that it does not know. */
export function ownUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const own = url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
  return own ? url : null
}

/**
 * Whether a request may be answered: it comes from the main frame of the workbench's page, in a window of the workbench.
 * The address alone would not do: any page of ours can give itself another one (`history.replaceState`).
 * @param frame null when the frame is gone by now
 * @param inWorkbench whether the sender is the contents of a window of the workbench
 */
export function isTrustedSender(frame: SenderFrame | null, inWorkbench: boolean): boolean {
  if (!inWorkbench || !frame || frame.parent !== null) return false
  const url = ownUrl(frame.url)
  return url !== null && (url.pathname === WORKBENCH_PAGE || url.pathname === '/')
}
