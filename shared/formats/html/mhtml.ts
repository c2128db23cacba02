import { message } from '../../model/identity'
import type { Encoding } from '../../model/reading'
import { loosely } from '../codec'
import { type Decoded, decodeBytes } from '../decode'
import type { FormatReader, FormatResult, Told } from '../format'
import { declaredAs, declaredInHead } from './charset'
import { binary, type Headers, type Part, readArchive } from './mime'
import type { PageText } from './page'
import { transferred } from './transfer'

const EXTENSIONS = ['mhtml', 'mht', 'mhtm']
/** The head of an archive under another name: Word writes its 单个文件网页 as .doc, too. */
const BEGINNING = /^(?:[A-Za-z][\w-]*:.*\r?\n(?:[ \t].*\r?\n)*)*Content-Type:\s*multipart\/related/i
const PAGES = ['text/html', 'application/xhtml+xml', 'text/xhtml']
/** Pages of one archive that are read: frames come as parts of their own, advertisements among them. */
const MOST_PAGES = 50
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Web archives as browsers and Word save them: of their pages the one with the most main text. */
export const mhtml: FormatReader = {
  format: 'mhtml',
  claims: ({ extension, bytes }) => EXTENSIONS.includes(extension) || BEGINNING.test(binary(bytes.subarray(0, 4096))),
  read: async ({ bytes }, { encoding }): Promise<FormatResult> => {
    if (bytes.length === 0) return { ok: false, reason: message('errors.file.empty') }
    const { headers, parts } = readArchive(bytes)
    const sheets = parts.filter(({ type }) => type === 'text/css').map((part) => loosely(part.bytes, 'utf-8'))
    const pages = parts.filter(({ type }) => PAGES.includes(type)).slice(0, MOST_PAGES)
    const read = await Promise.all(pages.map((part) => readPart(part, encoding, sheets)))
    const best = read.reduce<Opened | null>(
      (most, next) => (next.ok && next.main > (most?.main ?? -1) ? next : most),
      null,
    )
    if (best === null) {
      const failed = read.find((part) => !part.ok)
      return failed && !failed.ok ? failed : { ok: false, reason: message('errors.file.noPage') }
    }
    const { text, marks, decoded, told, address } = best
    return { ...decoded, text, marks, told: { ...toldByArchive(headers, address), ...told } }
  },
}

interface Opened extends PageText {
  readonly decoded: Extract<Decoded, { ok: true }>
  readonly address: string
}

async function readPart({ bytes, charset, headers }: Part, wanted: Encoding | null, sheets: readonly string[]) {
  const decoded = decodeBytes(bytes, wanted, charset === '' ? declaredInHead(bytes) : declaredAs(charset))
  if (!decoded.ok) return decoded
  const { readPage } = await import('./page')
  const page = readPage(decoded.text, sheets)
  return page.ok ? { ...page, decoded, address: headers.get('content-location') ?? '' } : page
}

function toldByArchive(headers: Headers, address: string): Told {
  const url = [address, headers.get('snapshot-content-location') ?? ''].find((value) => /^https?:\/\//i.test(value))
  const title = unfolded(headers.get('subject') ?? '')
  const obtained = dateOf(headers.get('date') ?? '')
  return { ...(title && { title }), ...(url && { url }), ...(obtained && { obtained }) }
}

/** The day of a mail's date as it is written there, whatever the zone: 2020-07-14. */
function dateOf(header: string): string {
  const [, day = '', name = '', year = ''] = /(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})/.exec(header) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  return month === 0 ? '' : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** RFC 2047: encoded words; white space between two of them is none. Words of one charset are one text, cut anywhere. */
function unfolded(header: string): string {
  const word = /=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi
  const groups = header.replace(/\?=\s+=\?/g, '?==?')
  let last = { charset: '', bytes: [] as number[] }
  let text = ''
  const flush = () => {
    const decoded = decodeBytes(Uint8Array.from(last.bytes), null, declaredAs(last.charset))
    if (decoded.ok) text += decoded.text
    last = { charset: '', bytes: [] }
  }
  let at = 0
  for (const found of groups.matchAll(word)) {
    const [whole, charset = '', kind = '', written = ''] = found
    if (found.index > at || charset.toLowerCase() !== last.charset) flush()
    text += groups.slice(at, found.index)
    last.charset = charset.toLowerCase()
    last.bytes.push(...wordBytes(kind, written))
    at = found.index + whole.length
  }
  flush()
  return (text + groups.slice(at)).trim()
}

function wordBytes(kind: string, written: string): Uint8Array {
  const quoted = kind.toUpperCase() === 'Q'
  const bytes = Uint8Array.from(quoted ? written.replaceAll('_', ' ') : written, (char) => char.charCodeAt(0))
  return transferred(bytes, quoted ? 'quoted-printable' : 'base64')
}
