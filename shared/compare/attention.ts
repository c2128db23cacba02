import type { PlaceRef } from '../model/place'
import type { ReportKind } from '../model/report'
import type { Outlook } from '../model/section'
import { charactersIn, type ReportText, runsOf } from './running-text'

/** What one section says about its topic, headings and subsections left out. */
export interface AttentionPart {
  /** Index of the section, null for what stands before the first heading. */
  section: number | null
  /** Id of the topic, null where the section has none. */
  topic: string | null
  title: string
  outlook: Outlook
  /** Where its running text begins and ends, UTF-16 code units of the reading's text. */
  start: number
  end: number
  /** Letters and digits of it. */
  characters: number
}

/** The attention of one report, with what is known of it. */
export interface ReportAttention {
  report: string
  source: string
  place: PlaceRef
  /** 报告年度 */
  year: number
  kind: ReportKind
  parts: readonly AttentionPart[]
}

/**
 * How many characters of running text the sections of a report have, by topic and outlook. Furniture, other articles,
 * headings and glossaries are left out.
 */
export function attentionOf(report: ReportText): AttentionPart[] {
  const parts = new Map<string, AttentionPart>()
  for (const run of runsOf(report)) {
    const characters = charactersIn(report.text, run)
    if (characters === 0) continue
    const { section, outlook } = run
    const own = section === null ? undefined : report.sections[section]
    const key = `${section} ${outlook}`
    const known = parts.get(key)
    if (known) {
      known.characters += characters
      known.end = run.end
    } else {
      const { start, end } = run
      parts.set(key, { section, topic: own?.topic ?? null, title: own?.title ?? '', outlook, start, end, characters })
    }
  }
  return [...parts.values()]
}

/** All characters of some parts. */
export const charactersOf = (parts: readonly Pick<AttentionPart, 'characters'>[]): number =>
  parts.reduce((sum, { characters }) => sum + characters, 0)

/** What stands in a table of attention: one place in one year, one place over its years, or one year over its places. */
export type AttentionBy = 'placeYear' | 'place' | 'year'

/** A part with the report that it stands in. */
export interface PlacedPart extends AttentionPart {
  report: string
  source: string
}

/** How much a column says about a topic. */
export interface AttentionCell {
  topic: string | null
  characters: number
  /** Of all running text of the column, 0 to 1. */
  share: number
  /** The parts that it is made of, the longest first. */
  parts: readonly PlacedPart[]
}

/** A column of the table. */
export interface AttentionColumn {
  key: string
  /** Null where the column stands for all places of a year. */
  place: PlaceRef | null
  /** Null where it stands for all years of a place. */
  year: number | null
  reports: number
  /** Reports of it that are not whole: what a digest leaves out shifts the shares, so they prove nothing. */
  partial: readonly ReportKind[]
  characters: number
  /** Along the table's topics. */
  cells: readonly AttentionCell[]
}

/** Topics against places and years. */
export interface AttentionTable {
  /** Ids in the order asked for; null, for what has no topic, comes last. */
  topics: readonly (string | null)[]
  columns: readonly AttentionColumn[]
}

interface Choice {
  by: AttentionBy
  /** Only what looks back or ahead; null for all. */
  outlook: Outlook | null
  /** Ids of topics in the order of the rows; others that occur follow. */
  order: readonly string[]
}

interface Group {
  place: PlaceRef | null
  year: number | null
  reports: ReportAttention[]
}

function groupsOf(reports: readonly ReportAttention[], by: AttentionBy): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const report of reports) {
    const place = by === 'year' ? null : report.place
    const year = by === 'place' ? null : report.year
    const key = `${place?.code ?? ''} ${year ?? ''}`
    const known = groups.get(key)
    if (known) known.reports.push(report)
    else groups.set(key, { place, year, reports: [report] })
  }
  return groups
}

/**
 * The share of attention (注意力) that places and years give to topics. Columns are in the order of the reports given;
 * the shares of a column with any text sum to 1. Reports without a character are left out.
 */
export function attentionTable(reports: readonly ReportAttention[], { by, outlook, order }: Choice): AttentionTable {
  const wanted = reports
    .map((report) => ({
      ...report,
      parts: outlook === null ? report.parts : report.parts.filter((part) => part.outlook === outlook),
    }))
    .filter(({ parts }) => parts.length > 0)
  const met = new Set(wanted.flatMap(({ parts }) => parts.map(({ topic }) => topic)))
  const known = order.filter((topic) => met.has(topic))
  const others = [...met].filter((topic): topic is string => topic !== null && !known.includes(topic)).sort()
  const topics = [...known, ...others, ...(met.has(null) ? [null] : [])]
  const columns = [...groupsOf(wanted, by)].map(([key, { place, year, reports: own }]): AttentionColumn => {
    const parts = own.flatMap((report) =>
      report.parts.map((part): PlacedPart => ({ ...part, report: report.report, source: report.source })),
    )
    const characters = charactersOf(parts)
    const cells = topics.map((topic): AttentionCell => {
      const ofTopic = parts.filter((part) => part.topic === topic).sort((a, b) => b.characters - a.characters)
      const said = charactersOf(ofTopic)
      return { topic, characters: said, share: said / characters, parts: ofTopic }
    })
    const partial = own.flatMap(({ kind }) => (kind === 'full' ? [] : [kind]))
    return { key, place, year, reports: own.length, partial: [...new Set(partial)], characters, cells }
  })
  return { topics, columns }
}
