import type { Correction } from '#shared/model/correction'
import { type Message, message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { ProposedChange } from '../changes'
import { proposeCorrections, proposeRemoval } from '../corrections/correct'
import { StoppedError } from '../errors'
import { groupBy } from '../group-by'
import type { Session } from '../session'
import { within } from '../within'
import { now } from './now'

/** What stands in a text in place of what was read. */
export interface NewCorrection {
  source: string
  /** UTF-16 offsets in the corrected text as it stands. */
  start: number
  end: number
  replacement: string
  /**
   * The text as it was looked at: what stood in the place, and how long the text was. Where that is no longer so, since
   * another window has corrected it, nothing is corrected.
   */
  seen?: { words: string; characters: number }
}

/** How far a step over many sources is, and the way to break it off: then nothing of it is done. */
export interface StepProgress {
  told?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Sources that are corrected between two moments in which the window is free. */
const AT_ONCE = 8

const EXCERPT = 20
const excerpt = (words: string): string => (words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words)

/** Makes the changes of many sources part by part, in one step. */
function bySource(
  session: Session,
  operation: Message,
  hashes: readonly string[],
  propose: (hash: string) => Promise<ProposedChange[]>,
  { told, signal }: StepProgress,
): Promise<JournalEntry | null> {
  return session.writeInParts(operation, async (make) => {
    for (let at = 0; at < hashes.length; at += AT_ONCE) {
      if (signal?.aborted) throw new StoppedError()
      told?.(at, hashes.length)
      let changes: ProposedChange[] = []
      for (const hash of hashes.slice(at, at + AT_ONCE)) {
        changes.push(...(await within(propose(hash))))
        // A link may have its other venture in the next source: what comes of it there begins with what it is now.
        if (!changes.some(({ table }) => table === 'ventureLinks')) continue
        await within(make(changes))
        changes = []
      }
      await within(make(changes))
    }
    told?.(hashes.length, hashes.length)
  })
}

/**
 * Corrects the text of any number of sources in one undoable step. The text as it was read is kept; annotations,
 * bookmarks and touched statements move along, and what was read in the text is read again. A correction that concerns
 * earlier ones becomes one with them. Of two that overlap the later one counts.
 * @returns null when the texts are as wanted already
 * @throws StorageError `project.write.gone` when a source has no text, `project.write.textMoved` when a place is not as
 * it was seen; nothing is changed then
 */
export function addCorrections(
  session: Session,
  made: readonly NewCorrection[],
  progress: StepProgress = {},
): Promise<JournalEntry | null> {
  const sources = groupBy(made, ({ source }) => source)
  const [first] = made
  const operation =
    first && made.length === 1
      ? message('project.history.textCorrected', { replacement: excerpt(first.replacement) })
      : message('project.history.textsCorrected', { count: made.length, sources: sources.size })
  const by = { author: session.author, at: now() }
  const propose = (hash: string) => proposeCorrections(session.db, hash, sources.get(hash) ?? [], by)
  return bySource(session, operation, [...sources.keys()], propose, progress)
}

/** Takes corrections back: the text as it was read stands there again. One undoable step; null when none is there. */
export async function removeCorrections(
  session: Session,
  ids: readonly string[],
  progress: StepProgress = {},
): Promise<JournalEntry | null> {
  const records = (await session.db.corrections.bulkGet([...ids])).flatMap((record): Correction[] =>
    record ? [record] : [],
  )
  const [first] = records
  if (!first) return null
  const sources = groupBy(records, ({ source }) => source)
  const operation =
    records.length === 1
      ? message('project.history.correctionRemoved', { original: excerpt(first.anchor.quote) })
      : message('project.history.correctionsRemoved', { count: records.length })
  const by = { author: session.author, at: now() }
  const wanted = new Set(ids)
  return bySource(
    session,
    operation,
    [...sources.keys()],
    (hash) => proposeRemoval(session.db, hash, wanted, by),
    progress,
  )
}
