import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import {
  acceptStatement,
  addCode,
  auditSettings,
  getSourceBundle,
  hideSource,
  ledgerSettings,
  openDatabase,
  type ReconcileProgress,
  reviewStatements,
  ruleLedger,
  type Session,
  saveCitedFigure,
  saveComparison,
  saveProjectSettings,
  saveSeriesBreak,
  settleFindings,
  updateReport,
} from '../../../renderer/storage'
import { type Comparison, comparisonDefaults } from '../../../shared/model/comparison'
import {
  AT,
  dump,
  hashOf,
  importFile,
  type MemoryJournal,
  opened,
  open as openWith,
  restoreInto,
  truly,
} from './fixture'

const open: typeof openWith = (project, journal, options = {}) =>
  openWith(project, journal, { restore: restoreInto(project.id, truly), ...options })

afterEach(() => vi.restoreAllMocks())

const COMPARISON: Comparison = {
  ...comparisonDefaults(),
  id: '00000000-0000-4000-8000-000000000001',
  name: '两区对比',
  places: ['410304'],
  years: ['2023'],
  indicators: ['gdp'],
  role: 'both',
  kind: 'level',
  view: 'bar',
  author: '甲',
  updatedAt: AT,
}

/** A project with two sources, codes, an accepted statement and a corrected report; its session is closed. */
async function used() {
  const world = await opened(truly)
  const { session, journal, report } = world
  await addCode(session, { name: '民生' })
  await acceptStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
  await importFile(session.db, journal, 2, truly(2))
  await updateReport(session, report, { year: 2020, title: '改过的题目' })
  const before = await dump(session.db)
  return { ...world, before }
}

/** Makes the database what it was after entry `sequence`, by rebuilding it from that much of the journal. */
async function fallBack({ session, journal, project }: Awaited<ReturnType<typeof used>>, sequence: number) {
  const later = journal.entries.splice(sequence)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: old } = await open(project, journal)
  old.close()
  journal.entries.push(...later)
}

it.each([1, 2, 3, 4])('gives a database that ends at entry %i what only the journal has', async (sequence) => {
  const world = await used()
  await fallBack(world, sequence)
  const { session, outcome } = await open(world.project, world.journal)
  expect(outcome).toMatchObject({ kind: 'caughtUp', entries: 5 - sequence, sources: sequence < 4 ? 1 : 0 })
  expect(await dump(session.db)).toEqual(world.before)
  session.close()
})

it('sends to the journal what only the database has', async () => {
  const { session, journal, project } = await used()
  session.close()
  const lost = journal.entries.splice(2)
  const { session: again, outcome } = await open(project, journal)
  expect(outcome).toMatchObject({ kind: 'pushed', entries: 3 })
  expect(journal.entries.slice(2)).toEqual(lost)
  again.close()
})

const DAMAGES: [string, (session: Session, journal: MemoryJournal) => Promise<unknown>][] = [
  ['lost its sources', ({ db }) => db.sources.clear()],
  ['lost a mirror entry', ({ db }) => db.journalMirror.delete(2)],
  ['lost its last sequence', ({ db }) => db.meta.delete('lastSequence')],
  ['has another history', ({ db }) => db.journalMirror.update(5, { author: '别人' })],
]

it.each(DAMAGES)('rebuilds a database that %s', async (_, damage) => {
  const { session, journal, project, before } = await used()
  await damage(session, journal)
  session.close()
  const { session: again, outcome } = await open(project, journal)
  expect(outcome).toMatchObject({ kind: 'rebuilt', entries: 5, sources: 2, missing: [] })
  expect(await dump(again.db)).toEqual(before)
  again.close()
})

it('starts again when the database cannot be opened', async () => {
  const { session, journal, project, before } = await used()
  session.close()
  const broken = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError')
  })
  const { session: again, outcome } = await open(project, journal)
  expect(broken).toHaveBeenCalled()
  expect(outcome.kind).toBe('rebuilt')
  expect(await dump(again.db)).toEqual(before)
  again.close()
})

it('brings back what was said of ledger and audit when the database was deleted', async () => {
  const { session, journal, project, report } = await used()
  const source = hashOf(1)
  await ruleLedger(session, [{ target: { report, key: '0:8%:地区生产总值' }, source, verdict: 'met', note: '可比' }])
  await ruleLedger(session, [{ target: { report, key: '0:5个:停车场' }, source, pairing: 'none' }])
  await session.undo()
  await settleFindings(session, [{ finding: 'growth|a', source }], { judgement: 'explained', note: '区划调整' })
  await settleFindings(session, [{ finding: 'growth|a', source }], { judgement: 'fine', note: '' })
  const figure = { indicator: 'gdp', kind: 'growth', value: 4.3, high: null, unit: '%', comparator: 'eq' } as const
  const cited = { ...figure, basis: '', subset: '', genre: 'bulletin', place: '410304', year: '2022' } as const
  await saveCitedFigure(session, { ...cited, citation: '2022年统计公报' })
  await saveSeriesBreak(session, { places: ['410304'], indicators: [], year: 2021, cause: 'division', note: '' })
  await saveProjectSettings(session, { ...(await ledgerSettings(session.db)), ratePoints: 1 })
  await saveProjectSettings(session, { ...(await auditSettings(session.db)), off: ['sum'], bandHigh: 8 })
  await saveComparison(session, COMPARISON)
  await hideSource(session, source)
  const before = await dump(session.db)
  for (const table of ['ledgerRulings', 'auditRulings', 'citedFigures', 'seriesBreaks', 'comparisons'])
    expect(before[table]).toHaveLength(1)
  expect(before.projectSettings).toHaveLength(2)
  await session.db.delete()
  session.close()
  const { session: again, outcome } = await open(project, journal)
  expect(outcome.kind).toBe('rebuilt')
  expect(await dump(again.db)).toEqual(before)
  again.close()
})

it('does not throw a database away because the disk is full', async () => {
  const { session, journal, project, before } = await used()
  session.close()
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(open(project, journal)).rejects.toThrow('full')
  const db = await openDatabase(project.id)
  expect(await dump(db)).toEqual(before)
  db.close()
})

it('names the sources whose originals cannot be read, and keeps the rest', async () => {
  const { session, journal, project } = await used()
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: again, outcome } = await open(project, journal, { restore: async () => undefined })
  expect(outcome).toMatchObject({ kind: 'rebuilt', missing: ['1.txt', '2.txt'] })
  expect(await again.db.codes.count()).toBe(1)
  expect(await getSourceBundle(again.db, hashOf(1))).toBeNull()
  again.close()
})

it('says how far it is, and goes on where a cut-off rebuild was', async () => {
  const { session, journal, project, before } = await used()
  for (const table of session.db.tables) await table.clear()
  session.close()
  const pages = vi.spyOn(journal, 'read').mockImplementation(async (after) => {
    if (after === 3) throw new Error('cut off')
    return { entries: journal.entries.slice(after, after + 1), last: journal.last }
  })
  await expect(open(project, journal)).rejects.toThrow('cut off')
  pages.mockRestore()
  const steps: ReconcileProgress[] = []
  const { session: again, outcome } = await open(project, journal, { onProgress: (step) => steps.push(step) })
  expect(outcome).toMatchObject({ kind: 'caughtUp', entries: 2 })
  expect(steps).toMatchObject([{ done: 3, total: 5 }])
  expect(await dump(again.db)).toEqual(before)
  again.close()
})

it('refuses a journal with a gap', async () => {
  const { session, journal, project } = await used()
  for (const table of session.db.tables) await table.clear()
  session.close()
  const [first, , ...rest] = journal.entries
  vi.spyOn(journal, 'read').mockResolvedValue({ entries: first ? [first, ...rest] : [], last: 5 })
  await expect(open(project, journal)).rejects.toMatchObject({ reason: { key: 'project.rebuild.gap' } })
})

it('rebuilds what was undone as undone, and can redo it', async () => {
  const { session, journal, project } = await used()
  await session.undo()
  await session.undo()
  const before = await dump(session.db)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: again } = await open(project, journal)
  expect(await dump(again.db)).toEqual(before)
  await again.redo()
  expect(await again.db.sources.get(hashOf(2))).toMatchObject({ hidden: false })
  again.close()
})
