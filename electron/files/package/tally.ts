import { createReadStream } from 'node:fs'
import { JournalTable } from '#shared/model/journal'
import type { PackageCounts } from '#shared/model/package'
import { ReadAs } from '#shared/model/source'
import { entryOf } from '../journal-lines'
import { codeOf, Problem } from '../problem'

const NEWLINE = 10
/** Read at once, in bytes. */
const CHUNK = 1024 * 1024

/** A source as the end of a journal has it. */
export interface TalliedSource {
  name: string
  folder: string
  /** What the user wants it read as, where that is known. */
  readAs?: ReadAs
  /** It was not taken out again; one that is only hidden was not. */
  present: boolean
}

/** What stands at the end of a journal. */
export interface Tally {
  counts: PackageCounts
  /** Every source that the journal ever named, by its hash, in the order in which they came. */
  sources: Map<string, TalliedSource>
}

/**
 * The lines of a journal, without their newlines, in the memory of one line.
 * @param end bytes that count; what lies beyond is not looked at
 * @throws {Problem} `errors.journal.unwritable` when the file cannot be read
 */
export async function* journalLines(path: string, end: number): AsyncGenerator<Buffer> {
  if (end === 0) return
  let rest: Buffer[] = []
  try {
    for await (const chunk of createReadStream(path, { end: end - 1, highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)])
        rest = []
        from = at + 1
      }
      if (from < chunk.length) rest.push(chunk.subarray(from))
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('errors.journal.unwritable', { code: codeOf(error) }, error)
  }
}

/**
 * Counts what stands at the end of a journal, in the memory of its keys.
 * @param end bytes of the journal that count
 * @param signal ends it
 * @throws {Problem} `errors.journal.damaged`; an aborted signal's reason
 */
export async function tallyJournal(path: string, end: number, signal?: AbortSignal | null): Promise<Tally> {
  const tallying = new Tallying()
  let line = 0
  for await (const bytes of journalLines(path, end)) {
    line += 1
    signal?.throwIfAborted()
    const entry = entryOf(bytes)
    if (!entry) throw new Problem('errors.journal.damaged', { line })
    for (const { table, key, after } of entry.changes) tallying.note(table, key, after)
  }
  return tallying.finish()
}

const fieldOf = (record: unknown, field: string): unknown => Reflect.get(Object(record), field)
const textOf = (record: unknown, field: string): string => {
  const value = fieldOf(record, field)
  return typeof value === 'string' ? value : ''
}

function sourceOf(record: unknown): Omit<TalliedSource, 'present'> {
  const readAs = ReadAs.safeParse(fieldOf(record, 'readAs'))
  const named = { name: textOf(record, 'name'), folder: textOf(record, 'folder') }
  return readAs.success ? { ...named, readAs: readAs.data } : named
}

/** The tally of changes, one after another. */
class Tallying {
  readonly #keys = new Map<JournalTable, Set<string>>()
  readonly #sources = new Map<string, TalliedSource>()

  note(table: JournalTable, key: string, after: unknown): void {
    const keys = this.#keys.get(table) ?? new Set()
    this.#keys.set(table, keys)
    if (after === null || fieldOf(after, 'hidden') === true) keys.delete(key)
    else keys.add(key)
    if (table !== 'sources') return
    const known = this.#sources.get(key)
    if (after === null) this.#sources.set(key, { name: key, folder: '', ...known, present: false })
    else this.#sources.set(key, { ...sourceOf(after), present: true })
  }

  finish(): Tally {
    const counts: PackageCounts = {}
    for (const table of JournalTable.options) {
      const size = this.#keys.get(table)?.size ?? 0
      if (size > 0) counts[table] = size
    }
    return { counts, sources: this.#sources }
  }
}
