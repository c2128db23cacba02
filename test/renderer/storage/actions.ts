import fc from 'fast-check'
import { draftMatter } from '#shared/matters/draft'
import { MatterType } from '#shared/model/matter'
import type { Project } from '#shared/model/project'
import { ownPlace } from '#shared/places/own-place'
import { makeAnchor } from '#shared/text/anchor'
import {
  acceptMatter,
  acceptStatement,
  addAnnotation,
  addBookmark,
  addCode,
  addCorrections,
  addMatter,
  changeMatters,
  correctionsOf,
  editMatter,
  editStatement,
  linkVentures,
  listCodes,
  listVentureLinks,
  matterRows,
  rejectMatter,
  rejectStatement,
  removeAnnotation,
  removeCorrections,
  resetMatter,
  resetStatement,
  reviewMatters,
  reviewStatements,
  type Session,
  storeReading,
  unlinkVentures,
  updateAnnotation,
  updateReport,
} from '../../../renderer/storage'
import { lastSequence } from '../../../renderer/storage/entry'
import { headsOf, nextUndo } from '../../../renderer/storage/history'
import { importText, openTexts, readFile } from './corrections/texts'
import { AT, MemoryJournal, newProject } from './fixture'

/*
 * What a user does with a project, drawn by chance: each action is one step, or none where there is nothing to do it to.
 * Tests add actions of their own.
 */

/** A project that is open; a restart gives it another session. */
export interface World {
  project: Project
  journal: MemoryJournal
  session: Session
  /** Sequence of the last step that is not taken back: the files are imported then. */
  base: number
}

/** Does something; `pick` chooses among what is there. */
export type Action = (world: World, pick: number) => Promise<unknown>

/** One of a list, null where it is empty. */
export const oneOf = <T>(list: readonly T[], pick: number): T | null => list[pick % Math.max(1, list.length)] ?? null

/** A source with the text of its present reading. */
export async function someText({ session: { db } }: World, pick: number) {
  const source = oneOf(await db.sources.filter(({ hidden }) => !hidden).toArray(), pick)
  const row = source && (await db.texts.get(source.reading))
  return source && row ? { source, row, reports: await db.reports.where('source').equals(source.hash).toArray() } : null
}

/** A span somewhere in a text, a few characters long, that cuts no surrogate pair. */
export function someSpan(text: string, pick: number) {
  const start = (pick * 37) % Math.max(1, text.length - 12)
  const [from, to] = [start, start + 1 + (pick % 7)].map((at) =>
    /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at,
  )
  return { start: from ?? 0, end: to ?? 0 }
}

const annotate: Action = async (world, pick) => {
  const found = await someText(world, pick)
  if (!found) return
  const { source, row, reports } = found
  const { start, end } = someSpan(row.text, pick)
  const report = reports.find((one) => one.start <= start && end <= one.end)?.id ?? null
  const codes = (await listCodes(world.session.db)).slice(0, pick % 3).map(({ id }) => id)
  const anchor = makeAnchor(row.text, start, end)
  await addAnnotation(world.session, { source: source.hash, reading: row.reading, report, anchor, codes, memo: '' })
}

const bookmark: Action = async (world, pick) => {
  const found = await someText(world, pick)
  if (!found) return
  const { start, end } = someSpan(found.row.text, pick)
  const anchor = makeAnchor(found.row.text, start, end)
  await addBookmark(world.session, { source: found.source.hash, reading: found.row.reading, anchor, name: '' })
}

const move: Action = async (world, pick) => {
  const { db } = world.session
  const annotation = oneOf(await db.annotations.toArray(), pick)
  const row = annotation && (await db.texts.get(annotation.reading))
  if (!annotation || !row) return
  const { start, end } = someSpan(row.text, pick + 1)
  await updateAnnotation(world.session, annotation.id, { anchor: makeAnchor(row.text, start, end), orphan: false })
}

const onAnnotation =
  (act: (session: Session, id: string, pick: number) => Promise<unknown>): Action =>
  async ({ session }, pick) => {
    const annotation = oneOf(await session.db.annotations.toArray(), pick)
    if (annotation) await act(session, annotation.id, pick)
  }

const onStatement =
  (act: (session: Session, report: string, key: string) => Promise<unknown>): Action =>
  async ({ session }, pick) => {
    const report = oneOf(await session.db.reports.toArray(), pick)
    const statement = report && oneOf(await reviewStatements(session.db, report.id), pick)
    if (report && statement) await act(session, report.id, statement.key)
  }

const onMatter =
  (act: (session: Session, report: string, key: string) => Promise<unknown>): Action =>
  async ({ session }, pick) => {
    const report = oneOf(await session.db.reports.toArray(), pick)
    const matter = report && oneOf(await reviewMatters(session.db, report.id), pick)
    if (report && matter) await act(session, report.id, matter.key)
  }

/** Makes a matter of some words, of any type. */
const addSomeMatter: Action = async (world, pick) => {
  const found = await someText(world, pick)
  const report = found && oneOf(found.reports, pick)
  if (!found || !report) return
  const { text, joins, stretches } = found.row
  const { start } = someSpan(text.slice(report.start, report.end), pick)
  const selection = { start: report.start + start, end: Math.min(report.end, report.start + start + 4 + (pick % 9)) }
  const type = oneOf(MatterType.options, pick) ?? 'venture'
  const sections = (await world.session.db.sections.get(report.id))?.sections ?? []
  const place = ownPlace(report.place)
  const content = draftMatter({ ...report, text, joins, stretches, sections, place, selection, type })
  if (content.start < content.end) await addMatter(world.session, report.id, content)
}

/** Says of two ventures that they are the same one, or are not. */
const linkSome: Action = async ({ session }, pick) => {
  const ventures = (await matterRows(session.db, ['venture'])).map(({ report, key }) => ({ report, key }))
  const [a, b] = [oneOf(ventures, pick), oneOf(ventures, pick + 1)]
  if (a && b) await linkVentures(session, a, b, pick % 3 === 0 ? 'different' : 'same')
}

const unlinkSome: Action = async ({ session }, pick) => {
  const link = oneOf(await listVentureLinks(session.db), pick)
  if (link) await unlinkVentures(session, [link.id])
}

/** Words of a matter are misread, or the first of them was none. */
const correctMatter: Action = async ({ session }, pick) => {
  const report = oneOf(await session.db.reports.toArray(), pick)
  const matters = report ? (await reviewMatters(session.db, report.id)).filter(({ orphan }) => !orphan) : []
  const matter = oneOf(matters, pick)
  if (!matter) return
  const { start, end } = matter.content
  const [from, to] = pick % 4 === 0 ? [start, end] : [start + (pick % 3), start + (pick % 3) + 1]
  await addCorrections(session, [
    { source: matter.source, start: from, end: Math.max(from, to), replacement: oneOf(WORDS, pick) ?? '' },
  ])
}

/** What is written in place of what was misread. */
const WORDS = ['瀍', '160', '𠮷', '', '六', '增长', '5', '，', '吉利区', '\n'] as const

/** Characters by which a report is known. */
const HEAD = 120

const correct: Action = async (world, pick) => {
  const found = await someText(world, pick)
  if (!found) return
  const replacement = oneOf(WORDS, pick) ?? ''
  const span = someSpan(found.row.text, pick + 3)
  // A report whose head is spoiled is none any more: it stays while somebody has spoken on it, and no rebuild finds it.
  if (found.reports.some(({ start }) => span.start < start + HEAD && start < span.end + 2)) return
  await addCorrections(world.session, [{ source: found.source.hash, ...span, replacement }])
}

/** A number of the text is misread, or was taken for one. */
const correctNumber: Action = async (world, pick) => {
  const { session } = world
  const report = oneOf(await session.db.reports.toArray(), pick)
  const statement = report && oneOf(await reviewStatements(session.db, report.id), pick)
  if (!report || !statement) return
  const { source, start } = statement
  await addCorrections(session, [{ source, start, end: start + 1, replacement: oneOf(WORDS, pick) ?? '' }])
}

const correctEverywhere: Action = async (world, pick) => {
  const { db } = world.session
  const misread = oneOf(['漯', '1O%', '一六0', '增长'], pick) ?? ''
  const replacement = oneOf(['瀍', '10%', '160', '增速为'], pick) ?? ''
  const made = []
  for (const source of await db.sources.toArray()) {
    const text = (await db.texts.get(source.reading))?.text ?? ''
    for (let start = text.indexOf(misread); start >= 0; start = text.indexOf(misread, start + 1))
      made.push({ source: source.hash, start, end: start + misread.length, replacement })
  }
  await addCorrections(world.session, made)
}

const takeBack: Action = async (world, pick) => {
  const found = await someText(world, pick)
  if (!found) return
  const placed = await correctionsOf(world.session.db, found.source.hash)
  const ids = placed.map(({ correction }) => correction.id)
  await removeCorrections(world.session, ids.slice(pick % Math.max(1, ids.length)))
}

/** Reads a file in another encoding, with its corrections, as the importer does; in a wrong one it holds no report. */
const reread: Action = async (world, pick) => {
  const { session, journal } = world
  const found = await someText(world, pick)
  if (!found) return
  const corrections = (await correctionsOf(session.db, found.source.hash)).map(({ correction }) => correction)
  const encoding = oneOf(['utf-8', 'utf-16le', 'gb18030'] as const, pick)
  const read = await readFile(found.source.name, { encoding, corrections: pick % 2 === 0 ? corrections : [] })
  const { entry } = await storeReading(session.db, read, { author: '甲', at: AT })
  if (entry) await journal.append([entry])
}

/** Closes the project and opens it again. */
export const restart: Action = async (world) => {
  world.session.close()
  world.session = (await openTexts(world.project, world.journal)).session
}

/** Takes the last step back; false where none is left but those by which the project began. */
export async function undoOne({ session, base }: World): Promise<boolean> {
  const next = await nextUndo(headsOf(session.db), await lastSequence(session.db))
  if (!next || next.sequence <= base) return false
  await session.undo()
  return true
}

/** All actions by their names. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  annotate,
  annotateMore: (world, pick) => annotate(world, pick * 3 + 1),
  bookmark,
  move,
  addCode: ({ session }, pick) => addCode(session, { name: `编码${pick}` }),
  code: onAnnotation(async (session, id, pick) => {
    const code = oneOf(await listCodes(session.db), pick)
    if (code) await updateAnnotation(session, id, { codes: [code.id] })
  }),
  memo: onAnnotation((session, id, pick) => updateAnnotation(session, id, { memo: `备忘${pick}` })),
  remove: onAnnotation((session, id) => removeAnnotation(session, id)),
  accept: onStatement(acceptStatement),
  reject: onStatement(rejectStatement),
  edit: onStatement((session, report, key) => editStatement(session, report, key, { basis: '可比价' })),
  reset: onStatement(resetStatement),
  acceptMatter: onMatter(acceptMatter),
  rejectMatter: onMatter(rejectMatter),
  editMatter: onMatter((session, report, key) => editMatter(session, report, key, { due: '年底前' })),
  resetMatter: onMatter(resetMatter),
  acceptMatters: async ({ session }) => {
    const rows = await matterRows(session.db, MatterType.options)
    await changeMatters(session, rows, { type: 'accept' })
  },
  addMatter: addSomeMatter,
  linkVentures: linkSome,
  unlinkVentures: unlinkSome,
  correctMatter,
  year: async ({ session }, pick) => {
    const report = oneOf(await session.db.reports.toArray(), pick)
    if (report) await updateReport(session, report.id, { year: 2000 + (pick % 30) })
  },
  correct,
  correctMore: (world, pick) => correct(world, pick * 5 + 2),
  correctNumber,
  correctEverywhere,
  takeBack,
  reread,
  undo: undoOne,
  redo: ({ session }) => session.redo(),
  restart,
}

/** Any sequence of actions. */
export const someActions = (names: readonly string[] = Object.keys(ACTIONS), maxLength = 25) =>
  fc.array(fc.record({ name: fc.constantFrom(...names), pick: fc.nat(200) }), { maxLength, size: 'max' })

/** A new project with these files. */
export async function newWorld(...names: string[]): Promise<World> {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await openTexts(project, journal)
  for (const name of names) await importText(session.db, journal, name)
  return { project, journal, session, base: await lastSequence(session.db) }
}
