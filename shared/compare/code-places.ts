import type { PlaceRef } from '../model/place'
import type { ReportKind } from '../model/report'
import { byCode, type Coding, unionOf } from './coded-spans'
import { charactersIn } from './running-text'

/** What one report has of a code and all below it. */
export interface CodedPart {
  code: string
  /** Passages; one that has two codes of a branch counts once for the branch. */
  passages: number
  /** Letters and digits that they cover, those under two passages once. */
  characters: number
}

/** A report with its codes. */
export interface CodedReport {
  report: string
  place: PlaceRef
  /** 报告年度 */
  year: number
  kind: ReportKind
  /** Letters and digits of its running text. */
  characters: number
  codes: readonly CodedPart[]
}

/** A code with those above it, the code itself too. */
export type Lineage = ReadonlyMap<string, readonly string[]>

/** The codes of a tree with all above each, itself first. */
export function lineageOf(codes: readonly { id: string; parent: string | null }[]): Lineage {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  return new Map(
    codes.map(({ id }) => {
      const line: string[] = []
      for (let at: string | null | undefined = id; at && !line.includes(at); at = parents.get(at)) line.push(at)
      return [id, line]
    }),
  )
}

/** The codes of one report, each with all below it; codes that the tree does not know are left out. */
export function codesIn(text: string, codings: readonly Coding[], lineage: Lineage): CodedPart[] {
  const raised = codings.map(({ start, end, codes }) => ({
    start,
    end,
    codes: [...new Set(codes.flatMap((code) => lineage.get(code) ?? []))],
  }))
  return [...byCode(raised)].map(([code, spans]) => ({
    code,
    passages: spans.length,
    characters: unionOf(spans).reduce((sum, span) => sum + charactersIn(text, span), 0),
  }))
}

/** What a code has in a column. */
export interface CodeCell {
  code: string
  passages: number
  characters: number
  /** Of 10,000 characters of running text, so many are coded. */
  per10k: number
}

/** A place, in one year or over its years. */
export interface CodeColumn {
  key: string
  place: PlaceRef
  /** Null where it stands for all years. */
  year: number | null
  years: readonly number[]
  reports: number
  /** Kinds of its reports that are not whole. */
  partial: readonly ReportKind[]
  characters: number
  /** Along the codes asked for. */
  cells: readonly CodeCell[]
}

/**
 * Codes against places: passages, the characters that they cover, and these per 10,000 characters of running text, so
 * that long and short reports can be compared. Columns are in the order of the reports.
 * @param codes ids in the order of the rows
 * @param by a column for each place and year, or for each place
 */
export function codePlaces(
  reports: readonly CodedReport[],
  codes: readonly string[],
  by: 'placeYear' | 'place',
): CodeColumn[] {
  const groups = new Map<string, CodedReport[]>()
  for (const report of reports) {
    const key = by === 'place' ? report.place.code : `${report.place.code} ${report.year}`
    const known = groups.get(key)
    if (known) known.push(report)
    else groups.set(key, [report])
  }
  return [...groups].flatMap(([key, own]): CodeColumn[] => {
    const [first] = own
    if (!first) return []
    const characters = own.reduce((sum, report) => sum + report.characters, 0)
    const totals = new Map<string, { passages: number; characters: number }>()
    for (const part of own.flatMap((report) => report.codes)) {
      const known = totals.get(part.code)
      if (!known) totals.set(part.code, { passages: part.passages, characters: part.characters })
      else {
        known.passages += part.passages
        known.characters += part.characters
      }
    }
    const cells = codes.map((code): CodeCell => {
      const { passages = 0, characters: coded = 0 } = totals.get(code) ?? {}
      return { code, passages, characters: coded, per10k: characters === 0 ? 0 : (coded / characters) * 10_000 }
    })
    const partial = [...new Set(own.flatMap(({ kind }) => (kind === 'full' ? [] : [kind])))]
    const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b)
    const year = by === 'place' ? null : first.year
    return [{ key, place: first.place, year, years, reports: own.length, partial, characters, cells }]
  })
}
