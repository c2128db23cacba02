import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId, reportId } from '#shared/model/identity'
import {
  hideSource,
  listCells,
  listReports,
  showSource,
  storeImport,
  updateProvenance,
  updateReport,
} from '../../../../renderer/storage'
import { AT, analysed, hashOf, importFile, opened } from '../fixture'

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

it('has one main version in a group', async () => {
  const { session, journal, report } = await opened()
  await importFile(session.db, journal, 2)
  const other = reportId(hashOf(2), 0)
  const version = newId()
  await updateReport(session, report, { version })
  await updateReport(session, other, { version, main: true })
  expect(await session.db.reports.get(report)).toMatchObject({ main: false, edited: ['version', 'main'] })
  expect((await listCells(session.db)).map(({ main }) => main)).toEqual([false, true])
  await session.undo()
  expect(await session.db.reports.get(report)).toMatchObject({ main: true, edited: ['version'] })
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
