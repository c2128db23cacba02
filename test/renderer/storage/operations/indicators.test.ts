import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { UserIndicator } from '#shared/model/indicator'
import { makeDictionary } from '#shared/statements/dictionary'
import { indicatorById } from '#shared/statements/indicators'
import {
  acceptStatement,
  listCells,
  listIndicators,
  mapPhrases,
  type Original,
  openDatabase,
  removeIndicator,
  reviewStatements,
  type Session,
  saveIndicator,
  staleSources,
  storeImport,
  storeImports,
  updateReport,
} from '../../../../renderer/storage'
import { MADE, NOT_MADE, RENAMED } from '../../../../renderer/storage/made'
import { readStatementsAgain, userRecords } from '../../../../renderer/storage/worker'
import { AT, analysed, hashOf, importFile, MemoryJournal, newProject, open, readByEngine } from '../fixture'

const PARKING: UserIndicator = {
  id: 'u_parking',
  name: '泊车之处',
  english: 'Places to park',
  aliases: ['新增停车场'],
  units: ['count'],
  direction: 'up',
  category: 'city',
  warnings: [],
  excluded: [],
}

it('gives a name to one indicator: what is new here leaves the others, what came with it stays given', async () => {
  const { session } = await opened()
  const words = async () =>
    Object.fromEntries((await listIndicators(session.db)).map(({ id, aliases }) => [id, aliases]))
  await saveIndicator(session, PARKING)
  await saveIndicator(session, { ...PARKING, id: 'u_other', name: '车场', aliases: ['新增停车场', '停车处'] })
  expect(await words()).toEqual({ u_parking: [], u_other: ['新增停车场', '停车处'] })
  await session.undo()
  expect(await words()).toEqual({ u_parking: ['新增停车场'] })
  const gdp = indicatorById('gdp')
  if (!gdp) throw new Error('no gdp')
  await saveIndicator(session, { ...PARKING, aliases: ['经济总量'] })
  await saveIndicator(session, { ...gdp, excluded: ['绿色地区生产总值'] })
  expect((await words()).gdp).toEqual(gdp.aliases.filter((alias) => alias !== '经济总量'))
  session.close()
})

/** A project with two files; `restore` reads them again as the importer does. `read` notes what was read from the file. */
async function opened() {
  const [project, journal] = [newProject(), new MemoryJournal()]
  const asked: string[] = []
  const read: string[] = []
  const restore = async (originals: Original[]) => {
    const db = await openDatabase(project.id, 'relaxed')
    for (const { hash, name } of originals) {
      asked.push(hash)
      if (await readStatementsAgain(db, hash)) continue
      read.push(hash)
      const { indicators } = await userRecords(db)
      const again = readByEngine(analysed(Number.parseInt(name, 10)), makeDictionary(indicators))
      await storeImport(db, again, { mode: 'restore', author: '', at: AT })
    }
    db.close()
  }
  const { session } = await open(project, journal, { restore })
  for (const n of [1, 2]) await importFile(session.db, journal, n, readByEngine(analysed(n)))
  const report = readByEngine(analysed(1)).reports[0]?.report.id ?? ''
  return { project, journal, session, asked, read, report, restore }
}

const idOf = async (session: Session, report: string, quantity: string) =>
  (await reviewStatements(session.db, report)).find((statement) => statement.quantity === quantity)?.canonical
const made = async (session: Session) => (await session.db.readings.toArray()).map((reading) => reading.made)

it('saves an indicator, and reads all statements again by it without reading a file', async () => {
  const { session, report, asked, read } = await opened()
  expect(await idOf(session, report, '5个')).toBe('parking_lots')
  const entry = await saveIndicator(session, PARKING)
  expect(entry?.operation).toEqual({ key: 'project.history.indicatorSaved', params: { name: '泊车之处' } })
  expect(await session.refresh()).toEqual([])
  expect(new Set(asked)).toEqual(new Set([hashOf(1), hashOf(2)]))
  expect(read).toEqual([])
  expect(await made(session)).toEqual([MADE, MADE])
  expect(await idOf(session, report, '5个')).toBe('u_parking')
  expect((await listCells(session.db))[0]?.cells.map(({ indicator }) => indicator)).toContain('u_parking')
  expect(await listIndicators(session.db)).toEqual([PARKING])
  expect(await saveIndicator(session, PARKING)).toBeNull()
  session.close()
})

it('undoes, redoes and takes an indicator away', async () => {
  const { session, report } = await opened()
  const shown = async () => {
    await session.refresh()
    return [(await listIndicators(session.db)).length, await idOf(session, report, '5个')]
  }
  await saveIndicator(session, PARKING)
  expect(await shown()).toEqual([1, 'u_parking'])
  await session.undo()
  expect(await shown()).toEqual([0, 'parking_lots'])
  await session.redo()
  expect(await shown()).toEqual([1, 'u_parking'])
  expect((await removeIndicator(session, 'u_parking'))?.operation.key).toBe('project.history.indicatorRemoved')
  expect(await shown()).toEqual([0, 'parking_lots'])
  expect(await removeIndicator(session, 'u_parking')).toBeNull()
  session.close()
})

it('never touches what the user accepted', async () => {
  const { session, report } = await opened()
  const parking = (await reviewStatements(session.db, report)).find(({ quantity }) => quantity === '5个')
  await acceptStatement(session, report, parking?.key ?? '')
  const before = await session.db.statements.toArray()
  await saveIndicator(session, PARKING)
  await session.refresh()
  expect(await session.db.statements.toArray()).toEqual(before)
  expect(await idOf(session, report, '5个')).toBe('parking_lots')
  session.close()
})

it('leaves a reading that must be made from its file to be made from its file', async () => {
  const { session, read } = await opened()
  await session.db.readings.where('id').startsWith(hashOf(1)).modify({ made: NOT_MADE })
  await saveIndicator(session, PARKING)
  await session.refresh()
  expect(read).toEqual([hashOf(1)])
  expect(await staleSources(session.db)).toEqual([])
  session.close()
})

it('tells a source whose file must be read from one whose statements alone are stale, and takes others along', async () => {
  const { session } = await opened()
  expect(await readStatementsAgain(session.db, hashOf(1))).toBe(true)
  expect(await readStatementsAgain(session.db, hashOf(7))).toBe(false)
  await session.db.readings.toCollection().modify({ made: NOT_MADE })
  expect(await readStatementsAgain(session.db, hashOf(1))).toBe(false)
  await session.db.readings.toCollection().modify({ made: RENAMED })
  expect(await staleSources(session.db)).toHaveLength(2)
  expect(await readStatementsAgain(session.db, hashOf(1))).toBe(true)
  expect(await staleSources(session.db)).toEqual([])
  session.close()
})

it('goes by the user’s indicators where a corrected report is read again', async () => {
  const { session, report } = await opened()
  await saveIndicator(session, PARKING)
  await session.refresh()
  await updateReport(session, report, { year: 2020 })
  expect(await idOf(session, report, '5个')).toBe('u_parking')
  session.close()
})

it('maps phrases in one step: each is a name of one indicator', async () => {
  const { session, report, journal } = await opened()
  const last = journal.last
  const entry = await mapPhrases(session, [
    { phrase: '固定资产投资', indicator: 'industrial_investment' },
    { phrase: '新增停车场', indicator: 'elevators', family: 'area' },
    { phrase: '地区生产总值', indicator: 'elevators', family: 'percent' },
  ])
  expect(entry?.operation).toEqual({ key: 'project.history.phrasesMapped', params: { count: 3 } })
  expect(journal.last).toBe(last + 1)
  const words = new Map((await listIndicators(session.db)).map((word) => [word.id, word]))
  expect([...words.keys()].sort()).toEqual(['elevators', 'industrial_investment'])
  expect(words.get('elevators')).toMatchObject({
    aliases: [...(indicatorById('elevators')?.aliases ?? []), '新增停车场', '地区生产总值'],
    units: [...(indicatorById('elevators')?.units ?? []), 'area'],
  })
  await session.refresh()
  expect(await idOf(session, report, '10%')).toBe('industrial_investment')
  const moved = await mapPhrases(session, [{ phrase: '新增停车场', indicator: 'parking_lots' }])
  expect(moved?.operation).toEqual({
    key: 'project.history.phraseMapped',
    params: { phrase: '新增停车场', name: indicatorById('parking_lots')?.name ?? '' },
  })
  const after = new Map((await listIndicators(session.db)).map((word) => [word.id, word]))
  expect(after.get('elevators')?.aliases).not.toContain('新增停车场')
  expect(after.get('parking_lots')?.aliases).toContain('新增停车场')
  await session.undo()
  expect(await listIndicators(session.db)).toEqual(
    [...words.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh')),
  )
  await session.refresh()
  session.close()
})

it('maps a phrase that was excluded, and nothing where nothing is given or all is so already', async () => {
  const { session } = await opened()
  await saveIndicator(session, { ...PARKING, aliases: [], excluded: ['停车场'] })
  await mapPhrases(session, [{ phrase: '停车场', indicator: 'u_parking' }])
  expect(await listIndicators(session.db)).toMatchObject([{ aliases: ['停车场'], excluded: [] }])
  expect(await mapPhrases(session, [{ phrase: '停车场', indicator: 'u_parking' }])).toBeNull()
  expect(await mapPhrases(session, [{ phrase: '泊车之处', indicator: 'u_parking' }])).toBeNull()
  expect(await mapPhrases(session, [])).toBeNull()
  await expect(mapPhrases(session, [{ phrase: '停车场', indicator: 'u_none' }])).rejects.toMatchObject({
    reason: { key: 'project.write.gone' },
  })
  await session.refresh()
  session.close()
})

it('says that a built-in indicator is as it came again', async () => {
  const { session } = await opened()
  const gdp = indicatorById('gdp')
  if (!gdp) throw new Error('no gdp')
  await saveIndicator(session, { ...gdp, name: '本市经济总量', excluded: [] })
  expect((await removeIndicator(session, 'gdp'))?.operation).toEqual({
    key: 'project.history.indicatorReset',
    params: { name: '本市经济总量' },
  })
  await session.refresh()
  session.close()
})

it('brings the indicators back when the database is written again from the journal', async () => {
  const { project, journal, session, restore, report } = await opened()
  await saveIndicator(session, PARKING)
  await session.refresh()
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: rebuilt } = await open(project, journal, { restore })
  await rebuilt.refresh()
  expect(await listIndicators(rebuilt.db)).toEqual([PARKING])
  expect(await idOf(rebuilt, report, '5个')).toBe('u_parking')
  rebuilt.close()
})

it('reads a file by the indicators of now that was analysed by those of before', async () => {
  const { session } = await opened()
  const before = await listIndicators(session.db)
  await saveIndicator(session, PARKING)
  await session.refresh()
  const late = readByEngine(analysed(3))
  const [stored] = await storeImports(session.db, [late], { mode: 'import', author: '甲', at: AT, indicators: before })
  expect(stored?.outcome.status).toBe('imported')
  expect(await idOf(session, late.reports[0]?.report.id ?? '', '5个')).toBe('u_parking')
  expect(await staleSources(session.db)).toEqual([])
  session.close()
})
