import { readReport } from '#shared/matters/extract'
import type { AnalysedSource } from '#shared/model/analysed'
import { newId, readingId, reportId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { DATA_VERSION, type Project } from '#shared/model/project'
import type { Encoding } from '#shared/model/reading'
import { Report } from '#shared/model/report'
import { AS_FOUND } from '#shared/model/source'
import type { ExtractedStatement } from '#shared/model/statement'
import { ownPlace } from '#shared/places/own-place'
import type { Dictionary } from '#shared/statements/dictionary'
import { yearsOfSections } from '#shared/statements/section-years'
import type { JournalPort } from '../../../renderer/storage'
import {
  type OpenOptions,
  openDatabase,
  openSession,
  type ProjectDatabase,
  storeImport,
} from '../../../renderer/storage'

export const AT = '2026-01-02T03:04:05.000Z'

/** A journal in memory that keeps what JSON keeps and can be made to fail. */
export class MemoryJournal implements JournalPort {
  entries: JournalEntry[] = []
  broken = false
  appends = 0

  get last(): number {
    return this.entries.length
  }

  async append(entries: JournalEntry[]): Promise<{ last: number }> {
    this.appends += 1
    if (this.broken) throw new Error('disk gone')
    for (const entry of entries) {
      if (entry.sequence <= this.last) continue
      if (entry.sequence !== this.last + 1) throw new Error(`gap before ${entry.sequence}`)
      this.entries.push(JSON.parse(JSON.stringify(entry)))
    }
    return { last: this.last }
  }

  async read(after: number, limit: number): Promise<{ entries: JournalEntry[]; last: number }> {
    const entries: JournalEntry[] = JSON.parse(JSON.stringify(this.entries.slice(after, after + limit)))
    return { entries, last: this.last }
  }
}

export const newProject = (): Project => ({ id: newId(), name: '课题', createdAt: AT, dataVersion: DATA_VERSION })

/** Sixty-four hexadecimal digits that begin with `n`. */
export const hashOf = (n: number): string => n.toString(16).padStart(8, '0').padEnd(64, 'a')

/** The text that `analysed` is made of; every quantity of its statements stands in it. */
export const TEXT = '2023年地区生产总值160亿元，增长8%。固定资产投资增长10%以上，新增停车场5个。'

/** A statement at the first place where `quantity` stands in TEXT. */
export function statementAt(quantity: string, fields: Partial<ExtractedStatement> = {}): ExtractedStatement {
  const start = TEXT.indexOf(quantity)
  return {
    start,
    quantity,
    value: Number.parseFloat(quantity),
    high: null,
    unit: quantity.replace(/^[\d.]+/, ''),
    comparator: 'eq',
    kind: quantity.endsWith('%') ? 'growth' : 'level',
    role: 'actual',
    year: '2023',
    indicator: '地区生产总值',
    canonical: 'gdp',
    scope: 'own',
    article: 'main',
    period: '',
    wording: '',
    part_of: '',
    base: '',
    rank: '',
    basis: '',
    measure: '',
    subset: '',
    binding: '',
    due: '',
    list: '',
    sentence: { start: 0, end: TEXT.length },
    rule: 'test',
    confidence: 0.9,
    ...fields,
  }
}

const reportOf = (hash: string, ordinal: number): Report => ({
  id: reportId(hash, ordinal),
  source: hash,
  reading: readingId(hash, 1),
  ordinal,
  title: `政府工作报告 ${ordinal}`,
  place: { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
  repairedFrom: null,
  year: 2024,
  kind: 'full',
  start: 0,
  end: TEXT.length,
  speaker: null,
  session: null,
  date: null,
  confidence: 1,
  certainty: { place: 1, year: 1, kind: 1 },
  reasons: [],
  version: null,
  main: true,
  edited: [],
})

/** `analysed`, with what the engine itself reads in the text: reading it again gives the same. */
export function readByEngine(source: AnalysedSource, dictionary?: Dictionary): AnalysedSource {
  const reports = source.reports.map(({ report, sections }) => {
    const { start, end, year, kind, place } = report
    const dated = yearsOfSections(sections, year)
    const { text } = source.text
    const input = { text, start, end, year, kind, sections: dated, joins: [], place: ownPlace(place), dictionary }
    return { report, sections: dated, ...readReport(input) }
  })
  return { ...source, reports }
}

/** What an engine would make of the n-th file. */
export function analysed(n: number, reports = 1): AnalysedSource {
  const hash = hashOf(n)
  const reading = readingId(hash, 1)
  const statements = [
    statementAt('160亿元'),
    statementAt('8%'),
    statementAt('10%', { indicator: '固定资产投资', canonical: 'fixed_asset_investment', role: 'target' }),
  ]
  return {
    source: {
      hash,
      name: `${n}.txt`,
      folder: '',
      bytes: 100,
      format: 'txt',
      readAs: AS_FOUND,
      reading,
      provenance: { origin: '', published: '', page: '', url: '', obtained: '' },
      importedAt: AT,
      hidden: false,
    },
    reading: {
      id: reading,
      source: hash,
      number: 1,
      format: 'txt',
      encoding: 'utf-8',
      encodingReason: { key: 'reasons.encoding.utf8', params: {} },
      remarks: [],
      characters: TEXT.length,
      createdAt: AT,
    },
    text: {
      reading,
      text: TEXT,
      stretches: [{ start: 0, end: TEXT.length, kind: 'report', report: 0 }],
      joins: [],
      pages: [],
      rows: [],
    },
    reports: Array.from({ length: reports }, (_, ordinal) => ({
      report: reportOf(hash, ordinal),
      sections: [
        {
          start: 0,
          end: TEXT.length,
          heading: { start: 0, end: 5 },
          title: '回顾',
          level: 1,
          parent: null,
          outlook: 'review',
          year: 2023,
          dated: false,
          topic: null,
          topicWords: [],
          appendix: false,
        },
      ],
      statements,
      matters: [],
    })),
  }
}

/** Imports the n-th file as the importer does, and puts its entry into the journal as main does. */
export async function importFile(db: ProjectDatabase, journal: JournalPort, n: number, source = analysed(n)) {
  const stored = await storeImport(db, source, { mode: 'import', author: '甲', at: AT })
  if (stored.entry) await journal.append([stored.entry])
  return stored
}

/** Texts that a file gives when it is read in other encodings, and the spans of the reports in them. */
const READINGS: Partial<Record<Encoding, { text: string; reports: [start: number, end: number][] }>> = {
  // Words before the report, and a sentence that is gone from it.
  big5: { text: `某报讯。${TEXT.replace('固定资产投资增长10%以上，', '')}`, reports: [[4, 4 + TEXT.length - 14]] },
  // A report of another place before it.
  'utf-16le': {
    text: `城镇新增就业5000人。\n${TEXT}`,
    reports: [
      [0, 12],
      [13, 13 + TEXT.length],
    ],
  },
  // Nothing but rubbish.
  'utf-16be': { text: '䈀䌀䐀䔀䘀䜀', reports: [] },
}

/** What the engine makes of the n-th file when it is read in an encoding of the user's choice. */
export function readIn(n: number, encoding: Encoding | null, number = 1): AnalysedSource {
  const base = analysed(n)
  const found = encoding && READINGS[encoding]
  const [first] = base.reports
  if (!found || !first) return numbered(truly(n), encoding, number)
  const { text, reports } = found
  const others = reports.map(([start, end], ordinal) => {
    const elsewhere = reports.length > 1 && ordinal === 0
    const place = elsewhere
      ? { ...first.report.place, code: '410302', name: '老城区', short: '老城' }
      : first.report.place
    const report = { ...first.report, id: reportId(base.source.hash, ordinal), ordinal, place, start, end }
    return { ...first, report: Report.parse(report) }
  })
  const made = { ...base, text: { ...base.text, text }, reports: others }
  return numbered(readByEngine(made), encoding, number)
}

function numbered(source: AnalysedSource, encoding: Encoding | null, number: number): AnalysedSource {
  const reading = readingId(source.source.hash, number)
  const { text } = source.text
  return {
    source: { ...source.source, reading, readAs: { format: null, encoding } },
    reading: { ...source.reading, id: reading, number, encoding: encoding ?? 'utf-8', characters: text.length },
    text: { ...source.text, reading },
    reports: source.reports.map((one) => ({ ...one, report: { ...one.report, reading } })),
  }
}

/** Restores as main and importer do: each source in the reading that its record says. */
export const restoreReadings =
  (projectId: string): OpenOptions['restore'] =>
  async (originals) => {
    const db = await openDatabase(projectId, 'relaxed')
    for (const { hash, name } of originals) {
      const source = await db.sources.get(hash)
      const number = Number(source?.reading.split(':')[1])
      const again = readIn(Number.parseInt(name, 10), source?.readAs.encoding ?? null, number)
      await storeImport(db, again, { mode: 'restore', author: '', at: AT })
    }
    db.close()
  }

/** What is made of the n-th file. */
type Reader = (n: number) => AnalysedSource

/** What the engine itself makes of the n-th file: needed where its statements are read again. */
export const truly: Reader = (n) => readByEngine(analysed(n))

/** Restores as main and importer do, from the file's number in its name. */
export const restoreInto =
  (projectId: string, read: Reader = analysed): OpenOptions['restore'] =>
  async (originals) => {
    const db = await openDatabase(projectId, 'relaxed')
    for (const { name } of originals)
      await storeImport(db, read(Number.parseInt(name, 10)), { mode: 'restore', author: '', at: AT })
    db.close()
  }

/** Opens a session as the app does. */
export const open = (project: Project, journal: MemoryJournal, options: Partial<OpenOptions> = {}) =>
  openSession({
    project,
    journal,
    journalLast: journal.last,
    author: '甲',
    restore: restoreInto(project.id),
    ...options,
  })

/** A new project with one imported file. */
export async function opened(read: Reader = analysed) {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await open(project, journal, { restore: restoreInto(project.id, read) })
  await importFile(session.db, journal, 1, read(1))
  return { project, journal, session, hash: hashOf(1), report: reportId(hashOf(1), 0) }
}

/** Every row of every table, or of all but some. */
export async function dump(db: ProjectDatabase, without: readonly string[] = []): Promise<Record<string, unknown[]>> {
  const left = without.includes('journalMirror') ? [...without, 'journalHeads'] : without
  const tables = db.tables.filter(({ name }) => !left.includes(name))
  const rows = await Promise.all(tables.map((table) => table.toArray()))
  // A database that was opened through a frame gives now and then what is of the frame's realm: no list of it is equal
  // to one of the window's.
  return structuredClone(Object.fromEntries(tables.map(({ name }, index) => [name, rows[index] ?? []])))
}

/** The records of users and what is derived from them: what undo and rebuild must bring back. */
export const dumpRecords = (db: ProjectDatabase) => dump(db, ['journalMirror', 'meta'])
