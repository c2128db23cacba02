import { net, protocol } from 'electron'
import { APP_SCHEME, ownUrl } from '../ipc/trusted-sender'
import { refusal, served } from './app-files'
import { contentPolicy } from './content-policy'

/** Makes `app:` a scheme like https: its own origin, IndexedDB, fetch. To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves `app://duibiao`.
 * @param root folder of the built renderer
 * @param devServer URL of the Vite server, which stands in for the folder in development: same origin, same database
 */
export function serveApp(root: string, devServer: string | null): void {
  const headers = { 'Content-Security-Policy': contentPolicy(devServer), 'X-Content-Type-Options': 'nosniff' }
  protocol.handle(APP_SCHEME, (request) =>
    devServer ? proxied(request, devServer, headers) : served(request, root, headers),
  )
}

async function proxied(request: Request, devServer: string, headers: Record<string, string>): Promise<Response> {
  const url = ownUrl(request.url)
  if (!url) return refusal(404, headers)
  const answer = await net.fetch(new URL(url.pathname + url.search, devServer).href, { method: request.method })
  const merged = new Headers(answer.headers)
  for (const [name, value] of Object.entries(headers)) merged.set(name, value)
  return new Response(answer.body, { status: answer.status, headers: merged })
}
