import { APP_HOST } from '../ipc/trusted-sender'

const POLICY: Record<string, readonly string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'object-src': ["'none'"],
}

/**
 * Vite's client tries the page's own host first and turns to its server when that socket closes. A socket that the
 * policy refuses never closes, so the policy lets it pass; the session's rules end it.
 */
const VITE_FIRST_TRY = `ws://${APP_HOST}`

/**
 * The content security policy of every page and worker.
 * @param devServer URL of the Vite server in development: its socket and its inline preamble are let through there
 */
export function contentPolicy(devServer: string | null): string {
  const extra: Record<string, readonly string[]> = devServer
    ? { 'connect-src': [socketOf(devServer), VITE_FIRST_TRY], 'script-src': ["'unsafe-inline'"] }
    : {}
  return Object.entries(POLICY)
    .map(([directive, sources]) => [directive, ...sources, ...(extra[directive] ?? [])].join(' '))
    .join('; ')
}

/** The origin of the Vite server's socket. */
export const socketOf = (devServer: string): string => new URL(devServer).origin.replace(/^http/, 'ws')
