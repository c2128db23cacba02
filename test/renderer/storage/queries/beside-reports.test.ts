import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId, reportId } from '#shared/model/identity'
import { besideReports, besideSource } from '../../../../renderer/storage/queries/beside-reports'
import { hashOf, opened } from '../fixture'

it('finds records by the hash of their source, and those of reports with ids of their own', async () => {
  const { session } = await opened()
  const { sections } = session.db
  const [hash, own] = [hashOf(5), newId()]
  const row = (report: string, source = hash) => ({ report, source, sections: [] })
  const [first, last] = [row(reportId(hash, 0)), row(reportId(hash, 0xfff))]
  const other = row(own)
  await sections.bulkPut([first, last, other, row(reportId(hashOf(4), 0xfff)), row(reportId(hashOf(6), 0))])
  const known = await besideSource(sections, hash)
  expect([...known.values()]).toEqual([first, last])
  const reports = [
    { id: own, source: hash, ordinal: 0 },
    { id: reportId(hash, 0xfff), source: hash, ordinal: 0xfff },
    { id: reportId(hash, 1), source: hash, ordinal: 1 },
    { id: reportId(hash, 0), source: hash, ordinal: 2 },
  ]
  expect(await besideReports(sections, reports, known)).toEqual([other, last, undefined, first])
  session.close()
})
