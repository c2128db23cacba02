import type { MatrixCell, Origin } from '#shared/compare/matrix-types'
import type { Span } from '#shared/model/anchor'
import { sentenceAt } from '#shared/text/sentences'
import type { BriefingQuote } from './briefing'
import type { Stretch } from './document'
import { citedSpan, type SourceFacts, wordsIn } from './source-facts'

/** A sentence behind numbers of a table, by a name that stays while its text does. */
export interface NamedQuote extends BriefingQuote {
  key: string
  report: string
  /** Hash of the source. */
  file: string
  /** Span of the first number in it. */
  start: number
  end: number
}

/** How far around a number its sentence is looked for. */
const AROUND = 1000

function sentenceOf({ text }: SourceFacts, start: number): Span {
  return sentenceAt(text, start, { start: Math.max(0, start - AROUND), end: Math.min(text.length, start + AROUND) })
}

/** Blank inside a line, which parts two words; the break of a line that a scan made does not. */
const BLANK = /^[^\S\r\n]|[^\S\r\n]$/

/** The words of a sentence, its figures bold; without blank at its ends. */
function stretches(facts: SourceFacts, sentence: Span, figures: readonly Span[]): Stretch[] {
  const parts: Stretch[] = []
  let at = sentence.start
  const put = (end: number, bold: boolean): void => {
    const raw = facts.text.slice(at, end)
    const words = wordsIn(facts, { start: at, end })
    const before = at > sentence.start && BLANK.test(raw.slice(0, 1)) ? ' ' : ''
    const after = end < sentence.end && words !== '' && BLANK.test(raw.slice(-1)) ? ' ' : ''
    const text = before + words + after
    if (text !== '') parts.push(bold ? { text, bold } : { text })
    at = end
  }
  for (const { start, end } of figures.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > sentence.end) continue
    put(start, false)
    put(end, true)
  }
  put(sentence.end, false)
  return parts
}

interface Found {
  origin: Origin
  place: string
  sentence: Span
  facts: SourceFacts
  figures: Span[]
}

/**
 * The sentences behind the numbers of a table, each once with all its figures bold, by place in the order of the cells
 * and as they stand in the report.
 * @param factsOf what is known of a source by its hash; the sentences of a source that is gone are left out
 * @param labelOf heading of a place and report year: 瀍河回族区 2023
 */
export function quotesOf(
  cells: readonly MatrixCell[],
  factsOf: (source: string) => SourceFacts | undefined,
  labelOf: (place: string, year: number | null) => string,
): NamedQuote[] {
  const found = new Map<string, Found>()
  for (const { chosen, place } of cells) {
    if (!chosen) continue
    const { origin } = chosen
    const facts = factsOf(origin.source)
    if (!facts) continue
    const sentence = sentenceOf(facts, origin.start)
    const key = `${origin.report} ${sentence.start}`
    const known = found.get(key) ?? { origin, place, sentence, facts, figures: [] }
    known.figures.push({ start: origin.start, end: origin.end })
    found.set(key, known)
  }
  const places = [...new Set(cells.map(({ place }) => place))]
  return [...found]
    .sort(
      ([, a], [, b]) =>
        places.indexOf(a.place) - places.indexOf(b.place) ||
        (a.origin.reportYear ?? 0) - (b.origin.reportYear ?? 0) ||
        a.sentence.start - b.sentence.start,
    )
    .map(([key, { origin, place, sentence, facts, figures }]) => ({
      key,
      report: origin.report,
      file: origin.source,
      start: origin.start,
      end: origin.end,
      label: labelOf(place, origin.reportYear),
      words: stretches(facts, sentence, figures),
      source: citedSpan(facts, origin.report, sentence),
    }))
}
