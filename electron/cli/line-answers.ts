import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { type AnalysisContext, analyseFile } from '#shared/analysis/analyse'
import { type Message, message } from '#shared/model/identity'
import { FORMAT_RESOURCES } from './format-resources'
import { sourceSummary, statementLines } from './statement-lines'

/** Lines of `extract --stdin` in their order, and whether each source gets a line of its own. */
export interface GivenLines {
  readonly lines: readonly GivenLine[]
  readonly summaries: boolean
}

/** A line as it stands, and its number from 1. */
export interface GivenLine {
  readonly number: number
  readonly text: string
}

/** What lines came to: JSON Lines in UTF-8, and the lines that failed. */
export interface AnsweredLines {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly failures: readonly LineFailure[]
}

export interface LineFailure {
  readonly number: number
  readonly reason: Message
}

/** The command line has no import time; the records that it makes are printed, never stored. */
const AT = '1970-01-01T00:00:00Z'
const encoder = new TextEncoder()

/** What a line gives: an id, the text, and where it came from, a weak hint at what it is. */
interface GivenText {
  id: string
  text: string
  file: string
}

function readLine(line: string): GivenText | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value)) return null
    const { id, text } = value
    const file = 'file' in value && typeof value.file === 'string' ? value.file : ''
    return typeof id === 'string' && id !== '' && typeof text === 'string' ? { id, text, file } : null
  } catch {
    return null
  }
}

/**
 * The text of a line is text whatever it looks like: offsets count in it. An id that is a SHA-256 becomes the hash that
 * report ids derive from, as it would for a file.
 */
async function analyseLine({ id, text, file }: GivenText, context: AnalysisContext) {
  const bytes = encoder.encode(text)
  const hash = /^[0-9a-f]{64}$/.test(id) ? id : createHash('sha256').update(bytes).digest('hex')
  const folder = dirname(file)
  const name = file === '' ? `${hash}.txt` : basename(file)
  const readAs = { format: 'txt', encoding: 'utf-8' } as const
  const input = { name, folder: folder === '.' ? '' : folder, hash, bytes, readAs, at: AT }
  return analyseFile(input, context)
}

/**
 * Reads lines one after the other; what a line gives depends on nothing but that line. A line that is none, or whose text
 * cannot be read, fails alone.
 * @param context what they are analysed with besides
 */
export async function answerLines(
  { lines, summaries }: GivenLines,
  context: AnalysisContext = { resources: FORMAT_RESOURCES },
): Promise<AnsweredLines> {
  const parts: string[] = []
  const failures: LineFailure[] = []
  for (const { number, text } of lines) {
    if (text.trim() === '') continue
    const given = readLine(text)
    if (given === null) {
      failures.push({ number, reason: message('cli.wrong.line') })
      continue
    }
    const analysed = await analyseLine(given, context)
    const named = { id: given.id }
    if (analysed.ok) {
      if (summaries) parts.push(sourceSummary(analysed.value, named))
      parts.push(statementLines(analysed.value, named))
      continue
    }
    const { reason } = analysed
    failures.push({ number, reason })
    if (summaries) parts.push(`${JSON.stringify({ ...named, type: 'source', error: reason.key })}\n`)
  }
  return { bytes: encoder.encode(parts.join('')), failures }
}
