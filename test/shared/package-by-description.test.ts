import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { type AnalysedSource, analyseFile } from '#shared/analysis/analyse'
import { Annotation } from '#shared/model/annotation'
import { AuditRuling, AuditSettings, SeriesBreak } from '#shared/model/audit'
import { Bookmark } from '#shared/model/bookmark'
import { Code } from '#shared/model/code'
import { Comparison } from '#shared/model/comparison'
import { Correction } from '#shared/model/correction'
import { DeskTemplates } from '#shared/model/desk-template'
import { UserIndicator } from '#shared/model/indicator'
import { JournalEntry, JournalTable } from '#shared/model/journal'
import { CitedFigure, LedgerRuling, LedgerSettings } from '#shared/model/ledger'
import { Claim, List, ListItem, Matter, Rank, RelativeTarget, Venture, VentureLink } from '#shared/model/matter'
import { Memo } from '#shared/model/memo'
import { MergeDecision } from '#shared/model/merge-decision'
import { PackageManifest } from '#shared/model/package'
import { PhraseGroup } from '#shared/model/phrase-group'
import { Place } from '#shared/model/place'
import { Reading } from '#shared/model/reading'
import { Report } from '#shared/model/report'
import { Rule } from '#shared/model/rule'
import { Section } from '#shared/model/section'
import { Source } from '#shared/model/source'
import { Statement, statementKey } from '#shared/model/statement'
import { TopicRule } from '#shared/model/topic'
import { makeAnchor } from '#shared/text/anchor'
import { FORMAT_RESOURCES } from '../../electron/cli/format-resources'
import { PackageWriter } from '../../electron/files/package/writer'
import {
  acceptStatement,
  addAnnotation,
  addCode,
  addCorrections,
  openDatabase,
  packageMembers,
  removeAnnotation,
  type Session,
  storeImport,
} from '../../renderer/storage'
import { AT, importFile, MemoryJournal, newProject, open } from '../renderer/storage/fixture'
import { DescribedPackage } from './package-by-description/reader'

const SEED = readFileSync('seeds/002_395ec08d707c8053.txt', 'utf8')
const MARKED = '𠮷祥社区新增就业5000人，城镇居氏人均可支配收入增长6%。'

/** A report with what makes offsets slip: a byte order mark, CRLF, characters of two code units, a misread word. */
const TEXT = `\uFEFF${SEED.replace('。', `。${MARKED}`).replaceAll(/\r?\n/g, '\r\n')}`

let session: Session
let read: DescribedPackage
let expected: { text: string; quotes: string[] }

const BYTES = Buffer.from(TEXT)
const HASH = createHash('sha256').update(BYTES).digest('hex')

/** What the importer makes of the file, with the user's corrections. */
async function analysed(corrections: readonly Correction[] = []): Promise<AnalysedSource> {
  const file = { name: '西工.txt', hash: HASH, bytes: BYTES, at: AT }
  const made = await analyseFile(file, { resources: FORMAT_RESOURCES, corrections })
  if (!made.ok) throw new Error(made.reason.key)
  return made.value
}

async function plant(): Promise<{ session: Session; journal: MemoryJournal }> {
  const journal = new MemoryJournal()
  const project = newProject()
  const restore = async () => {
    const db = await openDatabase(project.id, 'relaxed')
    const again = await analysed(await db.corrections.toArray())
    await storeImport(db, again, { mode: 'restore', author: '', at: AT })
    db.close()
  }
  const opened = await open(project, journal, { restore })
  await importFile(opened.session.db, journal, 1, await analysed())
  return { session: opened.session, journal }
}

/** Codes, marks, an undo and a redo, a statement accepted, a word corrected after all of that. */
async function work(): Promise<string[]> {
  const hash = HASH
  const reading = `${hash}:1`
  const [report] = await session.db.reports.toArray()
  const { text = '' } = (await session.db.texts.get(reading)) ?? {}
  const code = await addCode(session, { name: '就业', parent: null })
  const mark = (quote: string) => {
    const start = text.indexOf(quote)
    const anchor = makeAnchor(text, start, start + quote.length)
    return addAnnotation(session, {
      source: hash,
      reading,
      report: report?.id ?? null,
      codes: [code.id],
      memo: '',
      anchor,
    })
  }
  const last = SEED.trimEnd().slice(-12)
  const quotes = ['𠮷祥社区新增就业5000人', '人均可支配收入增长6%', last]
  for (const quote of quotes) await mark(quote)
  const { id } = await mark('新增就业5000人')
  await removeAnnotation(session, id)
  await session.undo()
  await session.redo()
  const misread = text.indexOf('居氏')
  await addCorrections(session, [{ source: hash, start: misread, end: misread + 2, replacement: '居民个' }])
  await session.refresh()
  return quotes
}

beforeAll(async () => {
  const planted = await plant()
  session = planted.session
  const quotes = await work()
  const { journal } = planted
  const folder = await mkdtemp(join(tmpdir(), 'duibiao-test-'))
  await mkdir(join(folder, 'originals'))
  await writeFile(join(folder, 'originals', HASH), BYTES)
  const path = join(folder, 'p.duibiao')
  const writer = await PackageWriter.begin(path)
  const found = await engineStatement()
  await acceptStatement(session, found.report, found.key)
  for await (const { path: member, bytes: part } of packageMembers(session.db, () => undefined))
    await writer.handIn(member, part)
  const lines = journal.entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
  await writeFile(join(folder, 'journal.jsonl'), lines)
  const { project } = session
  const content = { folder, project, last: journal.last, end: Buffer.byteLength(lines), app: 'test', partial: false }
  await writer.finish({ ...content, purpose: 'package' })
  read = new DescribedPackage(await readFile(path))
  expected = { text: TEXT.replace('居氏', '居民个'), quotes }
})
afterAll(() => session.close())

/** A statement that the engine found, as the package's own records name it. */
async function engineStatement(): Promise<{ report: string; key: string }> {
  for await (const { path, bytes } of packageMembers(session.db, () => undefined)) {
    if (path !== 'records/engineOutput.jsonl') continue
    const { report, statements } = JSON.parse(Buffer.from(bytes).toString())
    return { report, key: statementKey(statements[0]) }
  }
  throw new Error('nothing was found')
}

describe('a package, read by its description alone', () => {
  it('is as its manifest says', () => {
    expect(read.faults()).toEqual([])
    expect(read.manifest).toMatchObject({ format: 'duibiao-package', version: 1, purpose: 'package', missing: [] })
    expect(read.manifest.project).toMatchObject({ id: read.project.id, name: read.project.name })
    expect(read.manifest.last).toBe(read.journal.length)
    expect(read.manifest.counts).toMatchObject({ sources: 1, codes: 1, annotations: 3, statements: 1, corrections: 1 })
  })

  it('holds the text as offsets count in it, with corrections, and the file as it was', () => {
    const [source] = read.records('sources')
    expect(read.text(source?.reading)).toBe(expected.text)
    expect(read.original(source?.hash)?.toString('utf8')).toBe(TEXT)
    expect(read.text(source?.reading)).toContain('\r\n')
    expect(read.records('readings')[0]).toMatchObject({ id: source?.reading, characters: expect.any(Number) })
  })

  it('has every annotation on its quote', () => {
    const annotations = read.records('annotations')
    const quotes = annotations.map(({ anchor, reading, orphan }) => {
      const { start, end, quote } = Object(anchor)
      expect(orphan).toBe(false)
      expect(read.span(reading, start, end)).toBe(quote)
      return quote
    })
    expect(quotes.sort()).toEqual(expected.quotes.toSorted())
  })

  it('has every statement on its quantity, whoever made it', () => {
    const [output] = read.records('engineOutput')
    const engine = Object(output).statements as Record<string, unknown>[]
    const reading = read.records('sources')[0]?.reading
    expect(engine.length).toBeGreaterThan(3)
    for (const { start, quantity } of [...engine, ...read.records('statements')])
      expect(read.span(reading, Number(start), Number(start) + String(quantity).length)).toBe(quantity)
    const origins = engine.map(({ start, quantity, indicator }) => `${start}:${quantity}:${indicator}`)
    expect(origins).toContain(read.records('statements')[0]?.origin)
  })

  it('has reports and sections on their words, under derived ids', () => {
    for (const report of read.records('reports')) {
      expect(report.id).toBe(read.reportId(report.source, report.ordinal))
      expect(read.span(report.reading, Number(report.start), Number(report.end))).toContain('𠮷祥社区新增就业5000人')
    }
    const [{ sections } = { sections: [] }] = read.records('sections')
    const reading = read.records('sources')[0]?.reading
    const titles = (sections as { heading: { start: number; end: number }; title: string }[]).map(
      ({ heading, title }) => {
        expect(read.span(reading, heading.start, heading.end)).toContain(title)
        return title
      },
    )
    expect(titles.length).toBeGreaterThan(3)
  })

  it('gives by its journal the records that it holds', () => {
    const byKey = (records: Record<string, unknown>[]) =>
      records.toSorted((a, b) => (String(a.id ?? a.hash) < String(b.id ?? b.hash) ? -1 : 1))
    for (const table of JournalTable.options.filter((name) => name !== 'reports'))
      expect(byKey(read.folded(table)), table).toEqual(byKey(read.records(table)))
    expect(read.journal.filter(({ undoes }) => undoes !== null)).toHaveLength(1)
    expect(read.journal.filter(({ redoes }) => redoes !== null)).toHaveLength(1)
  })

  it('gives the text as it was read, by the corrections', () => {
    const [correction] = read.records('corrections')
    const { start, quote } = Object(correction?.anchor)
    const text = read.text(correction?.reading)
    const replacement = String(correction?.replacement)
    const before = `${text.slice(0, start)}${quote}${text.slice(start + replacement.length)}`
    expect(before).toBe(TEXT)
  })
})

/** The fields that the page names under a heading, each in the first column of a table. */
async function describedFields(heading: string): Promise<Set<string>> {
  const page = await readFile('docs/data.md', 'utf8')
  const part = page.split(/^#{2,3} /m).find((text) => text.startsWith(heading)) ?? ''
  return new Set([...part.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? ''))
}

describe('the description', () => {
  const schemas: [string, z.ZodObject[]][] = [
    ['manifest.json', [PackageManifest]],
    ['The journal', [JournalEntry]],
    ['`sources`', [Source]],
    ['`reports`', [Report]],
    ['`annotations`', [Annotation]],
    ['`codes`', [Code]],
    ['`statements`', [Statement]],
    ['`matters`', [Matter, RelativeTarget, Rank, Claim, List, ListItem, Venture]],
    ['`ventureLinks`', [VentureLink]],
    ['`places`', [Place]],
    ['`topics`', [TopicRule]],
    ['`indicators`', [UserIndicator]],
    ['`comparisons`', [Comparison]],
    ['`memos`', [Memo]],
    ['`rules`', [Rule]],
    ['`corrections`', [Correction]],
    ['`bookmarks`', [Bookmark]],
    ['`citedFigures`', [CitedFigure]],
    ['`ledgerRulings`', [LedgerRuling]],
    ['`auditRulings`', [AuditRuling]],
    ['`seriesBreaks`', [SeriesBreak]],
    ['`projectSettings`', [LedgerSettings, AuditSettings, DeskTemplates]],
    ['`phraseGroups`', [PhraseGroup]],
    ['`mergeDecisions`', [MergeDecision]],
    ['`readings`', [Reading]],
    ['`sections`', [Section]],
  ]

  it.each(schemas)('names every field under %s, and no other', async (heading, shapes) => {
    const fields = new Set(shapes.flatMap((schema) => Object.keys(schema.shape)))
    const named = await describedFields(heading)
    expect([...fields].filter((field) => !named.has(field))).toEqual([])
    // Parts of a record have tables of their own there.
    const parts = [
      'origin',
      'published',
      'page',
      'url',
      'obtained',
      'date',
      'from',
      'to',
      'kind',
      'quantity',
      'value',
      'unit',
    ]
    expect([...named].filter((field) => !fields.has(field) && !parts.includes(field))).toEqual([])
  })

  it('has a part for every table of the journal', () => {
    const described = schemas.map(([heading]) => heading)
    expect(JournalTable.options.filter((table) => !described.includes(`\`${table}\``))).toEqual([])
  })
})
