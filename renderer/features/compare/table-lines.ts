import type { Head, Laid, Line } from '#shared/compare/layout'
import type { Words } from './words'

/** What a heading says. */
export function headText({ dimension, index }: Head, { matrix, groups }: Laid, words: Words): string {
  const { t } = words
  if (dimension === 'place') return matrix.places[index]?.name ?? ''
  if (dimension === 'role') return t(`compare.role.${matrix.roles[index] ?? 'actual'}`)
  if (dimension === 'year') return matrix.years[index] || t('compare.latest.year')
  const group = groups[index]?.id
  if (dimension === 'group') return group === undefined ? '' : words.group(group)
  if (dimension === 'total')
    return group === undefined ? t('compare.total.all') : t('compare.total.of', { group: words.group(group) })
  const indicator = matrix.indicators[index]
  return indicator ? words.series(indicator) : ''
}

/** Names a line among those of its side. */
export const lineKey = ({ kind, heads }: Pick<Line, 'kind' | 'heads'>): string =>
  `${kind} ${heads.map(({ dimension, index }) => `${dimension}${index}`).join(' ')}`

/** Two headings that are the same one, drawn once over the lines under it. */
export const sameHead = (a: Head | undefined, b: Head | undefined): boolean =>
  a !== undefined && b !== undefined && a.dimension === b.dimension && a.index === b.index

/** Whether two neighbouring lines share their headings down to a level. */
export const sharesTo = (a: Line | undefined, b: Line | undefined, level: number): boolean =>
  a !== undefined &&
  b !== undefined &&
  Array.from({ length: level + 1 }, (_, at) => at).every((at) => sameHead(a.heads[at], b.heads[at]))
