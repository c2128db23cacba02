import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { totalsOf } from '#shared/coding/code-counts'
import { type Comparison, comparisonDefaults } from '#shared/model/comparison'
import { newId, reportId } from '#shared/model/identity'
import {
  addAnnotation,
  addCode,
  annotationFacts,
  entryAt,
  getComparison,
  getReportBundle,
  getSourceBundle,
  headsAfter,
  hideSource,
  lastEntry,
  listComparisons,
  rejectStatement,
  removeComparison,
  reviewStatements,
  type Session,
  saveComparison,
  storeImport,
} from '../../../renderer/storage'
import { AT, analysed, hashOf, importFile, opened, TEXT } from './fixture'
import { annotationsIn, libraryRows } from './library-rows'

const codeCounts = async ({ db }: Session) => {
  const { facts, hidden } = await annotationFacts(db)
  return totalsOf(facts.values(), hidden)
}

const anchor = { start: 0, end: 4, quote: TEXT.slice(0, 4), prefix: '', suffix: '' }

it('lists the library with its counts, the newest first', async () => {
  const { session, journal, hash, report } = await opened()
  const newer = analysed(2, 2)
  newer.source.importedAt = '2026-05-05T00:00:00.000Z'
  await storeImport(session.db, newer, { mode: 'import', author: '甲', at: AT })
  await importFile(session.db, journal, 3).catch(() => null)
  await hideSource(session, hashOf(3))
  await addAnnotation(session, { source: hash, reading: `${hash}:1`, report, anchor, codes: [], memo: '' })
  await rejectStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
  expect(await libraryRows(session.db)).toMatchObject([
    { source: { hash: hashOf(2) }, statements: 6, reports: [{ ordinal: 0 }, { ordinal: 1 }] },
    { source: { hash }, statements: 2, reading: { encoding: 'utf-8' } },
  ])
  expect(await annotationsIn(session.db, hash)).toBe(1)
  session.close()
})

it('gives a source with its text, reports and sections', async () => {
  const { session } = await opened()
  await storeImport(session.db, analysed(2, 3), { mode: 'import', author: '甲', at: AT })
  const bundle = await getSourceBundle(session.db, hashOf(2))
  expect(bundle?.text.text).toBe(TEXT)
  expect(bundle?.reports.map(({ report, sections }) => [report.ordinal, sections.length])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ])
  const report = await getReportBundle(session.db, reportId(hashOf(2), 1))
  expect(report?.siblings.map(({ ordinal }) => ordinal)).toEqual([0, 2])
  expect(report).toMatchObject({ source: { hash: hashOf(2) }, text: { text: TEXT }, sections: [{ title: '回顾' }] })
  session.close()
})

it('gives a source that holds no report', async () => {
  const { session } = await opened()
  await storeImport(session.db, analysed(2, 0), { mode: 'import', author: '甲', at: AT })
  expect(await getSourceBundle(session.db, hashOf(2))).toMatchObject({ reports: [], text: { text: TEXT } })
  expect(await libraryRows(session.db)).toHaveLength(2)
  session.close()
})

it('gives null for what is not there', async () => {
  const { session } = await opened()
  expect(await getSourceBundle(session.db, hashOf(9))).toBeNull()
  expect(await getReportBundle(session.db, newId())).toBeNull()
  expect(await getComparison(session.db, newId())).toBeNull()
  expect(await reviewStatements(session.db, newId())).toEqual([])
  session.close()
})

it('counts the annotations of each code, not those of hidden sources', async () => {
  const { session, journal, hash } = await opened()
  await importFile(session.db, journal, 2)
  const [one, two] = [await addCode(session, { name: '一' }), await addCode(session, { name: '二' })]
  for (const [source, codes] of [
    [hash, [one.id, two.id]],
    [hash, [one.id]],
    [hashOf(2), [one.id]],
  ] as const)
    await addAnnotation(session, { source, reading: `${source}:1`, report: null, anchor, codes: [...codes], memo: '' })
  expect(await codeCounts(session)).toEqual(
    new Map([
      [one.id, 3],
      [two.id, 1],
    ]),
  )
  await hideSource(session, hashOf(2))
  expect((await codeCounts(session)).get(one.id)).toBe(2)
  session.close()
})

it('keeps comparisons, the last changed first', async () => {
  const { session } = await opened()
  const comparison = (name: string, updatedAt: string): Comparison => ({
    ...comparisonDefaults(),
    id: newId(),
    name,
    places: ['410304'],
    years: ['2023'],
    indicators: ['gdp'],
    role: 'both',
    kind: 'level',
    view: 'bar',
    author: '乙',
    updatedAt,
  })
  const older = comparison('旧', '2026-01-01T00:00:00.000Z')
  const newer = comparison('新', '2026-02-01T00:00:00.000Z')
  await saveComparison(session, older)
  await saveComparison(session, newer)
  expect(await saveComparison(session, newer)).toBeNull()
  expect(await listComparisons(session.db)).toEqual([newer, older])
  expect(await getComparison(session.db, older.id)).toEqual(older)
  await removeComparison(session, older.id)
  expect(await removeComparison(session, older.id)).toBeNull()
  expect(await listComparisons(session.db)).toEqual([newer])
  session.close()
})

it('gives the history without what each step changed, and one step with it', async () => {
  const { session } = await opened()
  for (const name of ['一', '二', '三']) await addCode(session, { name })
  await session.undo()
  const heads = await headsAfter(session.db, 2, 10)
  expect(heads.map(({ sequence, undoes, count, kinds }) => [sequence, undoes, count, kinds])).toEqual([
    [3, null, 1, ['codebook']],
    [4, null, 1, ['codebook']],
    [5, 4, 1, ['codebook']],
  ])
  expect(heads.some((head) => 'changes' in head)).toBe(false)
  expect((await headsAfter(session.db, 2, 1)).map(({ sequence }) => sequence)).toEqual([3])
  expect((await entryAt(session.db, 3))?.changes).toHaveLength(1)
  expect(await lastEntry(session.db)).toBe(5)
  session.close()
})
