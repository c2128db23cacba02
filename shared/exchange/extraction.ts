import { ExtractionLine } from '../model/extraction'
import { Hash } from '../model/identity'
import type { ExtractedStatement } from '../model/statement'

/** What an extraction says of one source. */
export interface ExtractedSource {
  /** Title of its first report, '' where the file does not say. */
  title: string
  statements: ExtractedStatement[]
}

/** An extraction as it was read: statements by the hash of their source, and the lines that are none. */
export interface ReadExtraction {
  sources: Map<string, ExtractedSource>
  invalid: number
  /** Number of the first line that is none, from 1; null where there is none. */
  firstInvalid: number | null
}

const NEWLINE = 0x0a
const BRACE = 0x7b
const MARK = [0xef, 0xbb, 0xbf]

/** What is looked at to see what a file is; no statement is nearly as long. */
const FIRST_LINE = 64 * 1024

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
  } catch {
    return null
  }
}

/** Lines that tell of a source as a whole, or of another thing than statements. */
const isSummary = ({ type }: Fields): boolean => type !== undefined && type !== 'statement'

/** Where the text begins, behind a byte order mark. */
const begin = (bytes: Uint8Array): number => (MARK.every((byte, at) => bytes[at] === byte) ? MARK.length : 0)

/** The lines of UTF-8 bytes one at a time: the file as one string would take thrice its size. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder()
  for (let from = begin(bytes); from < bytes.length; ) {
    const at = bytes.indexOf(NEWLINE, from)
    const end = at === -1 ? bytes.length : at
    yield decoder.decode(bytes.subarray(from, end)).trim()
    from = end + 1
  }
}

/** True for a file whose first line is one that `extract --stdin` writes, whatever the file is called. */
export function isExtraction(bytes: Uint8Array): boolean {
  if (bytes[begin(bytes)] !== BRACE) return false
  for (const line of linesOf(bytes.subarray(0, FIRST_LINE))) {
    if (line === '') continue
    const fields = fieldsOf(line)
    if (!fields || typeof fields.id !== 'string') return false
    return isSummary(fields) ? fields.type === 'source' : typeof fields.quantity === 'string' && 'start' in fields
  }
  return false
}

function titleIn({ reports }: Fields): string {
  const [first]: unknown[] = Array.isArray(reports) ? reports : []
  const title = typeof first === 'object' && first !== null && 'title' in first ? first.title : ''
  return typeof title === 'string' ? title : ''
}

/**
 * Reads what `extract --stdin` wrote, line by line: each statement is checked by itself, one that is none harms no other.
 * Lines of a source may stand anywhere, though `extract` and a merge by id keep them together.
 */
export function readExtraction(bytes: Uint8Array): ReadExtraction {
  const read: ReadExtraction = { sources: new Map(), invalid: 0, firstInvalid: null }
  const sourceOf = (hash: string): ExtractedSource => {
    const known = read.sources.get(hash)
    if (known) return known
    const source: ExtractedSource = { title: '', statements: [] }
    read.sources.set(hash, source)
    return source
  }
  let number = 0
  for (const line of linesOf(bytes)) {
    number += 1
    if (line === '') continue
    const fields = fieldsOf(line)
    if (fields && isSummary(fields)) {
      const hash = Hash.safeParse(fields.id)
      if (hash.success && fields.error === undefined) sourceOf(hash.data).title ||= titleIn(fields)
      continue
    }
    const statement = ExtractionLine.safeParse(fields)
    if (statement.success) {
      const { id, ...rest } = statement.data
      sourceOf(id).statements.push(rest)
    } else {
      read.invalid += 1
      read.firstInvalid ??= number
    }
  }
  return read
}
