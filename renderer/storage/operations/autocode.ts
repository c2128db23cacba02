import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import { type Message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { makeAnchor } from '#shared/text/anchor'
import type { ProposedChange } from '../changes'
import type { ProjectDatabase } from '../database'
import { groupBy } from '../group-by'
import type { Session } from '../session'
import { within } from '../within'
import { now } from './now'

/** A passage that is to be coded, as a scan found it; see `ScanHit` for its fields. */
export interface FoundPassage {
  source: string
  reading: string
  report: string | null
  start: number
  mark: Span
  characters: number
  hit: string
}

/** How many passages were coded. */
export interface CodedCounts {
  /** Passages that got a code. */
  count: number
  /** Reports that they stand in; a source without a report counts as one. */
  reports: number
}

/** What became of the passages. */
export interface Autocoded extends CodedCounts {
  /** Null when nothing was different. */
  entry: JournalEntry | null
  /** Passages that had all the codes already. */
  unchanged: number
  /** Passages that are no longer where they were found: the text was corrected or read anew since. */
  lost: number
}

/** What is coded, and how. */
export interface Autocoding {
  /** Codes that every passage gets. */
  codes: readonly string[]
  /** The saved rule that it is done by, null for none. */
  rule: string | null
  /** The name of the step, for the history. */
  operation: (counts: CodedCounts) => Message
}

/** Passages that are coded at once; more would keep the window busy. */
const PART = 200

/** What is stored about the sources of some passages. */
interface Stored {
  texts: ReadonlyMap<string, string>
  /** By reading and span. */
  annotations: ReadonlyMap<string, Annotation>
}

const spanName = (reading: string, { start, end }: Span): string => `${reading} ${start} ${end}`

async function storedOf(db: ProjectDatabase, passages: readonly FoundPassage[]): Promise<Stored> {
  const hashes = [...groupBy(passages, ({ source }) => source).keys()]
  const sources = await db.sources.bulkGet(hashes)
  const texts = await db.texts.bulkGet(sources.flatMap((source) => (source && !source.hidden ? [source.reading] : [])))
  // Source by source, all asked for at once: of several in one request, rows come one by one.
  const annotations = await Promise.all(hashes.map((hash) => db.annotations.where('source').equals(hash).toArray()))
  const placed = annotations.flat().filter(({ orphan }) => !orphan)
  return {
    texts: new Map(texts.flatMap((one) => (one ? [[one.reading, one.text] as const] : []))),
    annotations: new Map(placed.map((one) => [spanName(one.reading, one.anchor), one])),
  }
}

const stands = (text: string, { characters, hit, start, mark }: FoundPassage): boolean =>
  text.length === characters && mark.end <= text.length && text.startsWith(hit, start)

/** Passages one after the other, and what becomes of them. */
class Coder {
  readonly #author: string
  readonly #by: Pick<Autocoding, 'codes' | 'rule'>
  readonly #reports = new Set<string>()
  count = 0
  unchanged = 0
  lost = 0

  constructor(author: string, by: Pick<Autocoding, 'codes' | 'rule'>) {
    this.#author = author
    this.#by = by
  }

  get counts(): CodedCounts {
    return { count: this.count, reports: this.#reports.size }
  }

  /** The changes that code some passages. */
  changes(passages: readonly FoundPassage[], { texts, annotations }: Stored): ProposedChange[] {
    const at = now()
    return passages.flatMap((passage): ProposedChange[] => {
      const text = texts.get(passage.reading)
      if (text === undefined || !stands(text, passage)) {
        this.lost++
        return []
      }
      const known = annotations.get(spanName(passage.reading, passage.mark))
      const after = known ? this.#added(known, at) : this.#made(passage, text, at)
      if (!after) {
        this.unchanged++
        return []
      }
      this.count++
      this.#reports.add(passage.report ?? passage.source)
      return [{ table: 'annotations', key: after.id, after }]
    })
  }

  /** An annotation of the same passage with the codes that it lacks; null where it lacks none. */
  #added(known: Annotation, at: string): Annotation | null {
    const missing = this.#by.codes.filter((code) => !known.codes.includes(code))
    return missing.length === 0 ? null : { ...known, codes: [...known.codes, ...missing], updatedAt: at }
  }

  #made({ source, reading, report, mark }: FoundPassage, text: string, at: string): Annotation {
    return {
      id: newId(),
      source,
      reading,
      report,
      anchor: makeAnchor(text, mark.start, mark.end),
      codes: [...this.#by.codes],
      memo: '',
      author: this.#author,
      rule: this.#by.rule,
      createdAt: at,
      updatedAt: at,
      orphan: false,
      also: [],
    }
  }
}

/**
 * Codes any number of passages in one undoable step; the window stays free meanwhile. A passage that is annotated as a
 * whole gets the codes that it lacks, any other a new annotation. No two passages may have the same mark.
 * @param told how many passages are done, after each part
 */
export async function autocode(
  session: Session,
  passages: readonly FoundPassage[],
  { codes, rule, operation }: Autocoding,
  told: (done: number) => void = () => undefined,
): Promise<Autocoded> {
  const coder = new Coder(session.author, { codes, rule })
  const entry =
    codes.length === 0
      ? null
      : await session.writeInParts(
          () => operation(coder.counts),
          async (make) => {
            for (let at = 0; at < passages.length; at += PART) {
              const part = passages.slice(at, at + PART)
              const changes = coder.changes(part, await within(storedOf(session.db, part)))
              if (changes.length > 0) await within(make(changes))
              told(Math.min(at + PART, passages.length))
            }
          },
        )
  return { entry, ...coder.counts, unchanged: coder.unchanged, lost: coder.lost }
}
