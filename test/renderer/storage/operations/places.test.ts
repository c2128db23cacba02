import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { PlaceRef } from '#shared/model/place'
import {
  addPlace,
  listCells,
  listUserPlaces,
  type Original,
  removePlace,
  storeImport,
  updatePlace,
  updateReport,
} from '../../../../renderer/storage'
import { AT, analysed, dumpRecords, hashOf, MemoryJournal, newProject, open, opened } from '../fixture'

const MADE = { name: '龙门开发区', short: '龙门', level: 'county', parent: '410300' } as const

it('adds a place, gives it to a report, and takes it along when it is renamed', async () => {
  const { session, report } = await opened()
  const place = await addPlace(session, MADE)
  expect(place).toMatchObject({ ...MADE, lineage: [] })
  expect(place.code).toMatch(/^u-[0-9a-f-]{36}$/)
  await updateReport(session, report, { place: PlaceRef.parse(place) })
  const before = await dumpRecords(session.db)
  await updatePlace(session, place.code, { name: '龙门石窟管理区' })
  expect(await listUserPlaces(session.db)).toMatchObject([{ name: '龙门石窟管理区', short: '龙门' }])
  expect(await listCells(session.db)).toMatchObject([{ place: { code: place.code, name: '龙门石窟管理区' } }])
  await session.undo()
  await session.refresh()
  expect(await dumpRecords(session.db)).toEqual(before)
  session.close()
})

it('gives a report what was found when its place is taken away', async () => {
  const { session, report } = await opened()
  const place = await addPlace(session, MADE)
  await updateReport(session, report, { place: PlaceRef.parse(place) })
  await removePlace(session, place.code)
  expect(await listUserPlaces(session.db)).toEqual([])
  expect(await session.db.reports.get(report)).toMatchObject({ place: { short: '瀍河' }, edited: [] })
  await session.undo()
  expect(await session.db.reports.get(report)).toMatchObject({ place: { short: '龙门' }, edited: ['place'] })
  session.close()
})

it('has reports without a place looked at again when one is added', async () => {
  const asked: Original[][] = []
  const { session } = await open(newProject(), new MemoryJournal(), {
    restore: async (originals) => {
      asked.push(originals)
    },
  })
  const lost = analysed(2)
  for (const { report } of lost.reports) report.place = null
  for (const source of [analysed(1), lost])
    await storeImport(session.db, source, { mode: 'import', author: '', at: AT })
  await addPlace(session, MADE)
  expect(await session.refresh()).toEqual(['2.txt'])
  expect(asked.flat().map(({ hash }) => hash)).toContain(hashOf(2))
  expect(asked.flat().map(({ hash }) => hash)).not.toContain(hashOf(1))
  session.close()
})

it('says that a place is gone', async () => {
  const { session } = await opened()
  const gone = { reason: { key: 'project.write.gone' } }
  await expect(updatePlace(session, 'u-x', { name: '无' })).rejects.toMatchObject(gone)
  await expect(removePlace(session, 'u-x')).rejects.toMatchObject(gone)
  session.close()
})
