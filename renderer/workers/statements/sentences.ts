import { readWords } from '#shared/exchange/citation'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { ProjectDatabase } from '../../storage/statement-worker'
import type { Columns } from './columns'
import { wordsOf } from './filter'

/** Texts that are kept for the rows on screen; a report's text takes some 40 KiB. */
const KEPT = 64

/** Texts that are read at once while all are searched. */
const AT_ONCE = 50

/** The words of a sentence on one line, and where the quantity begins in them (-1: not found). */
export interface SentenceWords {
  words: string
  wordsAt: number
}

/** Longest sentence that a row shows, in characters before and after its quantity. */
const AROUND = 160

/** Reads the texts behind statements, and keeps the last ones for the rows on screen. */
export class Sentences {
  readonly #db: ProjectDatabase
  readonly #texts = new Map<string, ReadingText | null>()

  constructor(db: ProjectDatabase) {
    this.#db = db
  }

  /** Forgets the texts that are kept. */
  clear(): void {
    this.#texts.clear()
  }

  /** The sentences of rows, in their order. */
  async of(columns: Columns, rows: readonly number[]): Promise<SentenceWords[]> {
    const reports = rows.map((row) => columns.reportOf(row))
    await this.#load(reports.map(({ reading }) => reading))
    return rows.map((row, index) => {
      const text = this.#texts.get(reports[index]?.reading ?? '')
      return text ? wordsAround(columns, row, text) : { words: '', wordsAt: -1 }
    })
  }

  /**
   * Rows whose sentence holds every word of a text, as a test.
   * @param going asked between two reads; false ends the search
   * @returns null where it was ended
   */
  async search(
    columns: Columns,
    reports: readonly Report[],
    text: string,
    told: (done: number, total: number) => void,
    going: () => boolean,
  ): Promise<((row: number) => boolean) | null> {
    const words = wordsOf(text)
    const hits = new Uint8Array(columns.length)
    for (let at = 0; at < reports.length; at += AT_ONCE) {
      const part = reports.slice(at, at + AT_ONCE)
      const texts = await this.#db.texts.bulkGet(part.map(({ reading }) => reading))
      if (!going()) return null
      part.forEach((report, index) => {
        const read = texts[index]
        if (read) markHits(columns, report, read.text.toLowerCase(), words, hits)
      })
      told(Math.min(at + AT_ONCE, reports.length), reports.length)
    }
    return (row) => hits[row] === 1
  }

  async #load(readings: readonly string[]): Promise<void> {
    const wanted = [...new Set(readings)]
    const missing = wanted.filter((reading) => !this.#texts.has(reading))
    const read = await this.#db.texts.bulkGet(missing)
    missing.forEach((reading, index) => void this.#texts.set(reading, read[index] ?? null))
    for (const reading of this.#texts.keys()) {
      if (this.#texts.size <= Math.max(KEPT, wanted.length)) break
      if (!wanted.includes(reading)) this.#texts.delete(reading)
    }
  }
}

/** Marks the rows of a report in whose sentence all words stand. */
function markHits(columns: Columns, { id }: Report, text: string, words: readonly string[], hits: Uint8Array): void {
  if (!words.every((word) => text.includes(word))) return
  const { sentenceStart, sentenceEnd } = columns.integers
  for (const row of columns.rowsOf(id)) {
    const sentence = text.slice(sentenceStart[row], sentenceEnd[row])
    if (words.every((word) => sentence.includes(word))) hits[row] = 1
  }
}

/** The words of a row's sentence, cut where it is long. */
export function wordsAround(columns: Columns, row: number, { text, joins }: ReadingText): SentenceWords {
  const { start, sentenceStart, sentenceEnd, quantity } = columns.integers
  const at = start[row] ?? 0
  const end = at + columns.words.quantity.at(quantity[row] ?? 0).length
  const from = Math.max(sentenceStart[row] ?? at, at - AROUND)
  const to = Math.min(Math.max(sentenceEnd[row] ?? end, end), end + AROUND)
  const before = readWords(text, { start: Math.min(from, at), end: at }, joins)
  return { words: before + readWords(text, { start: at, end: to }, joins), wordsAt: before.length }
}
