import { agreementIn } from '#shared/coding/agreement/agreement'
import { type Coding, type ComparedText, patternsIn, type ReportPatterns } from '#shared/coding/agreement/coded-units'
import type { Span } from '#shared/model/anchor'
import { type Annotation, codersOf } from '#shared/model/annotation'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import { oneLine } from '#shared/text/one-line'
import { sentencesIn } from '#shared/text/sentences'
import { clausesOf } from '#shared/text/word-bounds'
import type { ProjectDatabase } from '../../storage/scan-worker'
import { type AgreementAnswer, type AgreementQuery, type ListedDisagreement, MOST } from './protocol'

/** Reports whose texts are in memory together. */
const AT_ONCE = 20

/** What each author gave in a report. A highlight without a code shows that it was read. */
interface ReportCodings {
  codings: Coding[]
  readers: Set<string>
}

async function codingsIn(db: ProjectDatabase, { byRule }: AgreementQuery): Promise<Map<string, ReportCodings>> {
  const reports = new Map<string, ReportCodings>()
  const note = (annotation: Annotation): void => {
    const { report, anchor, orphan, rule } = annotation
    if (report === null || orphan || (rule !== null && !byRule)) return
    const own = reports.get(report) ?? { codings: [], readers: new Set<string>() }
    reports.set(report, own)
    for (const { author, codes } of codersOf(annotation)) {
      own.readers.add(author)
      for (const code of codes) own.codings.push({ author, code, start: anchor.start, end: anchor.end })
    }
  }
  await db.annotations.each(note)
  return reports
}

/** The units of a report: sentences, or clauses of them. */
function unitsOf(text: string, span: Span, unit: AgreementQuery['unit']): Span[] {
  if (unit === 'character') return []
  const sentences = sentencesIn(text, span)
  if (unit === 'sentence') return sentences
  return sentences.flatMap(({ start, end }) =>
    clausesOf(text.slice(start, end)).map((clause) => ({ start: clause.from + start, end: clause.to + start })),
  )
}

interface Chosen {
  report: Report
  text: ReadingText
  read: boolean[]
  codings: Coding[]
}

function comparedText({ report, text, read, codings }: Chosen, unit: AgreementQuery['unit']): ComparedText {
  const span = { start: report.start, end: report.end }
  return { report: report.id, text: text.text, span, codings, units: unitsOf(text.text, span, unit), read }
}

const listed = ({ report, text }: Chosen, found: ReportPatterns): ListedDisagreement[] =>
  found.disagreements.map((one) => ({
    ...one,
    source: report.source,
    words: oneLine(text.text.slice(one.start, Math.min(one.end, one.start + 200))),
  }))

/** Which of the reports at least two of the authors have read, and which only one has touched. */
function readBy(known: ReadonlyMap<string, ReportCodings>, { authors, reports, untouched }: AgreementQuery) {
  const wanted = reports === null ? null : new Set(reports)
  const compared = new Map<string, boolean[]>()
  const single: string[] = []
  for (const [report, { readers }] of known) {
    const touched = authors.map((author) => readers.has(author))
    const count = touched.filter(Boolean).length
    if (count === 0 || (wanted && !wanted.has(report))) continue
    if (count === 1) single.push(report)
    if (count > 1 || untouched) compared.set(report, untouched ? authors.map(() => true) : touched)
  }
  return { compared, single }
}

/**
 * How far authors agree in the reports that they have read. Of several versions of a report each is a text of its own.
 * @param told how far it is, in reports
 */
export async function answerTo(
  db: ProjectDatabase,
  query: AgreementQuery,
  told: (done: number, total: number) => void,
): Promise<AgreementAnswer> {
  const known = await codingsIn(db, query)
  const { compared, single } = readBy(known, query)
  const hidden = new Set(await db.sources.filter((source) => source.hidden).primaryKeys())
  const ids = [...compared.keys()]
  const found: ReportPatterns[] = []
  const disagreements: ListedDisagreement[] = []
  const counted: string[] = []
  let parted = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const stored = await db.reports.bulkGet(ids.slice(at, at + AT_ONCE))
    const reports = stored.flatMap((report) => (report && !hidden.has(report.source) ? report : []))
    const texts = await db.texts.bulkGet(reports.map(({ reading }) => reading))
    for (const [index, report] of reports.entries()) {
      const text = texts[index]
      if (!text) continue
      const chosen = { report, text, read: compared.get(report.id) ?? [], codings: known.get(report.id)?.codings ?? [] }
      const patterns = patternsIn(comparedText(chosen, query.unit), query.authors, query.unit)
      counted.push(report.id)
      parted += patterns.disagreements.length
      if (disagreements.length < MOST) disagreements.push(...listed(chosen, patterns))
      found.push({ ...patterns, disagreements: [] })
    }
    told(Math.min(at + AT_ONCE, ids.length), ids.length)
  }
  const { codes, overall } = agreementIn(found, query.authors.length)
  return { codes, overall, disagreements: disagreements.slice(0, MOST), parted, compared: counted, single }
}
