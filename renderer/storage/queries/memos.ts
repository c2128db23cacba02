import { backlinks, type LinkTarget, linksOf, targetKey } from '#shared/coding/links'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import type { Memo } from '#shared/model/memo'
import type { Report } from '#shared/model/report'
import type { ProjectDatabase } from '../database'
import { reportName } from '../link-names'
import type { MemoSubject } from '../operations/memos'
import { rowsInParts } from '../rows-in-parts'
import { hiddenSources } from './hidden'

/** The words of a subject's memo, '' where there is none. */
export async function memoOf(db: ProjectDatabase, { type, id }: MemoSubject): Promise<string> {
  if (type === 'annotation') return (await db.annotations.get(id))?.memo ?? ''
  const memo = await db.memos.where('[subject.type+subject.id]').equals([type, id]).first()
  return memo?.text ?? ''
}

/** A memo of whatever kind, with what it is about. */
export interface MemoRow {
  /** The subject as one word. */
  key: string
  subject: MemoSubject
  /** What links to this memo name. */
  target: LinkTarget
  text: string
  author: string
  updatedAt: string
  /** What it is about: a quote, a code's name, a report's; '' for the project. */
  name: string
  /** True where what it is about was deleted. */
  gone: boolean
  place: string
  year: number | null
  /** Keys of the memos that link to this one, or to what it is about. */
  backlinks: string[]
}

type About = Pick<MemoRow, 'name' | 'gone' | 'place' | 'year'>

const ofReport = (report: Report | undefined): About => ({
  name: report ? reportName(report) : '',
  gone: report === undefined,
  place: report?.place?.short ?? '',
  year: report?.year ?? null,
})

const key = ({ type, id }: MemoSubject): string => `${type}:${id}`

function ofRecord(memo: Memo, reports: ReadonlyMap<string, Report>, codes: ReadonlyMap<string, Code>): MemoRow {
  const { subject, id, text, author, updatedAt } = memo
  const code = codes.get(subject.id)
  const about: About =
    subject.type === 'report'
      ? ofReport(reports.get(subject.id))
      : { name: code?.name ?? '', gone: subject.type === 'code' && !code, place: '', year: null }
  return { key: key(subject), subject, target: { type: 'memo', id }, text, author, updatedAt, ...about, backlinks: [] }
}

function ofAnnotation(annotation: Annotation, reports: ReadonlyMap<string, Report>): MemoRow {
  const { id, memo, author, updatedAt, anchor, report } = annotation
  const subject = { type: 'annotation', id } as const
  const about = { ...ofReport(report === null ? undefined : reports.get(report)), name: anchor.quote, gone: false }
  return { key: key(subject), subject, target: subject, text: memo, author, updatedAt, ...about, backlinks: [] }
}

/** The annotations of visible sources that carry a memo. */
async function annotationsWithMemo(db: ProjectDatabase): Promise<Annotation[]> {
  const hidden = await hiddenSources(db)
  const found: Annotation[] = []
  for await (const part of rowsInParts(db.annotations))
    found.push(...part.filter(({ memo, source }) => memo.trim() !== '' && !hidden.has(source)))
  return found
}

/** All memos, those of annotations too, the last written first, each with the memos that link to it. */
export async function listMemos(db: ProjectDatabase): Promise<MemoRow[]> {
  const memos = await db.memos.toArray()
  const annotations = await annotationsWithMemo(db)
  const codes = await db.codes.toArray()
  const ids = [
    ...memos.flatMap(({ subject }) => (subject.type === 'report' ? [subject.id] : [])),
    ...annotations.flatMap(({ report }) => report ?? []),
  ]
  const reports = await db.reports.bulkGet([...new Set(ids)])
  const reportOf = new Map(reports.flatMap((report) => (report ? [[report.id, report] as const] : [])))
  const codeOf = new Map(codes.map((code) => [code.id, code]))
  const rows = [
    ...memos.map((memo) => ofRecord(memo, reportOf, codeOf)),
    ...annotations.map((annotation) => ofAnnotation(annotation, reportOf)),
  ]
  const from = backlinks(rows)
  for (const row of rows) {
    const linking = new Set([...(from.get(targetKey(row.target)) ?? []), ...(from.get(row.key) ?? [])])
    row.backlinks = [...linking].filter((other) => other !== row.key)
  }
  return rows.sort((a, b) => (a.updatedAt === b.updatedAt ? 0 : a.updatedAt < b.updatedAt ? 1 : -1))
}

/** What a link leads to. */
export interface LinkedThing {
  target: LinkTarget
  /** What it is called now. */
  name: string
  /** Where it stands, for an annotation or a report. */
  source: string | null
  start: number | null
  end: number | null
}

/** What the links of a memo lead to, by their keys; what is deleted is not in the map. */
export async function linkedThings(db: ProjectDatabase, text: string): Promise<Map<string, LinkedThing>> {
  const targets = linksOf(text)
  const things = new Map<string, LinkedThing>()
  const idsOf = (type: LinkTarget['type']) => targets.filter((one) => one.type === type).map(({ id }) => id)
  const put = (target: LinkTarget, name: string, at: Partial<LinkedThing> = {}) =>
    things.set(targetKey(target), { target, name, source: null, start: null, end: null, ...at })
  for (const code of await db.codes.bulkGet(idsOf('code'))) if (code) put({ type: 'code', id: code.id }, code.name)
  for (const report of await db.reports.bulkGet(idsOf('report')))
    if (report) put({ type: 'report', id: report.id }, reportName(report), { source: report.source })
  for (const memo of await db.memos.bulkGet(idsOf('memo'))) if (memo) put({ type: 'memo', id: memo.id }, memo.text)
  for (const annotation of await db.annotations.bulkGet(idsOf('annotation'))) {
    if (!annotation) continue
    const { id, source, anchor, orphan } = annotation
    put(
      { type: 'annotation', id },
      anchor.quote,
      orphan ? { source } : { source, start: anchor.start, end: anchor.end },
    )
  }
  return things
}

/** What a memo is about, and where that is opened; `thing` is null for the project and for what is deleted. */
export type MemoAbout = About & { thing: LinkedThing | null }

/** What the memo of a subject is about, whether there is one yet or not. */
export async function memoAbout(db: ProjectDatabase, subject: MemoSubject): Promise<MemoAbout> {
  const { type, id } = subject
  if (type === 'project') return { name: '', gone: false, place: '', year: null, thing: null }
  if (type === 'code') {
    const code = await db.codes.get(id)
    const thing = code ? { target: { type, id }, name: code.name, source: null, start: null, end: null } : null
    return { name: code?.name ?? '', gone: !code, place: '', year: null, thing }
  }
  if (type === 'report') {
    const report = await db.reports.get(id)
    const thing = report
      ? { target: { type, id }, name: reportName(report), source: report.source, start: null, end: null }
      : null
    return { ...ofReport(report), thing }
  }
  const annotation = await db.annotations.get(id)
  if (!annotation) return { name: '', gone: true, place: '', year: null, thing: null }
  const { source, anchor, orphan, report } = annotation
  const about = ofReport(report === null ? undefined : await db.reports.get(report))
  const at = orphan ? { start: null, end: null } : { start: anchor.start, end: anchor.end }
  return {
    ...about,
    name: anchor.quote,
    gone: false,
    thing: { target: { type, id }, name: anchor.quote, source, ...at },
  }
}
