import type { EntityTable } from 'dexie'
import { JournalTable } from '#shared/model/journal'
import type { ProjectDatabase } from './database'
import { lastSequence } from './entry'
import { unpackMatters } from './matters/packed'
import { unpackRows } from './pack'

/** A piece of a member of a package: its path in the package, and bytes that follow those before. */
export interface MemberPiece {
  path: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A piece holds so many UTF-16 code units at most, three times as many bytes. */
const PIECE = 1_000_000
/** Rows that are read at once. */
const ROWS = 20

const encoder = new TextEncoder()

/** All rows of a table by its key, some at a time; texts and packed records are large. */
async function* rowsOf<T>(db: ProjectDatabase, name: string): AsyncGenerator<T> {
  const table: EntityTable<T> = db.table(name)
  const { keyPath } = table.schema.primKey
  let last: unknown = null
  for (;;) {
    const from = last === null ? table.orderBy(':id') : table.where(':id').above(last)
    const part: T[] = await from.limit(ROWS).toArray()
    yield* part
    const end: unknown = part.at(-1)
    if (part.length < ROWS) return
    last = Reflect.get(Object(end), String(keyPath))
  }
}

/** Pieces of one text. A pair of surrogates is not parted: each half would be written as a replacement character. */
function* piecesOf(path: string, text: string): Generator<MemberPiece> {
  let start = 0
  do {
    let end = Math.min(text.length, start + PIECE)
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
    yield { path, bytes: encoder.encode(text.slice(start, end)) }
    start = end
  } while (start < text.length)
}

/** Lines of JSON, as many as fit into a piece. */
async function* linesOf(path: string, records: AsyncIterable<unknown>): AsyncGenerator<MemberPiece> {
  let lines = ''
  for await (const record of records) {
    lines += `${JSON.stringify(record)}\n`
    if (lines.length < PIECE) continue
    yield* piecesOf(path, lines)
    lines = ''
  }
  if (lines !== '') yield* piecesOf(path, lines)
}

interface Packed {
  report: string
  source: string
}

/** What the engine found, a line for each report. */
async function* outputs(db: ProjectDatabase): AsyncGenerator<object> {
  for await (const row of rowsOf<Packed & { statements: Parameters<typeof unpackRows>[0] }>(db, 'engineOutput'))
    yield { ...row, statements: unpackRows(row.statements) }
}

async function* matters(db: ProjectDatabase): AsyncGenerator<object> {
  for await (const { report, source, packed } of rowsOf<Packed & { packed: Parameters<typeof unpackMatters>[0] }>(
    db,
    'engineMatters',
  ))
    yield { report, source, matters: unpackMatters(packed) }
}

/**
 * What a package holds for readers without this program: the text of every reading, in which all offsets count, every
 * record that the user's steps have left, and what was found in the reports. Opening a package makes all of it again.
 * @param told how many sources' texts are through
 */
export async function* packageMembers(db: ProjectDatabase, told: (done: number) => void): AsyncGenerator<MemberPiece> {
  let done = 0
  for await (const { reading, text } of rowsOf<{ reading: string; text: string }>(db, 'texts')) {
    yield* piecesOf(`texts/${reading.replace(':', '.')}.txt`, text)
    done += 1
    told(done)
  }
  for (const table of JournalTable.options) yield* linesOf(`records/${table}.jsonl`, rowsOf(db, table))
  yield* linesOf('records/readings.jsonl', rowsOf(db, 'readings'))
  yield* linesOf('records/sections.jsonl', rowsOf(db, 'sections'))
  yield* linesOf('records/engineOutput.jsonl', outputs(db))
  yield* linesOf('records/engineMatters.jsonl', matters(db))
}

/** Sequence of the last step that the database has: records that are read between two equal ones belong together. */
export const presentSequence = (db: ProjectDatabase): Promise<number> => lastSequence(db)

/** How many texts the database has. */
export const countTexts = (db: ProjectDatabase): Promise<number> => db.texts.count()
