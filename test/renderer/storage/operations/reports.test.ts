import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId, reportId } from '#shared/model/identity'
import {
  confirmReports,
  hideSource,
  listCells,
  listReports,
  showSource,
  storeImport,
  updateProvenance,
  updateReport,
  updateReports,
} from '../../../../renderer/storage'
import { AT, analysed, dumpRecords, hashOf, importFile, opened, truly } from '../fixture'
import { doubtfulIn } from '../library-rows'

it('notes what the user set, and gives it to the cells', async () => {
  const { session, report } = await opened()
  await updateReport(session, report, { year: 2020, title: '政府工作报告 0' })
  expect(await session.db.reports.get(report)).toMatchObject({ year: 2020, edited: ['year'] })
  await updateReport(session, report, { year: 2021, place: null })
  expect(await session.db.reports.get(report)).toMatchObject({ edited: ['year', 'place'] })
  expect(await listCells(session.db)).toMatchObject([{ report, year: 2021, place: null }])
  expect(await updateReport(session, report, { year: 2021 })).toBeNull()
  session.close()
})

it('keeps what the user set when the file is read again', async () => {
  const { session, report } = await opened()
  await updateReport(session, report, { year: 2020 })
  const corrected = await session.db.reports.get(report)
  const again = analysed(1)
  for (const found of again.reports) found.report.confidence = 0.5
  await storeImport(session.db, again, { mode: 'restore', author: '', at: AT })
  expect(await session.db.reports.get(report)).toEqual({ ...corrected, confidence: 0.5 })
  expect(await listCells(session.db)).toMatchObject([{ year: 2020 }])
  session.close()
})

it('settles several reports in one step, also those that were so before', async () => {
  const { session, journal, report } = await opened(truly)
  await importFile(session.db, journal, 2, truly(2))
  const other = reportId(hashOf(2), 0)
  const before = await dumpRecords(session.db)
  const entry = await updateReports(session, [report, other, report], { year: 2024, kind: 'digest' })
  expect(entry?.operation).toEqual({
    key: 'project.history.reportsChanged',
    params: { title: '政府工作报告 0', count: 2 },
  })
  for (const id of [report, other])
    expect(await session.db.reports.get(id)).toMatchObject({ year: 2024, kind: 'digest', edited: ['year', 'kind'] })
  await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  session.close()
})

it('confirms what was found, and the doubts are gone', async () => {
  const { session } = await opened()
  const doubtful = analysed(2)
  for (const { report } of doubtful.reports) report.certainty = { place: 0.2, year: 0.9, kind: 0.3 }
  await storeImport(session.db, doubtful, { mode: 'import', author: '甲', at: AT })
  const found = await doubtfulIn(session.db)
  expect(found).toMatchObject([{ source: { name: '2.txt' }, doubts: ['place', 'kind'] }])
  const id = found[0]?.report.id ?? ''
  await confirmReports(session, [id], ['place', 'kind'])
  expect(await session.db.reports.get(id)).toMatchObject({ edited: ['place', 'kind'], place: { short: '瀍河' } })
  expect(await doubtfulIn(session.db)).toEqual([])
  expect(await confirmReports(session, [id], ['kind'])).toBeNull()
  await session.undo()
  expect(await doubtfulIn(session.db)).toHaveLength(1)
  await hideSource(session, hashOf(2))
  expect(await doubtfulIn(session.db)).toEqual([])
  session.close()
})

it('says that one of several reports is gone, and changes none', async () => {
  const { session, report } = await opened()
  await expect(updateReports(session, [report, newId()], { year: 2000 })).rejects.toMatchObject({
    reason: { key: 'project.write.gone' },
  })
  expect(await session.db.reports.get(report)).toMatchObject({ year: 2024 })
  session.close()
})

it('keeps what was found of a field that is no longer set', async () => {
  const { session, report } = await opened()
  await updateReport(session, report, { year: 2020 })
  const again = analysed(1)
  for (const found of again.reports) found.report.year = 2022
  await storeImport(session.db, again, { mode: 'restore', author: '', at: AT })
  expect(await session.db.reports.get(report)).toMatchObject({ year: 2020, edited: ['year'] })
  await session.undo()
  expect(await session.db.reports.get(report)).toMatchObject({ year: 2022, edited: [] })
  await session.redo()
  expect(await session.db.reports.get(report)).toMatchObject({ year: 2020, edited: ['year'] })
  session.close()
})

it('hides a source with its reports and cells', async () => {
  const { session, hash } = await opened()
  await hideSource(session, hash)
  expect(await listReports(session.db)).toEqual([])
  expect(await listCells(session.db)).toEqual([])
  expect(await hideSource(session, hash)).toBeNull()
  await showSource(session, hash)
  expect(await session.db.sources.get(hash)).toMatchObject({ hidden: false })
  expect(await showSource(session, hash)).toBeNull()
  await hideSource(session, hash)
  await session.undo()
  expect(await listReports(session.db)).toHaveLength(1)
  session.close()
})

it('notes where a source comes from', async () => {
  const { session, hash } = await opened()
  await updateProvenance(session, hash, { origin: '洛阳日报' })
  await updateProvenance(session, hash, { page: 'A01' })
  expect((await session.db.sources.get(hash))?.provenance).toMatchObject({ origin: '洛阳日报', page: 'A01', url: '' })
  session.close()
})
