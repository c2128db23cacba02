import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { makeAnchor } from '#shared/text/anchor'
import {
  acceptStatement,
  addAnnotation,
  addBookmark,
  addCorrections,
  annotationsOf,
  correctionsOf,
  editStatement,
  getSourceBundle,
  listCells,
  listCorrections,
  openDatabase,
  removeCorrections,
  reviewStatements,
  type Session,
  StoppedError,
  staleSources,
  storeImport,
  storeReading,
} from '../../../../renderer/storage'
import { AT, dumpRecords, MemoryJournal, newProject } from '../fixture'
import { hashOf, importText, openTexts, readFile, TEXTS } from './texts'

const HASH = hashOf('1.txt')

async function opened(...names: string[]) {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await openTexts(project, journal)
  for (const name of names.length > 0 ? names : ['1.txt']) await importText(session.db, journal, name)
  return { project, journal, session }
}

const textOf = async ({ db }: Session, hash = HASH) => (await getSourceBundle(db, hash))?.text.text ?? ''

/** The n-th place of some words in a source. */
async function placeOf(session: Session, words: string, hash = HASH, nth = 0) {
  const text = await textOf(session, hash)
  let start = -1
  for (let n = 0; n <= nth; n++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`no ${words}`)
  return { source: hash, start, end: start + words.length }
}

const correct = async (session: Session, words: string, replacement: string, hash = HASH, nth = 0) =>
  addCorrections(session, [{ ...(await placeOf(session, words, hash, nth)), replacement }])

async function annotate(session: Session, quote: string, hash = HASH) {
  const { start, end } = await placeOf(session, quote, hash)
  const bundle = await getSourceBundle(session.db, hash)
  const anchor = makeAnchor(bundle?.text.text ?? '', start, end)
  const report = bundle?.reports[0]?.report.id ?? null
  const reading = bundle?.reading.id ?? ''
  return addAnnotation(session, { source: hash, reading, report, anchor, codes: [], memo: '' })
}

const quotes = async ({ db }: Session) => (await annotationsOf(db, HASH)).map(({ anchor }) => anchor.quote)

/** Every anchor stands on its quote. */
async function expectAnchored({ db }: Session) {
  const texts = new Map((await db.texts.toArray()).map((row) => [row.reading, row.text]))
  for (const { anchor, orphan, reading } of [...(await db.annotations.toArray()), ...(await db.bookmarks.toArray())])
    if (!orphan) expect(texts.get(reading)?.slice(anchor.start, anchor.end)).toBe(anchor.quote)
  for (const { start, quantity, reading } of await db.statements.toArray())
    expect(texts.get(reading)?.slice(start, start + quantity.length)).toBe(quantity)
  for (const { report } of await db.engineOutput.toArray())
    for (const { start, quantity, reading } of await reviewStatements(db, report))
      expect(texts.get(reading)?.slice(start, start + quantity.length)).toBe(quantity)
}

const statement = async ({ db }: Session, quantity: string, hash = HASH) => {
  const report = (await getSourceBundle(db, hash))?.reports[0]?.report.id ?? ''
  const found = (await reviewStatements(db, report)).find((one) => one.quantity === quantity)
  if (!found) throw new Error(`no statement ${quantity}`)
  return found
}

/** What a correction leaves is what reading the file anew with it gives. */
async function expectAsReadAnew(session: Session) {
  const before = await dumpRecords(session.db)
  await session.db.readings.toCollection().modify({ made: 0 })
  await session.refresh()
  expect(await dumpRecords(session.db)).toEqual(before)
}

it('reads the corrected sentence again, and keeps the text as it was read', async () => {
  const { session } = await opened()
  await expect(statement(session, '160亿元')).rejects.toThrow()
  await correct(session, '一六0', '160')
  expect(await statement(session, '160亿元')).toMatchObject({ value: 160, unit: '亿元', canonical: 'gdp' })
  expect((await listCells(session.db)).flatMap(({ cells }) => cells).some(({ value }) => value === 160)).toBe(true)
  expect(await textOf(session)).toBe(TEXTS['1.txt']?.replace('一六0', '160'))
  expect(await correctionsOf(session.db, HASH)).toMatchObject([
    { correction: { anchor: { quote: '一六' }, replacement: '16', author: '甲' } },
  ])
  await expectAnchored(session)
  session.close()
})

it('moves annotations, bookmarks and touched statements along, also where the length changes', async () => {
  const { session } = await opened()
  for (const quote of ['各位代表', '增长8.5%', '一六0亿元', '𠮷利大道通车', '新增城镇就业5200人'])
    await annotate(session, quote)
  const place = await placeOf(session, '二、2023年工作安排')
  const anchor = makeAnchor(await textOf(session), place.start, place.end)
  await addBookmark(session, { source: HASH, reading: `${HASH}:1`, anchor, name: '' })
  const { report, key } = await statement(session, '9.8亿元')
  await acceptStatement(session, report, key)
  await correct(session, '一六0亿元', '一百六十亿元')
  expect(await quotes(session)).toEqual(['各位代表', '一百六十亿元', '增长8.5%', '新增城镇就业5200人', '𠮷利大道通车'])
  expect((await session.db.bookmarks.toArray())[0]?.anchor.quote).toBe('二、2023年工作安排')
  const moved = await statement(session, '9.8亿元')
  expect(moved).toMatchObject({ status: 'accepted' })
  expect(moved.start).toBe((await placeOf(session, '9.8亿元')).start)
  // It still stands for the engine's: the number is not there twice.
  const all = await reviewStatements(session.db, report)
  expect(all.filter(({ start }) => start === moved.start)).toHaveLength(1)
  await expectAnchored(session)
  session.close()
})

it('gives a touched statement the number that stands there now, and leaves the rest of the user’s word', async () => {
  const { session } = await opened()
  const { report, key } = await statement(session, '12.5亿元')
  await editStatement(session, report, key, { basis: '可比价' })
  await correct(session, '12.5亿元', '125万元')
  expect(await statement(session, '125万元')).toMatchObject({
    value: 125,
    unit: '万元',
    basis: '可比价',
    status: 'edited',
  })
  expect(await session.db.statements.count()).toBe(1)
  const [one] = await correctionsOf(session.db, HASH)
  await removeCorrections(session, [one?.correction.id ?? ''])
  expect(await statement(session, '12.5亿元')).toMatchObject({ value: 12.5, unit: '亿元', basis: '可比价' })
  session.close()
})

it('keeps what was said of a number that is taken out of the text, until it is there again', async () => {
  const { session } = await opened()
  const before = await statement(session, '36个')
  await acceptStatement(session, before.report, before.key)
  await correct(session, '，改造老旧小区36个', '')
  await expect(statement(session, '36个')).rejects.toThrow()
  expect(await session.db.statements.count()).toBe(1)
  const [one] = await correctionsOf(session.db, HASH)
  await removeCorrections(session, [one?.correction.id ?? ''])
  expect(await statement(session, '36个')).toMatchObject({ status: 'accepted', start: before.start })
  session.close()
})

it('keeps an annotation of which nothing is left as an orphan with its quote, and finds it again', async () => {
  const { session } = await opened()
  await annotate(session, '营商环境持续优化')
  await correct(session, '营商环境持续优化，', '')
  expect(await annotationsOf(session.db, HASH)).toMatchObject([{ orphan: true, anchor: { quote: '营商环境持续优化' } }])
  const [one] = await correctionsOf(session.db, HASH)
  await removeCorrections(session, [one?.correction.id ?? ''])
  expect(await annotationsOf(session.db, HASH)).toMatchObject([
    { orphan: false, anchor: { quote: '营商环境持续优化' } },
  ])
  await expectAnchored(session)
  session.close()
})

it('makes two corrections of one place one, and forgets it where the text is as it was read', async () => {
  const { session } = await opened()
  await correct(session, '1O%', '10%')
  await correct(session, '10%', '11%')
  expect(await correctionsOf(session.db, HASH)).toMatchObject([{ correction: { anchor: { quote: 'O' } } }])
  await correct(session, '11%', '1O%')
  expect(await correctionsOf(session.db, HASH)).toEqual([])
  expect((await session.db.texts.get(`${HASH}:1`))?.corrections).toBeUndefined()
  session.close()
})

it('takes everything back by undo, again by redo, and over a restart', async () => {
  const { project, journal, session } = await opened('1.txt', '3.txt')
  await annotate(session, '漯河两岸')
  const { report, key } = await statement(session, '12.5亿元')
  await acceptStatement(session, report, key)
  const start = await dumpRecords(session.db)
  await correct(session, '漯河', '瀍河')
  await correct(session, '漯河两岸', '瀍河两岸')
  await correct(session, '12.5', '125')
  await correct(session, '一六0', '16O', hashOf('3.txt'), 1)
  await session.refresh()
  const end = await dumpRecords(session.db)
  session.close()
  const { session: again } = await openTexts(project, journal)
  await again.refresh()
  expect(await dumpRecords(again.db)).toEqual(end)
  for (let n = 0; n < 4; n++) await again.undo()
  await again.refresh()
  expect(await dumpRecords(again.db)).toEqual(start)
  for (let n = 0; n < 4; n++) await again.redo()
  await again.refresh()
  expect(await dumpRecords(again.db)).toEqual(end)
  await expectAnchored(again)
  again.close()
})

it('is rebuilt from originals and journal as it was', async () => {
  const { project, journal, session } = await opened('1.txt', '2.txt', '3.txt')
  await annotate(session, '𠮷利大道')
  await correct(session, '漯河回族区', '瀍河回族区')
  await correct(session, '1O%', '10%')
  await correct(session, '停车场5个', '公共停车场五个')
  await correct(session, '一六0', '160', hashOf('3.txt'), 1)
  await session.refresh()
  const full = await dumpRecords(session.db)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: rebuilt } = await openTexts(project, journal)
  await rebuilt.refresh()
  expect(await dumpRecords(rebuilt.db)).toEqual(full)
  rebuilt.close()
})

it('catches up with corrections that only the journal has', async () => {
  const { project, journal, session } = await opened()
  await annotate(session, '𠮷利大道')
  const { entries } = journal
  const known = entries.length
  await correct(session, '一六0', '160')
  await correct(session, '新建停车场5个', '新建大型公共停车场15个')
  await session.refresh()
  const full = await dumpRecords(session.db)
  await session.undo()
  await session.undo()
  // As if the last steps had never reached the database.
  await session.db.journalMirror.where('sequence').above(known).delete()
  await session.db.meta.put({ key: 'lastSequence', value: known })
  entries.splice(known + 2)
  session.close()
  const { session: again } = await openTexts(project, journal)
  await again.refresh()
  expect(await dumpRecords(again.db)).toEqual(full)
  again.close()
})

it('leaves what reading the file anew with the correction gives', async () => {
  const { session } = await opened('1.txt', '3.txt')
  for (const [words, replacement] of [
    ['一六0', '160'],
    ['1O%', '10%'],
    ['停车场5个', '立体停车场5座'],
    ['，其中税收收入完成9.8亿元', ''],
    ['获得感', '满意度'],
    ['重点项目60个', '重大项目60个'],
  ] as const)
    await correct(session, words, replacement)
  expect(await staleSources(session.db)).toEqual([])
  await expectAsReadAnew(session)
  session.close()
})

it('has the file read again where a heading or a title is corrected', async () => {
  const { session } = await opened()
  await correct(session, '漯河回族区政府', '瀍河回族区政府')
  await correct(session, '漯河回族区第', '瀍河回族区第')
  const title = async () => (await getSourceBundle(session.db, HASH))?.reports[0]?.report
  expect((await title())?.title).toContain('瀍河回族区')
  await session.refresh()
  expect(await title()).toMatchObject({ place: { code: '410304' }, repairedFrom: null })
  await correct(session, '工作回顾', '工作成绩')
  expect((await getSourceBundle(session.db, HASH))?.reports[0]?.sections.map((section) => section.title)).toContain(
    '2022年工作成绩',
  )
  await session.refresh()
  await expectAsReadAnew(session)
  session.close()
})

it('corrects many sources in one step, and takes all back in one', async () => {
  const { session } = await opened('1.txt', '2.txt', '3.txt')
  const start = await dumpRecords(session.db)
  const made = []
  for (const name of ['1.txt', '2.txt', '3.txt'])
    made.push({ ...(await placeOf(session, '1O%', hashOf(name))), replacement: '10%' })
  made.push({ ...(await placeOf(session, '1O%', hashOf('3.txt'), 1)), replacement: '10%' })
  const told: number[] = []
  const entry = await addCorrections(session, made, { told: (done) => told.push(done) })
  expect(entry?.operation).toEqual({ key: 'project.history.textsCorrected', params: { count: 4, sources: 3 } })
  expect(told).toEqual([0, 3])
  expect(await session.db.corrections.count()).toBe(4)
  expect(
    (await listCorrections(session.db)).map(({ source, before, after }) => [
      source.name,
      before.slice(-3),
      after.slice(0, 2),
    ]),
  ).toEqual(['1.txt', '2.txt', '3.txt', '3.txt'].map((name) => [name, '增长1', '%，']))
  await session.undo()
  await session.refresh()
  expect(await dumpRecords(session.db)).toEqual(start)
  session.close()
})

it('does nothing of a step that is broken off', async () => {
  const { session } = await opened()
  const start = await dumpRecords(session.db)
  const place = await placeOf(session, '1O%')
  const signal = AbortSignal.abort()
  await expect(addCorrections(session, [{ ...place, replacement: '10%' }], { signal })).rejects.toThrow(StoppedError)
  expect(await dumpRecords(session.db)).toEqual(start)
  session.close()
})

it('refuses a source that has no text, and does nothing for what stands there already', async () => {
  const { session } = await opened()
  const nowhere = { source: hashOf('2.txt'), start: 0, end: 1, replacement: '' }
  await expect(addCorrections(session, [nowhere])).rejects.toMatchObject({ reason: { key: 'project.write.gone' } })
  expect(await correct(session, '漯河', '漯河')).toBeNull()
  expect(await removeCorrections(session, ['none'])).toBeNull()
  session.close()
})

it('takes corrections over into another reading, in its step, where their characters stand', async () => {
  const { session, journal } = await opened()
  await correct(session, '一六0', '160')
  await annotate(session, '160亿元')
  const before = await dumpRecords(session.db)
  const other = await readFile('1.txt', { encoding: 'utf-16le' })
  const { entry: lost } = await storeReading(session.db, other, { author: '甲', at: AT })
  if (lost) await journal.append([lost])
  expect(await correctionsOf(session.db, HASH)).toEqual([])
  const same = await readFile('1.txt', { encoding: 'utf-8' })
  const { entry } = await storeReading(session.db, same, { author: '甲', at: AT })
  if (entry) await journal.append([entry])
  expect(await textOf(session)).toBe(TEXTS['1.txt'])
  await session.undo()
  await session.undo()
  await session.refresh()
  const keep = ({ readings: _, texts: __, ...rest }: Awaited<ReturnType<typeof dumpRecords>>) => rest
  expect(keep(await dumpRecords(session.db))).toEqual(keep(before))
  expect(await textOf(session)).toContain('160亿元')
  await storeReading(session.db, same, { author: '甲', at: AT })
  expect(await textOf(session)).toContain('160亿元')
  expect(await correctionsOf(session.db, HASH)).toMatchObject([
    { correction: { reading: `${HASH}:4`, replacement: '16' } },
  ])
  await expectAnchored(session)
  session.close()
})

it('corrects what an importer stores that did not know of the correction', async () => {
  const { session, project } = await opened()
  const read = await readFile('1.txt')
  await correct(session, '停车场5个', '停车场15个')
  const db = await openDatabase(project.id)
  await storeImport(db, read, { mode: 'restore', author: '', at: AT })
  db.close()
  expect(await textOf(session)).toContain('停车场15个')
  expect(await statement(session, '15个')).toBeTruthy()
  await expectAnchored(session)
  session.close()
})

it('takes back what an importer stores that still knew of a correction', async () => {
  const { session, project } = await opened()
  await correct(session, '停车场5个', '停车场15个')
  const corrections = (await correctionsOf(session.db, HASH)).map(({ correction }) => correction)
  const read = await readFile('1.txt', { corrections })
  await session.undo()
  const db = await openDatabase(project.id)
  await storeImport(db, read, { mode: 'restore', author: '', at: AT })
  db.close()
  expect(await textOf(session)).toBe(TEXTS['1.txt'])
  expect(await statement(session, '5个')).toBeTruthy()
  session.close()
})
