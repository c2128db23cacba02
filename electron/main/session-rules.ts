import { ownUrl } from '../ipc/trusted-sender'
import { socketOf } from './content-policy'

/** The one permission that is granted: without it Chromium may evict the database. */
const GRANTED = 'persistent-storage'

/** Whether a page may have a permission: `persistent-storage`, and only our own origin. */
export const isGranted = (permission: string, origin: string): boolean =>
  permission === GRANTED && ownUrl(origin) !== null

/**
 * Whether a request may leave: only to ourselves, to what a page holds itself, to the developer tools, and in
 * development to the Vite server.
 */
export function isAllowedRequest(address: string, devServer: string | null): boolean {
  if (ownUrl(address)) return true
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === 'devtools:' || url.protocol === 'data:') return true
  if (url.protocol === 'blob:') return ownUrl(url.pathname) !== null
  return devServer !== null && [new URL(devServer).origin, socketOf(devServer)].includes(`${url.protocol}//${url.host}`)
}
