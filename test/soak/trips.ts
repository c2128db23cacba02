import { deepStrictEqual } from 'node:assert'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { writeTables } from '#shared/exchange/json-lines/write-tables'
import { readQdpx } from '#shared/exchange/refi/read/project'
import { writeQdpx } from '#shared/exchange/refi/write-project'
import { readAnnotations } from '#shared/exchange/w3c/read-annotations'
import { writeAnnotations } from '#shared/exchange/w3c/write-annotations'
import { ARCHIVE_LIMITS } from '#shared/ipc/imports'
import type { Annotation } from '#shared/model/annotation'
import { PackageReader } from '../../electron/files/package/reader'
import { PackageWriter } from '../../electron/files/package/writer'
import { plantProject } from '../electron/files/package/sample-project'
import { contentOf, type Records, records, written } from '../shared/exchange/content'
import { validate } from '../shared/exchange/refi/schema'

const WORDS = { language: 'zh-CN', indicatorName: () => '' } as const
/** What a file gets where it tells no time. */
const NOW = '2026-11-23T00:00:00.000Z'

/** What of an annotation every format carries; the order of its codes says nothing. */
const carried = ({ id, anchor, codes, memo, author, createdAt, updatedAt }: Annotation) => ({
  ...{ id, start: anchor.start, end: anchor.end, quote: anchor.quote, codes: codes.toSorted() },
  ...{ memo, author, createdAt, updatedAt, also: [] },
})

const sorted = <T extends { codes: string[] }>(list: readonly T[]): T[] =>
  list.map((one) => ({ ...one, codes: one.codes.toSorted() }))

async function throughRefi(content: Records): Promise<void> {
  const bytes = await written((sink) => writeQdpx(contentOf(content), WORDS, sink))
  validate('project', unzipSync(bytes)['project.qde'] ?? new Uint8Array())
  const read = readQdpx(bytes, NOW, ARCHIVE_LIMITS)
  if (!read.ok) throw new Error(read.fault.key)
  const { sources, codes, memos, leftOut } = read.content
  deepStrictEqual(
    sources.map(({ hash, name, text }) => ({ hash, name, text })),
    content.sources.map(({ source, text }) => ({ hash: source.hash, name: source.name, text })),
  )
  deepStrictEqual(
    sources.map(({ annotations }) => sorted(annotations)),
    content.sources.map(({ annotations }) => annotations.map(carried)),
  )
  deepStrictEqual(codes.map(({ id }) => id).sort(), content.codes.map(({ id }) => id).sort())
  deepStrictEqual(memos.map(({ text }) => text).sort(), content.memos.map(({ text }) => text).sort())
  deepStrictEqual(leftOut, [])
}

async function throughAnnotations(content: Records): Promise<void> {
  const bytes = await written((sink) => writeAnnotations(contentOf(content), WORDS, sink))
  const texts = new Map(content.sources.map(({ source, text }) => [source.hash, text]))
  const read = readAnnotations(bytes, (hash) => texts.get(hash) ?? null, NOW)
  if (!read.ok) throw new Error(read.fault.key)
  const marked = content.sources.filter(({ annotations }) => annotations.length > 0)
  deepStrictEqual(
    read.content.sources.map(({ annotations }) => sorted(annotations)),
    marked.map(({ annotations }) => annotations.map(carried)),
  )
  deepStrictEqual(read.content.codes, content.codes)
  deepStrictEqual(read.content.leftOut, [])
}

async function throughTables(content: Records): Promise<void> {
  const zip = unzipSync(await written((sink) => writeTables(contentOf(content), sink)))
  const table = (name: string): unknown[] =>
    strFromU8(zip[`${name}.jsonl`] ?? new Uint8Array())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  deepStrictEqual(table('codes'), plain(content.codes))
  deepStrictEqual(table('memos'), plain(content.memos))
  deepStrictEqual(table('annotations'), plain(content.sources.flatMap(({ annotations }) => annotations)))
}

async function throughPackage(texts: string[]): Promise<void> {
  const { folder, content, hashes, journal } = await plantProject(texts)
  const path = join(folder, 'a.duibiao')
  try {
    await (await PackageWriter.begin(path)).finish(content)
    const reader = await PackageReader.open(path)
    try {
      await reader.verify()
      deepStrictEqual(JSON.parse((await reader.read('project.json')).toString()), content.project)
      deepStrictEqual((await reader.read('journal.jsonl')).toString(), journal)
      for (const [at, hash] of hashes.entries())
        deepStrictEqual((await reader.read(`originals/${hash}`)).toString(), texts[at])
    } finally {
      await reader.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Texts of originals, no two of which are the same. */
const originals = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), { maxLength: 6 })

/** A way out and back: what is made, and what throws where something is lost. */
export interface Trip {
  name: string
  property: fc.IAsyncProperty<[Records]> | fc.IAsyncProperty<[string[]]>
}

/** Every format that is written and read again. */
export const TRIPS: readonly Trip[] = [
  { name: 'package', property: fc.asyncProperty(originals, throughPackage) },
  { name: 'REFI-QDA', property: fc.asyncProperty(records, throughRefi) },
  { name: 'W3C annotations', property: fc.asyncProperty(records, throughAnnotations) },
  { name: 'JSON Lines', property: fc.asyncProperty(records, throughTables) },
]
