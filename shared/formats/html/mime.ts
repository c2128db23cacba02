import { transferred } from './transfer'

/** One part of a web archive, its bytes decoded from their transfer encoding. */
export interface Part {
  readonly headers: Headers
  /** In lower case: text/html. */
  readonly type: string
  readonly charset: string
  readonly bytes: Uint8Array
}

/** Headers by name in lower case; each byte of a value is a character. */
export type Headers = ReadonlyMap<string, string>

/** Parts that can be read; pictures are not decoded. */
const TEXT = /^(?:text\/|application\/xhtml)/
/** Multiparts inside one another that are opened. */
const DEEPEST = 8
/** Where a header block ends that has no empty line behind it. */
const LONGEST_HEADERS = 65_536
const HEADER = /^([A-Za-z][\w-]*):[ \t]*([\s\S]*)$/

/** The headers of a web archive and its parts of text, in their order. */
export function readArchive(bytes: Uint8Array): { readonly headers: Headers; readonly parts: readonly Part[] } {
  const { headers } = splitHeaders(bytes)
  const parts: Part[] = []
  collect(bytes, 0, parts)
  return { headers, parts }
}

function collect(bytes: Uint8Array, depth: number, parts: Part[]): void {
  const { headers, body } = splitHeaders(bytes)
  const { type, params } = valueAndParams(headers.get('content-type') ?? 'text/html')
  const boundary = params.get('boundary')
  if (!type.startsWith('multipart/') || boundary === undefined) {
    if (!TEXT.test(type)) return
    const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
    parts.push({ headers, type, charset: params.get('charset') ?? '', bytes: transferred(body, encoding) })
    return
  }
  if (depth < DEEPEST) for (const part of between(body, boundary)) collect(part, depth + 1, parts)
}

function splitHeaders(bytes: Uint8Array): { headers: Headers; body: Uint8Array } {
  const headers = new Map<string, string>()
  const head = binary(bytes.subarray(0, LONGEST_HEADERS))
  const [lead = ''] = /^(?:\r?\n)*/.exec(head) ?? []
  const block = head.slice(lead.length)
  const empty = /\r?\n\r?\n/.exec(block)
  const lines = (empty ? block.slice(0, empty.index) : block).replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  if (!HEADER.test(lines[0] ?? '')) return { headers, body: bytes }
  for (const line of lines) {
    const [, name = '', value = ''] = HEADER.exec(line) ?? []
    if (name !== '' && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim())
  }
  const end = empty ? lead.length + empty.index + empty[0].length : bytes.length
  return { headers, body: bytes.subarray(end) }
}

/** A header's value and its parameters, quoted or not. */
function valueAndParams(header: string): { type: string; params: ReadonlyMap<string, string> } {
  const params = new Map<string, string>()
  for (const [, name = '', quoted, plain] of header.matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;]+))/g)) {
    params.set(name.toLowerCase(), quoted ?? plain ?? '')
  }
  return { type: (header.split(';')[0] ?? '').trim().toLowerCase(), params }
}

/** What stands between the lines of a boundary; the line break before one belongs to it. */
function between(bytes: Uint8Array, boundary: string): Uint8Array[] {
  const mark = Uint8Array.from(`--${boundary}`, (char) => char.charCodeAt(0))
  const parts: Uint8Array[] = []
  let start = -1
  for (let line = 0; line >= 0 && line < bytes.length; line = afterLine(bytes, line)) {
    if (!startsWith(bytes, mark, line)) continue
    if (start >= 0) parts.push(bytes.subarray(start, beforeBreak(bytes, line)))
    start = afterLine(bytes, line)
    if (start < 0 || startsWith(bytes, DASHES, line + mark.length)) return parts
  }
  if (start >= 0) parts.push(bytes.subarray(start))
  return parts
}

const DASHES = Uint8Array.of(0x2d, 0x2d)

const startsWith = (bytes: Uint8Array, mark: Uint8Array, at: number): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte)

function afterLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0x0a, from)
  return at < 0 ? -1 : at + 1
}

function beforeBreak(bytes: Uint8Array, line: number): number {
  if (bytes[line - 1] !== 0x0a) return line
  return bytes[line - 2] === 0x0d ? line - 2 : line - 1
}

/** Bytes as characters of the same number. */
export function binary(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
