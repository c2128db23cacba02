import { readFile, realpath } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { codeOf } from '../files/problem'
import { ownUrl } from '../ipc/trusted-sender'

/** Every type that a build of ours holds; a file of another type is not served. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.bcmap': 'application/octet-stream',
}

/** Answers a request from the folder; what is not ours, not there or not a plain read is refused. */
export async function served(request: Request, root: string, headers: Record<string, string>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, headers)
  const path = pathOf(request.url, root)
  const type = path && TYPES[extname(path).toLowerCase()]
  if (!path || !type) return refusal(404, headers)
  try {
    // A link inside the folder must not lead out of it either.
    if (!isInside(await realpath(path), await realpath(root))) return refusal(404, headers)
    const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(path))
    return new Response(body, { headers: { ...headers, 'Content-Type': type } })
  } catch (error) {
    return refusal(['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error)) ? 404 : 500, headers)
  }
}

/**
 * The file that a URL of ours names, or null for one that names none or leads out of the folder.
 * @param root absolute folder of the built renderer
 */
export function pathOf(address: string, root: string): string | null {
  const url = ownUrl(address)
  const name = url && decoded(url.pathname)
  if (!name || /[\u0000-\u001f\\:]/.test(name)) return null
  const path = resolve(root, `.${name === '/' ? '/index.html' : name}`)
  return isInside(path, resolve(root)) ? path : null
}

const isInside = (path: string, root: string): boolean => path.startsWith(root + sep)

/** The decoded path of a URL, null where it is no UTF-8. */
function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

/** An empty answer with the headers of every answer. */
export const refusal = (status: number, headers: Record<string, string>): Response =>
  new Response(null, { status, headers })
