import type { IncomingContent, IncomingMemo, IncomingSource } from '#shared/exchange/project-content'
import { ORIGIN } from '#shared/exchange/refi/codebook-xml'
import type { Annotation } from '#shared/model/annotation'
import { reportId } from '#shared/model/identity'
import type { Memo } from '#shared/model/memo'
import type { Statement } from '#shared/model/statement'
import { makeAnchor } from '#shared/text/anchor'
import { type ProjectDatabase, planIncoming } from '../../storage/exchange-worker'
import { Found, type Here, isCarried, placed } from './found'
import type { ReadFile } from './protocol'

/**
 * The reports of a text that is here by the ids that they have in the file: where the text came without its file, its
 * hash, and so the ids of its reports, are others.
 */
const reportsOf = ({ hash }: IncomingSource, { reports }: Here): ReadonlyMap<string, string> =>
  new Map(reports.flatMap(({ id, ordinal }) => [[id, id] as const, [reportId(hash ?? '', ordinal), id] as const]))

/** Decided statements of a source that is the very same here, where their report is. */
function decided(from: IncomingSource, here: Here): Statement[] {
  const { source, text, reports } = here
  const ids = reportsOf(from, here)
  if (from.text !== '' && from.text !== text) return []
  return from.statements.flatMap((statement): Statement[] => {
    const { id, author, updatedAt, start, quantity } = statement
    const report = ids.get(statement.report)
    const end = start + quantity.length
    if (id === null || updatedAt === null || text.slice(start, end) !== quantity) return []
    if (report === undefined || !reports.some((one) => one.id === report && one.start <= start && end <= one.end))
      return []
    const { prefix, suffix } = makeAnchor(text, start, end)
    const place = { source: source.hash, reading: source.reading, report, prefix, suffix }
    return [{ ...statement, ...place, id, author, updatedAt, also: [] }]
  })
}

/** Notes as memos of this project; a note on a text as a whole goes to its first report. */
class Memos {
  readonly memos: Memo[] = []
  lost = 0
  readonly #project: string
  /** Reports here by the ids that the file has for them. */
  readonly reports: ReadonlyMap<string, string>
  readonly #firsts: ReadonlyMap<string, string>
  readonly #ours: boolean

  constructor(project: string, ours: boolean, found: ReadonlyMap<IncomingSource, Here>) {
    this.#project = project
    this.#ours = ours
    this.reports = new Map([...found].flatMap(([from, here]) => [...reportsOf(from, here)]))
    this.#firsts = new Map([...found].flatMap(([{ id }, { reports }]) => (reports[0] ? [[id, reports[0].id]] : [])))
  }

  take({ id, subject, name, text, author, updatedAt }: IncomingMemo): void {
    const about = this.#subject(subject)
    // The names that we give to notes tell what they are on; those of other tools are the user's.
    const whole = this.#ours || name === '' || text.startsWith(name) ? text : `${name}\n${text}`
    if (about) this.memos.push({ id, subject: about, text: whole, author, updatedAt })
    else this.lost += 1
  }

  #subject({ type, id }: IncomingMemo['subject']): Memo['subject'] | null {
    if (type === 'project') return { type, id: this.#project }
    if (type === 'code') return { type, id }
    const report = type === 'source' ? this.#firsts.get(id) : this.reports.get(id)
    return report === undefined ? null : { type: 'report', id: report }
  }
}

/**
 * Finds the places of what a file holds in the texts of this project, and what bringing it in would do.
 * @param project id of the project
 * @param told how far it is, in texts
 */
export async function placeContent(
  db: ProjectDatabase,
  project: string,
  content: IncomingContent,
  told: (done: number, total: number) => void,
): Promise<ReadFile> {
  const { name, origin, authors, codes, sources, leftOut } = content
  const found = await Found.of(db, sources, told)
  const memos = new Memos(project, origin === ORIGIN, found)
  for (const memo of content.memos) memos.take(memo)
  const annotations: Annotation[] = []
  const statements: Statement[] = []
  let unplaced = 0
  for (const [from, here] of found) {
    const own = from.annotations.flatMap((annotation) => placed(annotation, from, here) ?? [])
    unplaced += from.annotations.length - own.length
    annotations.push(...own)
    statements.push(...decided(from, here))
  }
  const provenance = [...found].map(([from, { source }]) => ({ source: source.hash, provenance: from.provenance }))
  const absent = sources.filter((one) => !found.has(one))
  const placedContent = { codes, annotations, memos: memos.memos, statements, provenance, reports: memos.reports }
  return {
    ...{ name, origin, authors, leftOut, unplaced },
    here: [...found.values()].map(({ source }) => source.name),
    absent: absent.map((one) => one.name || (one.hash ?? '')),
    carried: absent.filter(isCarried).length,
    placed: placedContent,
    counts: await planIncoming(db, placedContent),
    onAbsent: absent.reduce((sum, one) => sum + one.annotations.length, 0),
    memosLost: memos.lost,
    statementsLost: sources.reduce((sum, one) => sum + one.statements.length, 0) - statements.length,
  }
}
