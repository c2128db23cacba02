import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalEntry } from '#shared/model/journal'
import { DATA_VERSION } from '#shared/model/project'
import type { PackageContent } from '../../../../electron/files/package/writer'
import { entry, temporaryFolder } from '../entries'

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The entry of an import of these bytes. */
export const importOf = (sequence: number, name: string, hash: string): JournalEntry => ({
  ...entry(sequence),
  changes: [{ table: 'sources', key: hash, before: null, after: { hash, name, folder: '', hidden: false } }],
})

/** A project folder with some originals, and one code as the last entry. */
export async function plantProject(
  texts: readonly string[] = ['一、2025年工作回顾\r\n', '\uFEFF𠮷林省', '空'.repeat(9000)],
) {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'originals'))
  const lines: JournalEntry[] = []
  for (const [at, text] of texts.entries()) {
    await writeFile(join(folder, 'originals', hashOf(text)), text)
    lines.push(importOf(at + 1, `${at}.txt`, hashOf(text)))
  }
  lines.push(entry(texts.length + 1))
  const journal = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  await writeFile(join(folder, 'journal.jsonl'), journal)
  const content: PackageContent = {
    folder,
    project: { id: randomUUID(), name: '洛阳', createdAt: '2026-11-22T08:00:00.000Z', dataVersion: DATA_VERSION },
    last: lines.length,
    end: Buffer.byteLength(journal),
    purpose: 'package',
    app: 'Duibiao test',
    partial: false,
  }
  return { folder, content, texts, hashes: texts.map(hashOf), journal }
}
