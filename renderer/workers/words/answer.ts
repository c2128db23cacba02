import { attentionOf, type ReportAttention } from '#shared/compare/attention'
import { type CodedReport, lineageOf } from '#shared/compare/code-places'
import { type CoReport, cooccurrence } from '#shared/compare/cooccurrence'
import { keyness } from '#shared/compare/keyness'
import type { ProjectDatabase } from '../../storage/scan-worker'
import { codedReport, codingsOf, coReport } from './codes'
import { type CountedReports, emptyCorpus, lineOf, linesIn } from './counts'
import type { WordLine, WordsAnswers, WordsKind, WordsQueries, WordsQuestion } from './protocol'
import { eachReport, type Telling } from './texts'

/** What the answers are made from. */
export interface Means {
  db: ProjectDatabase
  counted: CountedReports
  telling: Telling
}

type Answering = { [K in WordsKind]: (query: WordsQueries[K], means: Means) => Promise<WordsAnswers[K]> }

const ANSWERING: Answering = {
  attention: async ({ reports }, { db, telling }) => {
    const found: ReportAttention[] = []
    await eachReport(db, reports, telling, (loaded) => {
      const { report, place, year } = loaded
      const { id, source, kind } = report
      found.push({ report: id, source, place, year, kind, parts: attentionOf(loaded) })
    })
    return found
  },
  codes: async ({ reports }, { db, telling }) => {
    const [codings, codes] = await Promise.all([codingsOf(db, reports), db.codes.toArray()])
    const lineage = lineageOf(codes)
    const found: CodedReport[] = []
    await eachReport(db, reports, telling, (loaded) => {
      found.push(codedReport(loaded, codings.get(loaded.report.id) ?? [], lineage))
    })
    return found
  },
  cooccurrence: async ({ reports, unit }, { db, telling }) => {
    const codings = await codingsOf(db, reports)
    const found: CoReport[] = []
    await eachReport(
      db,
      reports.filter((id) => codings.has(id)),
      telling,
      (loaded) => found.push(coReport(loaded, codings.get(loaded.report.id) ?? [], unit)),
    )
    return cooccurrence(found, unit)
  },
  keyness: async ({ a, b, choice }, { db, telling, counted }) => {
    const ofA = new Set(a)
    const corpora = { a: emptyCorpus(), b: emptyCorpus() }
    await eachReport(db, [...ofA, ...b.filter((id) => !ofA.has(id))], telling, (loaded) =>
      counted.addTo(ofA.has(loaded.report.id) ? corpora.a : corpora.b, loaded),
    )
    return keyness(corpora.a, corpora.b, choice)
  },
  lines: async ({ reports, word, most }, { db, telling }) => {
    const lines: WordLine[] = []
    let total = 0
    await eachReport(db, reports, telling, (loaded) => {
      const found = linesIn(loaded, word)
      total += found.length
      lines.push(...found.slice(0, Math.max(0, most - lines.length)))
    })
    return { lines, total }
  },
  excerpts: async ({ spans }, { db, telling }) => {
    const found = new Map<number, WordLine>()
    await eachReport(db, [...new Set(spans.map(({ report }) => report))], telling, (loaded) => {
      spans.forEach((span, at) => {
        if (span.report === loaded.report.id) found.set(at, lineOf(loaded, span))
      })
    })
    return [...found].sort(([a], [b]) => a - b).map(([, line]) => line)
  },
}

/** Works out the answer to a question. @throws GivenUp when nobody waits for it any more */
export function answerTo<K extends WordsKind>(
  { kind, query }: WordsQuestion<K>,
  means: Means,
): Promise<WordsAnswers[K]> {
  const answer: Answering[K] = ANSWERING[kind]
  return answer(query, means)
}
