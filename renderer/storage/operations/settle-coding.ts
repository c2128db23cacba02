import type { Span } from '#shared/model/anchor'
import { type AlsoCoded, type Annotation, codersOf } from '#shared/model/annotation'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { makeAnchor } from '#shared/text/anchor'
import type { ProposedChange } from '../changes'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { now } from './now'

/** A passage to which some authors gave a code and others did not. Offsets are those of the report's text. */
export interface DisputedCoding extends Span {
  report: string
  code: string
  /** Name of the code, for the history. */
  name: string
}

const put = (annotation: Annotation): ProposedChange => ({
  table: 'annotations',
  key: annotation.id,
  after: annotation,
})

/** The entries of all who are named apart on an annotation, without those that say nothing of their own. */
function withCoders(annotation: Annotation, coders: readonly AlsoCoded[]): Annotation {
  const { author, codes } = annotation
  const own = coders.find((one) => one.author === author)
  const others = coders.filter((one) => one.author !== author)
  const named = new Set(others.flatMap((one) => one.codes))
  const lacks = own !== undefined && codes.some((code) => named.has(code) && !own.codes.includes(code))
  return { ...annotation, also: lacks ? [...others, own] : others, updatedAt: now() }
}

/** An annotation to which authors say yes who had not given it the code. */
function agreed(annotation: Annotation, code: string, authors: readonly string[]): Annotation {
  const coders = codersOf(annotation)
  const known = new Set(coders.map(({ author }) => author))
  const joined = coders.map((one) =>
    authors.includes(one.author) && !one.codes.includes(code) ? { ...one, codes: [...one.codes, code] } : one,
  )
  const added = authors.filter((author) => !known.has(author)).map((author) => ({ author, at: now(), codes: [code] }))
  return withCoders(annotation, [...joined, ...added])
}

/** What of an annotation lies outside of a span, without white space at the ends. */
function outside(text: string, { start, end }: Span, cut: Span): Span[] {
  const parts = [
    { start, end: Math.min(end, cut.start) },
    { start: Math.max(start, cut.end), end },
  ]
  return parts.flatMap((part) => {
    const words = text.slice(part.start, part.end)
    if (part.end <= part.start || words.trim() === '') return []
    const from = part.start + (words.length - words.trimStart().length)
    return [{ start: from, end: from + words.trim().length }]
  })
}

/** An annotation that no longer gives a code to a span; what of it lies outside keeps the code. */
function withdrawn(annotation: Annotation, { code, ...cut }: DisputedCoding, text: string): ProposedChange[] {
  const rest = annotation.codes.filter((one) => one !== code)
  const parts = outside(text, annotation.anchor, cut)
  const only = (one: AlsoCoded): AlsoCoded => ({ ...one, codes: one.codes.filter((other) => other === code) })
  const part = (span: Span, id: string): Annotation => ({
    ...annotation,
    id,
    anchor: makeAnchor(text, span.start, span.end),
    codes: [code],
    also: annotation.also.map(only).filter(({ codes }) => codes.length > 0),
    updatedAt: now(),
  })
  const stays = rest.length > 0 || (annotation.memo !== '' && parts.length === 0)
  if (!stays) {
    const [first, second] = parts
    if (!first) return [{ table: 'annotations', key: annotation.id, after: null }]
    return [put(part(first, annotation.id)), ...(second ? [put({ ...part(second, newId()), memo: '' })] : [])]
  }
  const also = annotation.also.map((one) => ({ ...one, codes: one.codes.filter((other) => other !== code) }))
  const left = { ...annotation, codes: rest, also, updatedAt: now() }
  return [put(left), ...parts.map((span) => put({ ...part(span, newId()), memo: '' }))]
}

/**
 * Settles a passage that authors have coded otherwise, as one undoable step.
 * @param word `code`: all of the authors give it the code, as those did who gave it; `none`: nobody does. What lies
 * outside of the passage stays as it is.
 * @returns null where nothing is different any more
 * @throws StorageError when the report or its text is gone
 */
export function settleCoding(
  session: Session,
  disputed: DisputedCoding,
  word: 'code' | 'none',
  authors: readonly string[],
): Promise<JournalEntry | null> {
  const { report: id, code, start, end, name } = disputed
  return session.write(message(`agreement.step.${word}`, { name }), async () => {
    const report = await session.db.reports.get(id)
    const text = report && (await session.db.texts.get(report.reading))
    if (!text) throw new StorageError(message('project.write.gone', { table: 'reports' }))
    const all = await session.db.annotations.where('report').equals(id).toArray()
    const own = all.filter(
      ({ anchor, codes, orphan }) => !orphan && codes.includes(code) && anchor.start < end && start < anchor.end,
    )
    if (word === 'code') return own.map((annotation) => put(agreed(annotation, code, authors)))
    return own.flatMap((annotation) => withdrawn(annotation, disputed, text.text))
  })
}
