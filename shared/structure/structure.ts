import type { Span } from '../model/anchor'
import type { Message } from '../model/identity'
import type { Stretch } from '../model/reading'
import type { ReportKind } from '../model/report'
import type { Section } from '../model/section'
import { findJoins } from '../text/joins'
import { linesOf } from '../text/lines'
import { articlesOf, digestsOf } from './digest'
import { bareTitle } from './headings'
import { kindOf } from './kind'
import { inkAt, type Page, pageOf } from './page'
import { sectionsOf } from './sections'
import { type Region, speechesOf } from './speech'
import { stretchesOf } from './stretches'

/** A work report that the form of the text shows, with its sections. Offsets in the whole text. */
export interface FoundReport extends Span {
  readonly title: string
  readonly kind: ReportKind
  readonly reasons: Message[]
  readonly sections: Section[]
}

/** What a text holds by form alone. */
export interface Structure {
  /** Cover the text without gap or overlap. */
  readonly stretches: Stretch[]
  readonly joins: Span[]
  /** In the order of the text. */
  readonly reports: FoundReport[]
}

/**
 * Reads the structure of a text: which stretches are work reports, other articles and furniture, the line breaks that
 * a scan put into sentences, and the sections of each report.
 */
export function readStructure(text: string): Structure {
  const page = pageOf(text, linesOf(text))
  const joins = findJoins(text)
  const joined = new Set(joins.map((join) => join.end))
  const speeches = speechesOf(page)
  const articles = between(page, speeches).flatMap(({ from, to }) => articlesOf(page, from, to))
  const digests = digestsOf(page, articles)
  const reports = [
    ...speeches.map((region) => reportOf(page, region, joined, 'speech')),
    ...digests.map((region) => reportOf(page, region, joined, 'digest')),
  ].sort((a, b) => a.start - b.start)
  return { stretches: stretchesOf(page, reports, articles), joins, reports }
}

/** The lines that no speech takes. */
function between(page: Page, speeches: readonly Region[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = []
  let from = page.frontMatter.next
  for (const speech of speeches) {
    gaps.push({ from, to: speech.from })
    from = speech.to
  }
  gaps.push({ from, to: page.lines.length })
  return gaps.filter((gap) => gap.from < gap.to)
}

function reportOf(page: Page, region: Region, joined: ReadonlySet<number>, found: 'speech' | 'digest'): FoundReport {
  const start = page.lines[region.from]?.inkStart ?? 0
  const end = page.lines[region.to - 1]?.inkEnd ?? page.text.length
  const sections = sectionsOf({
    text: page.text,
    lines: page.lines,
    from: bodyFrom(page, region),
    to: region.to,
    end,
    joined,
  })
  const { kind, reasons } = kindOf(
    page.lines.slice(region.from, region.to).map((line) => line.ink),
    sections,
    found,
  )
  return { start, end, title: titleOf(page, region), kind, reasons, sections }
}

/** Headings count from behind the title. */
const bodyFrom = (page: Page, { from, title }: Region): number =>
  title !== null && title >= from ? title + 1 : Math.max(from, page.frontMatter.next)

const titleOf = (page: Page, { from, title }: Region): string =>
  bareTitle(
    inkAt(page, title ?? from)
      .replace(/^title:\s*/, '')
      .replace(/^\[[^\]]*\]\s*/, ''),
  )
