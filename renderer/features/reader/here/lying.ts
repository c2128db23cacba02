import type { Bookmark } from '#shared/model/bookmark'
import type { Code } from '#shared/model/code'
import type { TextChange } from '#shared/model/correction'
import { placesOf } from '#shared/text/corrections'
import type { ReviewStatement } from '../../../storage'
import type { OpenReader } from '../active'
import { quantitySpan } from '../marks'

/** Something that lies at a place of the text. */
export type Lying =
  | { type: 'annotation'; id: string; codes: readonly Code[]; memo: string; author: string }
  | { type: 'statement'; statement: ReviewStatement }
  | { type: 'correction'; change: TextChange; start: number; by?: string }
  | { type: 'bookmark'; bookmark: Bookmark }

type Material = Pick<OpenReader, 'annotations' | 'codes' | 'statements' | 'bundle'>

/** Both borders count, so that a caret behind the last letter is still there. */
const at = (start: number, end: number, offset: number): boolean => start <= offset && offset <= end

/**
 * Everything that lies at an offset: annotations and statements, each the shortest first, then corrections and
 * bookmarks.
 */
export function lyingAt(
  { annotations, codes, statements, bundle }: Material,
  bookmarks: readonly Bookmark[],
  offset: number,
): Lying[] {
  const reading = bundle.reading.id
  const marked = annotations
    .filter(({ anchor, orphan, ...one }) => !orphan && one.reading === reading && at(anchor.start, anchor.end, offset))
    .sort((a, b) => a.anchor.end - a.anchor.start - (b.anchor.end - b.anchor.start))
    .map(({ id, codes: own, memo, author }): Lying => {
      const known = own.flatMap((code) => codes.find((one) => one.id === code) ?? [])
      return { type: 'annotation', id, codes: known, memo, author }
    })
  const stated = statements
    .filter((one) => {
      const { start, end } = quantitySpan(one)
      return one.status !== 'rejected' && at(start, end, offset)
    })
    .map((statement): Lying => ({ type: 'statement', statement }))
  const changes = bundle.text.corrections ?? []
  const corrected = placesOf(changes).flatMap(({ start, end }, i): Lying[] => {
    const change = changes[i]
    return change && at(start, end, offset) ? [{ type: 'correction', change, start }] : []
  })
  const kept = bookmarks
    .filter(({ anchor, orphan, ...one }) => !orphan && one.reading === reading && at(anchor.start, anchor.end, offset))
    .map((bookmark): Lying => ({ type: 'bookmark', bookmark }))
  return [...marked, ...stated, ...corrected, ...kept]
}

/** Names something that lies somewhere among all that lies there. */
export function lyingKey(lying: Lying): string {
  if (lying.type === 'annotation') return lying.id
  if (lying.type === 'statement') return lying.statement.key
  if (lying.type === 'correction') return `correction ${lying.start}`
  return lying.bookmark.id
}
