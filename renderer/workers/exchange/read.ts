import type { IncomingContent } from '#shared/exchange/project-content'
import { readQdc } from '#shared/exchange/refi/read/codebook'
import { readQdpx } from '#shared/exchange/refi/read/project'
import { SOURCE_URN } from '#shared/exchange/w3c/page'
import { readAnnotations } from '#shared/exchange/w3c/read-annotations'
import { ARCHIVE_LIMITS } from '#shared/ipc/imports'
import { type Message, message } from '#shared/model/identity'
import { type ProjectDatabase, StorageError } from '../../storage/exchange-worker'
import { placeContent } from './place'
import type { CarriedText, ReadFile, ReadQuery, TextsQuery } from './protocol'
import { absentTexts } from './texts'

const HASHES = new RegExp(`${SOURCE_URN}([0-9a-f]{64})`, 'g')

/** The texts that annotations of a file are on, as far as the project has them. */
async function textsIn(db: ProjectDatabase, bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const hashes = [...new Set([...new TextDecoder().decode(bytes).matchAll(HASHES)].map(([, hash = '']) => hash))]
  const texts = new Map<string, string>()
  for (const source of await db.sources.bulkGet(hashes)) {
    const text = source && !source.hidden ? await db.texts.get(source.reading) : undefined
    if (source && text) texts.set(source.hash, text.text)
  }
  return texts
}

const codesOnly = (codes: IncomingContent['codes'], sets: number): IncomingContent => ({
  ...{ name: '', origin: '', createdAt: '', authors: [], sources: [], memos: [], codes },
  leftOut: sets > 0 ? [message('exchangeFiles.leftOut.sets', { count: sets })] : [],
})

type Asked = Pick<ReadQuery, 'type' | 'bytes'>
type Parsed = { ok: true; content: IncomingContent } | { ok: false; fault: Message }

async function parsed(db: ProjectDatabase, { type, bytes }: Asked, now: string): Promise<Parsed> {
  if (type === 'qdpx') return readQdpx(bytes, now, ARCHIVE_LIMITS)
  if (type === 'qdc') {
    const read = readQdc(bytes, now)
    return read.ok ? { ok: true, content: codesOnly(read.codes, read.sets) } : read
  }
  const texts = await textsIn(db, bytes)
  return readAnnotations(bytes, (hash) => texts.get(hash) ?? null, now)
}

async function contentOf(db: ProjectDatabase, asked: Asked, now: string): Promise<IncomingContent> {
  const read = await parsed(db, asked, now)
  if (!read.ok) throw new StorageError(read.fault)
  return read.content
}

/**
 * Reads a file of another tool, or of ours, and finds its places in the project.
 * @param now the time that things get for which the file tells none (ISO 8601)
 * @throws StorageError with what is wrong with the file
 */
export async function readFile(
  db: ProjectDatabase,
  query: ReadQuery,
  now: string,
  told: (done: number, total: number) => void,
): Promise<ReadFile> {
  const content = await contentOf(db, query, now)
  return placeContent(db, query.project.id, content, told)
}

/**
 * The texts that a file carries and the project does not have.
 * @throws StorageError with what is wrong with the file
 */
export async function readTexts(
  db: ProjectDatabase,
  query: TextsQuery,
  now: string,
  told: (done: number, total: number) => void,
): Promise<CarriedText[]> {
  const { sources } = await contentOf(db, query, now)
  return absentTexts(db, sources, told)
}
