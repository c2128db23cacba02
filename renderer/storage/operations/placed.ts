import type { Anchor, Span } from '#shared/model/anchor'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'
import type { ProjectDatabase } from '../database'
import { sameValue } from '../equal'
import { within } from '../within'

/** A mark on a passage of a text. */
interface Mark {
  source: string
  reading: string
  anchor: Anchor
  orphan: boolean
}

/** The text of a source as it stands. */
interface Present {
  reading: string
  text: string
}

/**
 * The text that marks were set in last: one of a million characters is not read again for each of them. A text is known
 * by its reading and by the corrections that are laid over it.
 */
const lastText = new WeakMap<ProjectDatabase, Present & { name: string }>()

async function presentText(db: ProjectDatabase, hash: string): Promise<Present | null> {
  const [source, corrections] = await Promise.all([
    db.sources.get(hash),
    db.corrections.where('source').equals(hash).primaryKeys(),
  ])
  if (!source) return null
  const { reading } = source
  const name = [reading, ...corrections].join(' ')
  const last = lastText.get(db)
  if (last?.name === name) return last
  const row = await db.texts.get(reading)
  if (!row) return null
  const present = { name, reading, text: row.text }
  lastText.set(db, present)
  return present
}

/** The nearest place where the quote stands between the very same words, or the one that is most like its own. */
function spanIn(text: string, anchor: Anchor): Span | null {
  const { start, quote, prefix, suffix } = anchor
  const words = prefix + quote + suffix
  const from = Math.max(0, start - prefix.length)
  if (quote !== '') {
    const [behind, ahead] = [text.lastIndexOf(words, from), text.indexOf(words, from)]
    const at = behind < 0 || (ahead >= 0 && ahead - from < from - behind) ? ahead : behind
    if (at >= 0) return { start: at + prefix.length, end: at + prefix.length + quote.length }
  }
  return resolveAnchor(text, anchor)
}

function markIn<T extends Mark>(present: Present | null, mark: T): T {
  if (!present || mark.orphan) return mark
  const { reading, text } = present
  const span = spanIn(text, mark.anchor)
  if (!span) return { ...mark, reading, orphan: true }
  const anchor = makeAnchor(text, span.start, span.end)
  return reading === mark.reading && sameValue(anchor, mark.anchor) ? mark : { ...mark, reading, anchor }
}

/**
 * Marks as they stand in the texts that are stored, inside the running transaction: a window may show a text for a moment
 * that another one has corrected, or read in another way. One whose words are gone is kept as an orphan, as if it had
 * been set just before.
 */
export async function placed<T extends Mark>(db: ProjectDatabase, marks: readonly T[]): Promise<T[]> {
  const texts = new Map<string, Present | null>()
  for (const source of new Set(marks.map((mark) => mark.source)))
    texts.set(source, await within(presentText(db, source)))
  return marks.map((mark) => markIn(texts.get(mark.source) ?? null, mark))
}
