import {
  addCounts,
  countWords,
  emptyCorpus,
  type GrowingCorpus,
  type ReportCounts,
  reportWords,
} from '#shared/compare/compared-words'
import { oneLine } from '#shared/text/one-line'
import type { ReportSpan, WordLine } from './protocol'
import type { LoadedReport } from './texts'

/** Counts of so many reports are kept while the worker lives: choosing another place counts no word again. */
const KEPT = 300

/** What a level ends a name with: 漯河区 is written 漯河 too. */
const LEVEL = /(?:特别行政区|自治[区州县旗]|[省市区县州盟旗])$/u

/** The names of a report's own place, which set it apart without telling anything; a misread one too. */
export function ownNames({ place: { name, short }, report: { repairedFrom } }: LoadedReport): string[] {
  const misread = repairedFrom === null ? [] : [repairedFrom, repairedFrom.replace(LEVEL, '')]
  return [...new Set([name, short, ...misread])].filter((own) => own.length > 1)
}

/** What the counts of a report rest on. */
const stampOf = (loaded: LoadedReport): string => {
  const { report, text, sections, span } = loaded
  return [report.reading, span.start, span.end, text.length, sections.length, ...ownNames(loaded)].join(' ')
}

/** The words of reports, counted once while they stay the same. */
export class CountedReports {
  readonly #kept = new Map<string, { stamp: string; text: string; counts: ReportCounts }>()

  /** The words of a report. */
  of(loaded: LoadedReport): ReportCounts {
    const stamp = stampOf(loaded)
    const known = this.#kept.get(loaded.report.id)
    if (known?.stamp === stamp && known.text === loaded.text) return known.counts
    const counts = countWords(loaded, ownNames(loaded))
    if (this.#kept.size < KEPT || known) this.#kept.set(loaded.report.id, { stamp, text: loaded.text, counts })
    return counts
  }

  /** Adds a report to a corpus. */
  addTo(corpus: GrowingCorpus, loaded: LoadedReport): void {
    addCounts(corpus, this.of(loaded))
  }
}

export { emptyCorpus }

/** Characters before and after a passage. */
const CONTEXT = 60

/** A passage on one line with what stands around it in its paragraph. */
export function lineOf(
  { report, text, span }: LoadedReport,
  { start, end }: Pick<ReportSpan, 'start' | 'end'>,
): WordLine {
  const from = Math.max(span.start, start - CONTEXT)
  const to = Math.min(span.end, end + CONTEXT)
  const paragraph = text.slice(from, start).split(/\n\s*\n/u)
  const [after = ''] = text.slice(end, to).split(/\n\s*\n/u)
  return {
    ...{ report: report.id, source: report.source, start, end },
    before: oneLine(paragraph.at(-1) ?? ''),
    hit: oneLine(text.slice(start, end)),
    after: oneLine(after),
  }
}

/** The places of a word in a report, in the order of the text. */
export function linesIn(loaded: LoadedReport, word: string): WordLine[] {
  const found = [...reportWords(loaded, ownNames(loaded), word)].filter((one) => one.word === word)
  return found.map((one) => lineOf(loaded, one))
}
