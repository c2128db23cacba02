import type { Span } from '#shared/model/anchor'
import type { Bookmark } from '#shared/model/bookmark'
import type { Role } from '#shared/model/statement'
import type { OpenReader } from '../active'
import { matterMarks, quantitySpan } from '../marks'
import type { OverviewMark } from './overview-rows'

/** What the overview shows, by its lanes from left to right, and across all of them. */
export interface OverviewLanes {
  annotations: readonly OverviewMark[]
  /** Statements and matters. */
  statements: readonly OverviewMark[]
  /** Ticks at the right: corrections and bookmarks. */
  places: readonly OverviewMark[]
  /** Lines across all lanes: what find has found. */
  hits: readonly OverviewMark[]
}

/** The colours of the overview; those of codes are made legible by `code`. */
export interface OverviewColors {
  code: (color: string | null) => string
  target: string
  result: string
  bookmark: string
  correction: string
  hit: string
}

/** The marks of a text as its overview shows them. Corrections and hits are spans of the text. */
export function overviewLanes(
  {
    annotations,
    codes,
    statements,
    matters,
    bundle,
  }: Pick<OpenReader, 'annotations' | 'codes' | 'statements' | 'matters' | 'bundle'>,
  more: { bookmarks: readonly Bookmark[]; corrections: readonly Span[]; hits: readonly Span[] },
  colors: OverviewColors,
): OverviewLanes {
  const shades = new Map(codes.map(({ id, color }) => [id, colors.code(color)]))
  const plain = colors.code(null)
  const reading = bundle.reading.id
  const colorOf = (role: Role) => (role === 'target' ? colors.target : colors.result)
  return {
    annotations: annotations
      .filter((one) => one.reading === reading && !one.orphan)
      .flatMap(({ anchor: { start, end }, codes: own }) =>
        (own.length > 0 ? own.flatMap((code) => shades.get(code) ?? []) : [plain]).map((color) => ({
          start,
          end,
          color,
        })),
      ),
    statements: [
      ...statements
        .filter(({ status }) => status !== 'rejected')
        .map((one) => ({ ...quantitySpan(one), color: colorOf(one.role) })),
      ...matterMarks(bundle.text.text, matters)
        .filter(({ status }) => status !== 'rejected')
        .map(({ start, end, role }) => ({ start, end, color: colorOf(role) })),
    ],
    places: [
      ...more.corrections.map(({ start, end }) => ({ start, end, color: colors.correction })),
      ...more.bookmarks
        .filter((one) => one.reading === reading && !one.orphan)
        .map(({ anchor: { start } }) => ({ start, end: start + 1, color: colors.bookmark })),
    ],
    hits: more.hits.map(({ start, end }) => ({ start, end, color: colors.hit })),
  }
}
