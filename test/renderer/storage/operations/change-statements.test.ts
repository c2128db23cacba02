import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { AnalysedSource } from '#shared/model/analysed'
import { type ExtractedStatement, statementKey } from '#shared/model/statement'
import {
  addStatement,
  changeStatements,
  editStatement,
  listCells,
  type ReviewStatement,
  rejectStatement,
  reviewStatements,
  type Session,
  type StatementChange,
  type StatementName,
  statementsOfOtherYear,
  storeImports,
  updateReport,
} from '../../../../renderer/storage'
import {
  AT,
  analysed,
  dumpRecords,
  importFile,
  MemoryJournal,
  newProject,
  open,
  readByEngine,
  statementAt,
} from '../fixture'

/** A project with some files of three statements each. */
async function opened(files: number, made: (source: AnalysedSource) => AnalysedSource = (source) => source) {
  const [project, journal] = [newProject(), new MemoryJournal()]
  const { session } = await open(project, journal)
  for (let n = 1; n <= files; n++) await importFile(session.db, journal, n, made(analysed(n)))
  const reports = (await session.db.reports.toArray()).map(({ id }) => id)
  return { session, journal, reports }
}

const KEYS = analysed(1).reports[0]?.statements.map(statementKey) ?? []
const all = (reports: readonly string[], keys: readonly string[] = KEYS): StatementName[] =>
  reports.flatMap((report) => keys.map((key) => ({ report, key })))
const review = async (session: Session, reports: readonly string[]): Promise<ReviewStatement[]> =>
  (await Promise.all(reports.map((report) => reviewStatements(session.db, report)))).flat()
const statuses = async (session: Session, reports: readonly string[]) =>
  (await review(session, reports)).map(({ status }) => status)
const operation = (key: string, count: number) => ({ key: `project.history.${key}`, params: { count } })

it('accepts, rejects and resets many in one step', async () => {
  const { session, journal, reports } = await opened(3)
  const last = journal.last
  const accepted = await changeStatements(session, all(reports), { type: 'accept' })
  expect(accepted?.operation).toEqual(operation('statementsAccepted', 9))
  expect(journal.last).toBe(last + 1)
  expect(new Set(await statuses(session, reports))).toEqual(new Set(['accepted']))
  const rejected = await changeStatements(session, all(reports.slice(0, 2)), { type: 'reject' })
  expect(rejected?.operation).toEqual(operation('statementsRejected', 6))
  expect((await listCells(session.db)).map(({ cells }) => cells.length).sort()).toEqual([0, 0, 3])
  const reset = await changeStatements(session, all(reports), { type: 'reset' })
  expect(reset?.operation).toEqual(operation('statementsReset', 9))
  expect(await session.db.statements.count()).toBe(0)
  expect((await listCells(session.db)).every(({ cells }) => cells.length === 3)).toBe(true)
  session.close()
})

it('names a single one by what it says, as when it is changed by itself', async () => {
  const { session, reports } = await opened(1)
  const entry = await changeStatements(session, all(reports, KEYS.slice(0, 1)), { type: 'accept' })
  expect(entry?.operation).toEqual({
    key: 'project.history.statementAccepted',
    params: { indicator: '地区生产总值', quantity: '160亿元' },
  })
  const reset = await changeStatements(session, all(reports), { type: 'reset' })
  expect(reset?.operation.key).toBe('project.history.statementReset')
  session.close()
})

it('changes only what is different, and counts that', async () => {
  const { session, reports } = await opened(2)
  await changeStatements(session, all(reports.slice(0, 1)), { type: 'accept' })
  const names = all(reports)
  const entry = await changeStatements(session, [...names, ...names], { type: 'accept' })
  expect(entry?.operation).toEqual(operation('statementsAccepted', 3))
  expect(await changeStatements(session, names, { type: 'accept' })).toBeNull()
  expect(await changeStatements(session, [], { type: 'accept' })).toBeNull()
  session.close()
})

it('sets fields: what is as found is accepted, what is different edited, what was rejected stays so', async () => {
  const { session, reports } = await opened(1)
  const [report = ''] = reports
  await rejectStatement(session, report, KEYS[2] ?? '')
  await changeStatements(session, all(reports), { type: 'set', patch: { year: '2022', basis: '区本级' } })
  const after = await review(session, reports)
  expect(after.map(({ year, basis, status }) => [year, basis, status])).toEqual([
    ['2022', '区本级', 'edited'],
    ['2022', '区本级', 'edited'],
    ['2022', '区本级', 'rejected'],
  ])
  expect((await listCells(session.db))[0]?.cells.map(({ year }) => year)).toEqual(['2022', '2022'])
  await changeStatements(session, all(reports), { type: 'set', patch: { year: '2023', basis: '' } })
  expect(await statuses(session, reports)).toEqual(['accepted', 'accepted', 'rejected'])
  expect(await changeStatements(session, all(reports), { type: 'set', patch: { year: '2023' } })).toBeNull()
  session.close()
})

it('refuses a value that no statement can have, and changes nothing', async () => {
  const { session, reports } = await opened(2)
  await expect(changeStatements(session, all(reports), { type: 'set', patch: { year: '去年' } })).rejects.toMatchObject(
    { reason: { key: 'project.write.invalid', params: { field: 'year' } } },
  )
  expect(await session.db.statements.count()).toBe(0)
  session.close()
})

it('passes over what is gone, and says so where nothing is left', async () => {
  const { session, reports } = await opened(1)
  const gone = [
    { report: reports[0] ?? '', key: '0:nothing:' },
    { report: 'nowhere', key: KEYS[0] ?? '' },
  ]
  const entry = await changeStatements(session, [...gone, ...all(reports)], { type: 'accept' })
  expect(entry?.changes).toHaveLength(3)
  await expect(changeStatements(session, gone, { type: 'accept' })).rejects.toMatchObject({
    reason: { key: 'project.write.gone' },
  })
  session.close()
})

it('takes in statements made by hand and edited ones, and undo brings all back', async () => {
  const { session, reports } = await opened(2)
  const [report = ''] = reports
  const added = await addStatement(
    session,
    report,
    statementAt('5个', { indicator: '停车场', canonical: 'parking_lots' }),
  )
  await editStatement(session, report, KEYS[0] ?? '', { value: 161 })
  const before = await dumpRecords(session.db)
  const names = [...all(reports), { report, key: added.id }]
  await changeStatements(session, names, { type: 'reject' })
  expect(new Set(await statuses(session, reports))).toEqual(new Set(['rejected']))
  await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  await session.redo()
  expect(new Set(await statuses(session, reports))).toEqual(new Set(['rejected']))
  session.close()
})

it('keeps the year that the user confirmed when the report’s is corrected, tells which, and follows when asked', async () => {
  const { session, reports } = await opened(1, readByEngine)
  const [report = ''] = reports
  const keys = (await review(session, reports)).map(({ key }) => key)
  await changeStatements(session, all(reports, keys.slice(0, 2)), { type: 'accept' })
  await rejectStatement(session, report, keys[2] ?? '')
  // What the user dated otherwise is the user's word, not a leftover.
  await editStatement(session, report, keys[3] ?? '', { year: '1999' })
  expect(await statementsOfOtherYear(session.db, report)).toEqual([])
  await session.undo()
  await updateReport(session, report, { year: 2020 })
  expect((await review(session, reports)).map(({ year }) => year)).toEqual(['2023', '2023', '2023', '2019'])
  expect(await statementsOfOtherYear(session.db, report)).toEqual(all(reports, keys.slice(0, 2)))
  const entry = await changeStatements(session, all(reports, keys), { type: 'year' })
  expect(entry?.operation).toEqual(operation('statementsDated', 3))
  expect(await statementsOfOtherYear(session.db, report)).toEqual([])
  expect((await review(session, reports)).map(({ status, year }) => [status, year])).toEqual([
    ['accepted', '2019'],
    ['accepted', '2019'],
    ['rejected', '2019'],
    ['suggested', '2019'],
  ])
  await session.undo()
  expect((await review(session, reports)).map(({ year }) => year)).toEqual(['2023', '2023', '2023', '2019'])
  expect(await statementsOfOtherYear(session.db, 'nowhere')).toEqual([])
  session.close()
})

it('comes to what the same changes one by one come to', async () => {
  const change = fc.oneof(
    fc.constantFrom<StatementChange>({ type: 'accept' }, { type: 'reject' }, { type: 'reset' }),
    fc.constantFrom<StatementChange>(
      { type: 'set', patch: { year: '2021' } },
      { type: 'set', patch: { scope: '全省' } },
    ),
  )
  const steps = fc.array(fc.tuple(change, fc.subarray(KEYS, { minLength: 1 })), { minLength: 1, maxLength: 5 })
  const told = ({ id: _, updatedAt: __, ...rest }: { id: string; updatedAt: string } & ExtractedStatement) => rest
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const [together, apart] = [await opened(1), await opened(1)]
      for (const [step, keys] of list) {
        await changeStatements(together.session, all(together.reports, keys), step)
        for (const name of all(apart.reports, keys)) await changeStatements(apart.session, [name], step)
      }
      const rows = await Promise.all([together, apart].map(({ session }) => session.db.statements.toArray()))
      const [left, right] = rows.map((some) => some.map(told).sort((a, b) => a.start - b.start))
      expect(left).toEqual(right)
      expect(await listCells(together.session.db)).toEqual(await listCells(apart.session.db))
      for (const { session } of [together, apart]) session.close()
    }),
    { numRuns: 15 },
  )
})

it('takes 5,000 statements of 250 reports in one step that undo takes back', async () => {
  const [project, journal] = [newProject(), new MemoryJournal()]
  const { session } = await open(project, journal)
  const statements = Array.from({ length: 20 }, (_, n) =>
    statementAt('160亿元', { indicator: `指标${n}`, canonical: '' }),
  )
  const files = Array.from({ length: 250 }, (_, n) => {
    const file = analysed(n)
    return { ...file, reports: file.reports.map((report) => ({ ...report, statements })) }
  })
  const stored = await storeImports(session.db, files, { mode: 'import', author: '甲', at: AT })
  await journal.append(stored.flatMap(({ entry }) => entry ?? []))
  const reports = (await session.db.reports.toArray()).map(({ id }) => id)
  const names = all(reports, statements.map(statementKey))
  const before = await dumpRecords(session.db)
  const reads = vi.spyOn(session.db.engineOutput, 'bulkGet')
  const one = vi.spyOn(session.db.engineOutput, 'get')
  const cells = vi.spyOn(session.db.cells, 'bulkPut')
  const entry = await changeStatements(session, names, { type: 'accept' })
  expect(entry?.operation).toEqual(operation('statementsAccepted', 5000))
  expect(await session.db.statements.count()).toBe(5000)
  const asked = (keys: readonly unknown[][]) => keys.flat().length
  // Once for the change and the cells that follow from it, some dozens of reports at a time.
  expect(asked(reads.mock.calls.map(([keys]) => keys))).toBe(250)
  expect(one).not.toHaveBeenCalled()
  expect(cells.mock.calls.flatMap(([rows]) => rows)).toHaveLength(250)
  await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  session.close()
})
