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

type Shown = Pick<OpenReader, 'annotations' | 'codes' | 'statements' | 'matters' | 'bundle'>

/** The annotations of a text as its overview shows them, each in the colours of its codes. */
export function annotationLane(
  { annotations, codes, bundle }: Pick<Shown, 'annotations' | 'codes' | 'bundle'>,
  { code }: Pick<OverviewColors, 'code'>,
): OverviewMark[] {
  const shades = new Map(codes.map(({ id, color }) => [id, code(color)]))
  const plain = code(null)
  const reading = bundle.reading.id
  const lane: OverviewMark[] = []
  for (const { reading: own, orphan, anchor, codes: ids } of annotations) {
    if (own !== reading || orphan) continue
    const { start, end } = anchor
    if (ids.length === 0) lane.push({ start, end, color: plain })
    for (const id of ids) {
      const color = shades.get(id)
      if (color !== undefined) lane.push({ start, end, color })
    }
  }
  return lane
}

/** Statements and matters of a text as its overview shows them. */
export function statementLane(
  { statements, matters, bundle }: Pick<Shown, 'statements' | 'matters' | 'bundle'>,
  { target, result }: Pick<OverviewColors, 'target' | 'result'>,
): OverviewMark[] {
  const colorOf = (role: Role) => (role === 'target' ? target : result)
  return [
    ...statements
      .filter(({ status }) => status !== 'rejected')
      .map((one) => ({ ...quantitySpan(one), color: colorOf(one.role) })),
    ...matterMarks(bundle.text.text, matters)
      .filter(({ status }) => status !== 'rejected')
      .map(({ start, end, role }) => ({ start, end, color: colorOf(role) })),
  ]
}

/** Corrections, by their spans in the text, and bookmarks as the overview shows them. */
export const placeLane = (
  { reading }: Pick<OpenReader['bundle'], 'reading'>,
  { bookmarks, corrections }: { bookmarks: readonly Bookmark[]; corrections: readonly Span[] },
  colors: Pick<OverviewColors, 'correction' | 'bookmark'>,
): OverviewMark[] => [
  ...corrections.map(({ start, end }) => ({ start, end, color: colors.correction })),
  ...bookmarks
    .filter((one) => one.reading === reading.id && !one.orphan)
    .map(({ anchor: { start } }) => ({ start, end: start + 1, color: colors.bookmark })),
]

/** What find has found as the overview shows it. */
export const hitLane = (hits: readonly Span[], { hit }: Pick<OverviewColors, 'hit'>): OverviewMark[] =>
  hits.map(({ start, end }) => ({ start, end, color: hit }))
