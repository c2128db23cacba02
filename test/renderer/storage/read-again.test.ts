import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { analyseFile } from '#shared/analysis/analyse'
import { UnitFamily } from '#shared/model/indicator'
import { placeByCode } from '#shared/places/gazetteer'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import {
  acceptStatement,
  listCells,
  reviewStatements,
  type Session,
  saveIndicator,
  storeImport,
  updateReport,
} from '../../../renderer/storage'
import { readStatementsAgain } from '../../../renderer/storage/statements-again'
import { AT, dump, MemoryJournal, newProject, open } from './fixture'

const HASH = '72280f6944ee79bd'.padEnd(64, '0')
const bytes = readFileSync('seeds/000_72280f6944ee79bd.txt')

/** A district's report that also gives its city's figure. */
const DISTRICT = new TextEncoder().encode(`瀍河区政府工作报告
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议。
一、2022年工作回顾
全市地区生产总值增长5%。全区地区生产总值增长6%。
二、2023年工作安排
城镇新增就业5000人。
`)

async function analyse(file: Uint8Array) {
  const analysed = await analyseFile(
    { name: 'page.txt', hash: HASH, bytes: file, at: AT },
    { resources: FORMAT_RESOURCES },
  )
  if (!analysed.ok) throw new Error(analysed.reason.key)
  return analysed.value
}

/** A newspaper page with a digest of 2023 in it. */
const seed = () => analyse(bytes)
const withSeed = async () => withSource(await seed())

/** A project with one source in it. */
async function withSource(analysed: Awaited<ReturnType<typeof analyse>>) {
  const [project, journal] = [newProject(), new MemoryJournal()]
  const { session } = await open(project, journal, { restore: async () => undefined })
  const { entry } = await storeImport(session.db, analysed, { mode: 'import', author: '', at: AT })
  if (entry) await journal.append([entry])
  const report = analysed.reports[0]?.report.id ?? ''
  return { project, journal, session, report }
}

const gdp = async (session: Session, report: string) =>
  (await reviewStatements(session.db, report))
    .filter((one) => one.canonical === 'gdp' && one.kind === 'growth')
    .map(({ role, year, value }) => `${role} ${year} ${value}`)

it('reads the statements again when the year of a report is corrected, and back when that is undone', async () => {
  const { session, report } = await withSeed()
  const before = await dump(session.db, ['journalMirror', 'meta'])
  expect(await gdp(session, report)).toEqual(['actual 2022 4.3', 'target 2023 8'])
  await updateReport(session, report, { year: 2021 })
  // The review names its year itself (2022年,全年…); the target has only the report's.
  expect(await gdp(session, report)).toContain('target 2021 8')
  const cells = (await listCells(session.db))[0]?.cells ?? []
  expect(cells.filter((cell) => cell.role === 'target').map((cell) => cell.year)).not.toContain('2023')
  await session.undo()
  expect(await dump(session.db, ['journalMirror', 'meta'])).toEqual(before)
  session.close()
})

it('keeps the user’s word when the statements are read again', async () => {
  const { session, report } = await withSeed()
  const first = (await reviewStatements(session.db, report))[0]
  await acceptStatement(session, report, first?.key ?? '')
  await updateReport(session, report, { year: 2021 })
  const again = (await reviewStatements(session.db, report)).find(({ key }) => key === first?.key)
  expect(again).toMatchObject({ status: 'accepted', year: first?.year, value: first?.value })
  session.close()
})

it('tells whose figure 全市 is by the corrected place', async () => {
  const { session, report } = await withSource(await analyse(DISTRICT))
  const scopes = async () =>
    (await reviewStatements(session.db, report))
      .filter(({ canonical }) => canonical === 'gdp')
      .map(({ scope }) => scope)
  expect(await scopes()).toEqual(['全市', 'own'])
  await updateReport(session, report, { place: placeByCode('410300') })
  expect(await scopes()).toEqual(['own', 'own'])
  session.close()
})

it('gives the same after a rebuild, and after the file is read once more', async () => {
  const { session, journal, project, report } = await withSeed()
  await updateReport(session, report, { year: 2021 })
  const before = await dump(session.db)
  await storeImport(session.db, await seed(), { mode: 'restore', author: '', at: AT })
  expect(await dump(session.db)).toEqual(before)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: rebuilt } = await open(project, journal, {
    restore: async () => {
      const { openDatabase } = await import('../../../renderer/storage')
      const db = await openDatabase(project.id)
      await storeImport(db, await seed(), { mode: 'restore', author: '', at: AT })
      db.close()
    },
  })
  expect(await dump(rebuilt.db)).toEqual(before)
  rebuilt.close()
})

it('writes only what an indicator has changed, when all is read again for it', async () => {
  const { session, report } = await withSeed()
  const { db } = session
  const [kept] = await dump(db, ['journalMirror', 'meta', 'readings']).then(({ cells }) => cells ?? [])
  const [outputs, cells] = [vi.spyOn(db.engineOutput, 'put'), vi.spyOn(db.cells, 'bulkPut')]
  const hash = (await db.reports.get(report))?.source ?? ''
  const written = () => [outputs.mock.calls.length, cells.mock.calls.flatMap(([rows]) => rows).length]
  const indicator = {
    ...{ id: 'u_moon', name: '月球基地数', english: 'moon bases', aliases: [], excluded: [] },
    ...{ units: [...UnitFamily.options], direction: 'up' as const, category: 'user', warnings: [] },
  }
  await saveIndicator(session, indicator)
  expect(await readStatementsAgain(db, hash)).toBe(true)
  expect(written()).toEqual([0, 0])
  expect(await db.cells.get(report)).toEqual(kept)
  const phrase =
    (await reviewStatements(db, report)).find(({ canonical, indicator: words }) => canonical === '' && words !== '')
      ?.indicator ?? ''
  await saveIndicator(session, { ...indicator, aliases: [phrase] })
  await readStatementsAgain(db, hash)
  expect(written()).toEqual([1, 1])
  const named = (await reviewStatements(db, report)).filter(({ canonical }) => canonical === 'u_moon')
  expect(named.map((one) => one.indicator)).toContain(phrase)
  session.close()
})
