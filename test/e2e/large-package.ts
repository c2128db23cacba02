import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATA_VERSION } from '#shared/model/project'
import { PackageWriter } from '../../electron/files/package/writer'

const MEBIBYTE = 1024 * 1024

/** Bytes that pack to about a twentieth: what a reader takes for a bomb packs better. */
function originalBytes(): Buffer {
  const block = Buffer.alloc(64 * 1024)
  const seed = randomBytes(2048)
  for (let at = 0; at < block.length; at += seed.length) seed.copy(block, at)
  const bytes = Buffer.alloc(60 * MEBIBYTE, block)
  randomBytes(64).copy(bytes)
  return bytes
}

/**
 * Writes a package that takes seconds to check, unpack and save again. Its originals belong to sources that were taken
 * out, so that no window parses them.
 * @param path where it is to lie
 */
export async function writeLargePackage(path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-large-'))
  mkdirSync(join(folder, 'originals'))
  const changes = Array.from({ length: 8 }, (_, at) => {
    const bytes = originalBytes()
    const hash = createHash('sha256').update(bytes).digest('hex')
    writeFileSync(join(folder, 'originals', hash), bytes)
    return { table: 'sources', key: hash, before: { hash, name: `${at}.txt`, folder: '', hidden: true }, after: null }
  })
  const at = '2026-11-22T08:00:00.000Z'
  const operation = { key: 'app.test', params: {} }
  const journal = `${JSON.stringify({ sequence: 1, at, author: '', operation, changes, undoes: null, redoes: null })}\n`
  writeFileSync(join(folder, 'journal.jsonl'), journal)
  const project = { id: randomUUID(), name: '大课题', createdAt: at, dataVersion: DATA_VERSION }
  const end = Buffer.byteLength(journal)
  const writer = await PackageWriter.begin(path)
  await writer.finish({ folder, project, last: 1, end, purpose: 'package', app: 'test', partial: false })
  rmSync(folder, { recursive: true })
}
