import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  acceptStatement,
  addAnnotation,
  addCode,
  confirmReports,
  editStatement,
  groupReports,
  hideSource,
  listCodes,
  rejectStatement,
  removeAnnotation,
  removeCode,
  resetStatement,
  reviewStatements,
  type Session,
  StorageError,
  setMainVersion,
  showSource,
  storeReading,
  ungroupReport,
  updateAnnotation,
  updateCode,
  updateReport,
} from '../../../renderer/storage'
import { engineStatements, packCells, touchedOf } from '../../../renderer/storage/derive'
import {
  AT,
  dump,
  hashOf,
  importFile,
  MemoryJournal,
  newProject,
  open,
  readIn,
  restoreReadings,
  TEXT,
  truly,
} from './fixture'

interface World {
  session: Session
  journal: MemoryJournal
}

/** A step; `pick` chooses among the records that are there. */
type Step = (world: World, pick: number) => Promise<unknown>

const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

const onStatement =
  (act: (session: Session, report: string, key: string) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const report = at(await session.db.reports.toArray(), pick)
    if (!report) return
    const statement = at(await reviewStatements(session.db, report.id), pick)
    if (statement) await act(session, report.id, statement.key)
  }

const onCode =
  (act: (session: Session, id: string, other: string) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const codes = await listCodes(session.db)
    const [code, other] = [at(codes, pick), at(codes, pick + 1)]
    if (code && other) await act(session, code.id, other.id)
  }

const onAnnotation =
  (act: (session: Session, id: string, pick: number) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const annotation = at(await session.db.annotations.toArray(), pick)
    if (annotation) await act(session, annotation.id, pick)
  }

const annotate: Step = async ({ session }, pick) => {
  const source = at(await session.db.sources.toArray(), pick)
  if (!source) return
  const codes = (await listCodes(session.db)).slice(0, pick % 3).map(({ id }) => id)
  const anchor = { start: pick, end: pick + 2, quote: TEXT.slice(pick, pick + 2), prefix: '', suffix: '' }
  await addAnnotation(session, { source: source.hash, reading: source.reading, report: null, anchor, codes, memo: '' })
}

const onReports =
  (act: (session: Session, id: string, other: string) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const reports = await session.db.reports.toArray()
    const [report, other] = [at(reports, pick), at(reports, pick + 1)]
    if (report && other) await act(session, report.id, other.id)
  }

const onSource =
  (act: (session: Session, hash: string) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const source = at(await session.db.sources.toArray(), pick)
    if (source) await act(session, source.hash)
  }

const ENCODINGS = [null, 'big5', 'utf-16le', 'utf-16be'] as const

/** Reads a visible source in another encoding, as the importer does. */
const reread: Step = async ({ session, journal }, pick) => {
  const source = at(await session.db.sources.filter(({ hidden }) => !hidden).toArray(), pick)
  if (!source) return
  const again = readIn(Number.parseInt(source.name, 10), at(ENCODINGS, pick) ?? null)
  const { entry } = await storeReading(session.db, again, { author: '甲', at: AT })
  if (entry) await journal.append([entry])
}

const STEPS: Record<string, Step> = {
  import: ({ session, journal }, pick) => importFile(session.db, journal, pick % 4, truly(pick % 4)),
  reread,
  hide: onSource(hideSource),
  show: onSource(showSource),
  confirm: onReports((session, id) => confirmReports(session, [id], ['place', 'kind'])),
  group: onReports((session, id, other) => groupReports(session, [id, other])),
  ungroup: onReports((session, id) => ungroupReport(session, id)),
  main: onReports((session, id) => setMainVersion(session, id)),
  addCode: ({ session }, pick) => addCode(session, { name: `编码${pick}` }),
  updateCode: onCode((session, id) => updateCode(session, id, { definition: '定义', key: 1 })),
  moveCode: onCode((session, id, other) => updateCode(session, id, { parent: other }).catch(() => null)),
  removeCode: onCode((session, id) => removeCode(session, id)),
  annotate,
  memo: onAnnotation((session, id, pick) => updateAnnotation(session, id, { memo: `备忘${pick}` })),
  removeAnnotation: onAnnotation((session, id) => removeAnnotation(session, id)),
  accept: onStatement(acceptStatement),
  reject: onStatement(rejectStatement),
  edit: onStatement((session, report, key) => editStatement(session, report, key, { indicator: '别的', value: 1 })),
  reset: onStatement(resetStatement),
  year: async ({ session }, pick) => {
    const report = at(await session.db.reports.toArray(), pick)
    if (report) await updateReport(session, report.id, { year: 2000 + pick })
  },
  undo: ({ session }) => session.undo(),
  redo: ({ session }) => session.redo(),
  goTo: async ({ session, journal }, pick) => session.goTo(pick % (journal.last + 1)),
  reopen: async (world) => {
    world.session.close()
    world.session = (await opened(world.session.project, world.journal)).session
  },
}

/**
 * What was picked may be gone a moment later: after a step that gave a source another reading, its reports and statements
 * are found anew behind the open project. The step is refused then, and nothing has happened.
 */
function unlessGone(error: unknown): void {
  if (!(error instanceof StorageError) || error.reason.key !== 'project.write.gone') throw error
}

const opened = (project: Session['project'], journal: MemoryJournal) =>
  open(project, journal, { restore: restoreReadings(project.id) })

/** What stays when every step is taken back: the sources that were ever imported, hidden, as they came. */
async function nothingButHidden(numbers: readonly number[]) {
  const project = newProject()
  const { session } = await opened(project, new MemoryJournal())
  const journal = new MemoryJournal()
  for (const n of numbers) await importFile(session.db, journal, n, truly(n))
  for (const n of numbers) await hideSource(session, hashOf(n)).catch(() => null)
  const records = await recordsOf(session)
  session.close()
  return records
}

/** All records; readings and texts only those that are shown: the others are kept, or not, as it came. */
async function recordsOf({ db }: Session): Promise<Record<string, unknown[]>> {
  const records = await dump(db, ['journalMirror', 'meta', 'readings', 'texts'])
  const shown = (await db.sources.toArray()).map(({ reading }) => reading)
  const [readings, texts] = await Promise.all([db.readings.bulkGet(shown), db.texts.bulkGet(shown)])
  return { ...records, readings, texts }
}

async function expectDerived({ db }: Session): Promise<void> {
  for (const report of await db.reports.toArray()) {
    const engine = await engineStatements(db, report.id)
    const touched = await touchedOf(db, report)
    expect(await db.cells.get(report.id)).toEqual(packCells(report, engine, touched))
  }
}

it('takes any sequence of steps back to nothing, and forth again, and is rebuilt as it was', async () => {
  const step = fc.record({ name: fc.constantFrom(...Object.keys(STEPS)), pick: fc.nat(20) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const journal = new MemoryJournal()
      const world: World = { session: (await opened(newProject(), journal)).session, journal }
      for (const { name, pick } of steps) await STEPS[name]?.(world, pick).catch(unlessGone)
      const { session } = world
      await session.refresh()
      await expectDerived(session)
      expect(journal.entries).toEqual(await session.db.journalMirror.toArray())
      const full = await recordsOf(session)
      let undone = 0
      while ((await session.undo()) !== null) undone += 1
      await session.refresh()
      const imported = [0, 1, 2, 3].filter((n) => JSON.stringify(full.sources).includes(hashOf(n)))
      expect(await recordsOf(session)).toEqual(await nothingButHidden(imported))
      await expectDerived(session)
      for (let n = 0; n < undone; n++) await session.redo()
      await session.refresh()
      expect(await recordsOf(session)).toEqual(full)
      expect(journal.entries).toEqual(await session.db.journalMirror.toArray())
      for (const table of session.db.tables) await table.clear()
      session.close()
      const { session: rebuilt } = await opened(session.project, journal)
      await rebuilt.refresh()
      expect(await recordsOf(rebuilt)).toEqual(full)
      rebuilt.close()
    }),
    { numRuns: 40 },
  )
})
