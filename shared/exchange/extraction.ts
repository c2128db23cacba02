import { ExtractionLine } from '../model/extraction'
import { Hash } from '../model/identity'
import { ExtractedMatter, MatterType } from '../model/matter'
import type { ExtractedStatement } from '../model/statement'

/** What an extraction says of one source. */
export interface ExtractedSource {
  /** Title of its first report, '' where the file does not say. */
  title: string
  statements: ExtractedStatement[]
  matters: ExtractedMatter[]
}

/** An extraction as it was read: what it says by the hash of the source, and the lines that say nothing. */
export interface ReadExtraction {
  sources: Map<string, ExtractedSource>
  invalid: number
  /** Number of the first line that is none, from 1; null where there is none. */
  firstInvalid: number | null
}

const NEWLINE = 0x0a
const BRACE = 0x7b
const MARK = [0xef, 0xbb, 0xbf]

/** What is looked at to see what a file is; no line is nearly as long. */
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

/** Lines of a matter say which; those of a statement need not. */
const isMatter = ({ type }: Fields): boolean => MatterType.safeParse(type).success

/** Lines that tell of a source as a whole, or of another thing than statements and matters. */
const isSummary = (fields: Fields): boolean =>
  fields.type !== undefined && fields.type !== 'statement' && !isMatter(fields)

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
    if (isSummary(fields)) return fields.type === 'source'
    return 'start' in fields && (isMatter(fields) || typeof fields.quantity === 'string')
  }
  return false
}

function titleIn({ reports }: Fields): string {
  const [first]: unknown[] = Array.isArray(reports) ? reports : []
  const title = typeof first === 'object' && first !== null && 'title' in first ? first.title : ''
  return typeof title === 'string' ? title : ''
}

/**
 * Reads what `extract --stdin` wrote, line by line: each line is checked by itself, one that is wrong harms no other.
 * Lines of a source may stand anywhere, though `extract` and a merge by id keep them together.
 */
export function readExtraction(bytes: Uint8Array): ReadExtraction {
  const read: ReadExtraction = { sources: new Map(), invalid: 0, firstInvalid: null }
  const sourceOf = (hash: string): ExtractedSource => {
    const known = read.sources.get(hash)
    if (known) return known
    const source: ExtractedSource = { title: '', statements: [], matters: [] }
    read.sources.set(hash, source)
    return source
  }
  const takeStatement = (fields: Fields | null): boolean => {
    const statement = ExtractionLine.safeParse(fields)
    if (!statement.success) return false
    const { id, ...rest } = statement.data
    sourceOf(id).statements.push(rest)
    return true
  }
  const takeMatter = (fields: Fields): boolean => {
    const [hash, matter] = [Hash.safeParse(fields.id), ExtractedMatter.safeParse(fields)]
    if (!hash.success || !matter.success) return false
    sourceOf(hash.data).matters.push(matter.data)
    return true
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
    if (!(fields && isMatter(fields) ? takeMatter(fields) : takeStatement(fields))) {
      read.invalid += 1
      read.firstInvalid ??= number
    }
  }
  return read
}
