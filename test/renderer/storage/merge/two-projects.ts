import type { Choice } from '#shared/exchange/merge/merge-types'
import { message } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import {
  addAnnotation,
  addCode,
  annotationsOf,
  getSourceBundle,
  mergeProject,
  planMerge,
  readPackage,
  readTouches,
  type Session,
} from '../../../../renderer/storage'
import { hashOf, importText, openTexts } from '../corrections/texts'
import { MemoryJournal, newProject } from '../fixture'

/* Two projects of one file each, in memory, and the merge of one into the other. */

export const HASH = hashOf('1.txt')

/** A project of somebody's own with a file in it. */
export async function opened(author: string, journal = new MemoryJournal(), file: string | null = '1.txt') {
  const project = newProject()
  const { session } = await openTexts(project, journal)
  session.author = author
  if (file) await importText(session.db, journal, file)
  return { project, journal, session }
}

/** The same project at another's desk: both have a common past. */
export async function copied({ journal }: Opened, author: string) {
  const copy = new MemoryJournal()
  await copy.append(journal.entries)
  return opened(author, copy, null)
}

export type Opened = Awaited<ReturnType<typeof opened>>

/** The text of the file, corrected. */
export const textOf = async ({ db }: Session) => (await getSourceBundle(db, HASH))?.text.text ?? ''

/** Where words stand in the text of the file. */
export async function span(session: Session, words: string) {
  const text = await textOf(session)
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`no ${words}`)
  return { source: HASH, start, end: start + words.length }
}

/** Annotates words. */
export async function annotate(session: Session, quote: string, codes: string[] = [], memo = '') {
  const bundle = await getSourceBundle(session.db, HASH)
  const { start, end } = await span(session, quote)
  const anchor = makeAnchor(await textOf(session), start, end)
  const report = bundle?.reports[0]?.report.id ?? null
  return addAnnotation(session, { source: HASH, reading: bundle?.reading.id ?? '', report, anchor, codes, memo })
}

export const code = (session: Session, name: string) => addCode(session, { name, parent: null })

/** What a merge goes by. */
export const input = async ({ session }: Opened, { journal, project }: Opened) => ({
  package: await readPackage(session.db, (after, limit) => journal.read(after, limit)),
  touches: await readTouches(session.db),
  theirProject: project.id,
})
const NAME = message('merge.step', { name: '乙' })

/** What merging would do. */
export const planOf = async (mine: Opened, theirs: Opened) => planMerge(mine.session, await input(mine, theirs))

/** Merges as the view does: what earlier decisions were shown holds. */
export async function merge(mine: Opened, theirs: Opened, settled: ReadonlyMap<string, Choice> = new Map()) {
  const { conflicts } = await planOf(mine, theirs)
  const earlier = new Map(conflicts.flatMap((one) => (one.earlier ? [[one.id, one.earlier]] : [])))
  return mergeProject(mine.session, await input(mine, theirs), { settled, earlier }, NAME)
}

/** Quotes of the annotations, and whether each is lost. */
export const quotesOf = async ({ session }: Opened) =>
  (await annotationsOf(session.db, HASH)).map(({ anchor, orphan }) => [anchor.quote, orphan]).sort()

/** The place of words, to put a mark on. */
export async function place(session: Session, words: string) {
  const { source, start, end } = await span(session, words)
  const bundle = await getSourceBundle(session.db, HASH)
  return { source, reading: bundle?.reading.id ?? '', anchor: makeAnchor(await textOf(session), start, end) }
}
