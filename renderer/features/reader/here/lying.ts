import type { Bookmark } from '#shared/model/bookmark'
import type { Code } from '#shared/model/code'
import type { TextChange } from '#shared/model/correction'
import { placesOf } from '#shared/text/corrections'
import type { ReviewMatter, ReviewStatement } from '../../../storage'
import type { OpenReader } from '../active'
import { markOf, quantitySpan } from '../marks'

/** Something that lies at a place of the text. */
export type Lying =
  | { type: 'annotation'; id: string; codes: readonly Code[]; memo: string; author: string }
  | { type: 'statement'; statement: ReviewStatement }
  | { type: 'matter'; matter: ReviewMatter }
  | { type: 'correction'; change: TextChange; start: number; by?: string }
  | { type: 'bookmark'; bookmark: Bookmark }

type Material = Pick<OpenReader, 'annotations' | 'codes' | 'statements' | 'matters' | 'bundle'>

/** Both borders count, so that a caret behind the last letter is still there. */
const at = (start: number, end: number, offset: number): boolean => start <= offset && offset <= end

/**
 * Everything that lies at an offset: annotations, the shortest first, statements, matters, corrections and bookmarks.
 */
export function lyingAt(
  { annotations, codes, statements, matters, bundle }: Material,
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
  const mattering = matters
    .filter((one) => {
      // Most lie elsewhere, and the words of an item are looked for only here.
      if (one.status === 'rejected' || one.orphan || !at(one.content.start, one.content.end, offset)) return false
      const { start, end } = markOf(bundle.text.text, one)
      return at(start, end, offset)
    })
    .map((matter): Lying => ({ type: 'matter', matter }))
  const changes = bundle.text.corrections ?? []
  const corrected = placesOf(changes).flatMap(({ start, end }, i): Lying[] => {
    const change = changes[i]
    return change && at(start, end, offset) ? [{ type: 'correction', change, start }] : []
  })
  const kept = bookmarks
    .filter(({ anchor, orphan, ...one }) => !orphan && one.reading === reading && at(anchor.start, anchor.end, offset))
    .map((bookmark): Lying => ({ type: 'bookmark', bookmark }))
  return [...marked, ...stated, ...mattering, ...corrected, ...kept]
}

/** Names something that lies somewhere among all that lies there. */
export function lyingKey(lying: Lying): string {
  if (lying.type === 'annotation') return lying.id
  if (lying.type === 'statement') return lying.statement.key
  if (lying.type === 'matter') return lying.matter.key
  if (lying.type === 'correction') return `correction ${lying.start}`
  return lying.bookmark.id
}
