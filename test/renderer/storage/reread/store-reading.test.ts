import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { readingId, reportId } from '#shared/model/identity'
import type { Encoding } from '#shared/model/reading'
import {
  acceptStatement,
  addAnnotation,
  annotationsOf,
  getSourceBundle,
  reviewStatements,
  type Session,
  staleSources,
  storeImport,
  storeReading,
  updateReport,
} from '../../../../renderer/storage'
import {
  AT,
  dump,
  dumpRecords,
  hashOf,
  importFile,
  MemoryJournal,
  newProject,
  open,
  readIn,
  restoreReadings,
  TEXT,
  truly,
} from '../fixture'

const HASH = hashOf(1)
const REPORT = reportId(HASH, 0)

/** A project with one file, two annotations, an accepted target and a result, and a corrected title. */
async function used() {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await open(project, journal, { restore: restoreReadings(project.id) })
  await importFile(session.db, journal, 1, truly(1))
  for (const quote of ['地区生产总值160亿元', '固定资产投资增长10%']) {
    const start = TEXT.indexOf(quote)
    const anchor = {
      start,
      end: start + quote.length,
      quote,
      prefix: TEXT.slice(0, start),
      suffix: TEXT.slice(start + quote.length),
    }
    await addAnnotation(session, {
      source: HASH,
      reading: readingId(HASH, 1),
      report: REPORT,
      anchor,
      codes: [],
      memo: '',
    })
  }
  for (const quantity of ['160亿元', '10%']) {
    const found = (await reviewStatements(session.db, REPORT)).find((one) => one.quantity === quantity)
    await acceptStatement(session, REPORT, found?.key ?? '')
  }
  await updateReport(session, REPORT, { title: '改过的题目' })
  return { project, journal, session }
}

/** Reads the file in another encoding, as the importer does in mode `reread`. */
async function reread(session: Session, journal: MemoryJournal, encoding: Encoding | null) {
  const stored = await storeReading(session.db, readIn(1, encoding), { author: '甲', at: AT })
  if (stored.entry) await journal.append([stored.entry])
  return stored
}

it('makes a new reading, keeps the old text, and carries marks to where their quotes stand', async () => {
  const { session, journal } = await used()
  const { outcome, entry } = await reread(session, journal, 'big5')
  expect(outcome).toMatchObject({ status: 'imported', encoding: 'big5' })
  expect(entry?.operation).toEqual({ key: 'project.history.sourceRereadLost', params: { name: '1.txt', lost: 2 } })
  expect(await session.db.texts.toCollection().primaryKeys()).toEqual([readingId(HASH, 1), readingId(HASH, 2)])
  const bundle = await getSourceBundle(session.db, HASH)
  const text = bundle?.text.text ?? ''
  expect(bundle).toMatchObject({ source: { readAs: { encoding: 'big5' } }, reading: { number: 2, encoding: 'big5' } })
  const [orphan, kept] = (await annotationsOf(session.db, HASH)).sort((a) => (a.orphan ? -1 : 1))
  expect(text.slice(kept?.anchor.start, kept?.anchor.end)).toBe('地区生产总值160亿元')
  expect(kept).toMatchObject({ orphan: false, report: REPORT, reading: readingId(HASH, 2) })
  expect(orphan).toMatchObject({ orphan: true, anchor: { quote: '固定资产投资增长10%' } })
  const statements = await reviewStatements(session.db, REPORT)
  const accepted = statements.filter(({ status }) => status === 'accepted')
  expect(accepted.map(({ quantity }) => quantity)).toEqual(['160亿元'])
  for (const { start, quantity } of statements) expect(text.slice(start, start + quantity.length)).toBe(quantity)
  expect(statements.map(({ quantity }) => quantity).filter((quantity) => quantity === '160亿元')).toHaveLength(1)
  expect(bundle?.reports).toMatchObject([{ report: { title: '改过的题目', edited: ['title'] } }])
  session.close()
})

it('carries what the user set to the same report when another one comes before it', async () => {
  const { session, journal } = await used()
  await reread(session, journal, 'utf-16le')
  const reports = (await getSourceBundle(session.db, HASH))?.reports.map(({ report }) => [
    report.place?.short,
    report.title,
  ])
  expect(reports).toEqual([
    ['老城', '政府工作报告 0'],
    ['瀍河', '改过的题目'],
  ])
  const second = reportId(HASH, 1)
  expect((await annotationsOf(session.db, HASH)).map(({ report }) => report)).toEqual([second, second])
  expect((await reviewStatements(session.db, second)).filter(({ status }) => status === 'accepted')).toHaveLength(2)
  session.close()
})

it.each(['big5', 'utf-16le', 'utf-16be'] as const)(
  'is one step: undo and redo of a reading in %s',
  async (encoding) => {
    const { session, journal } = await used()
    const before = await dumpRecords(session.db)
    await reread(session, journal, encoding)
    const after = await dumpRecords(session.db)
    await session.undo()
    // The text is the right one at once, the reports of the other reading are not shown with it.
    expect((await getSourceBundle(session.db, HASH))?.text.text).toBe(TEXT)
    await session.refresh()
    const kept = ({ readings: _, texts: __, ...records }: Record<string, unknown[]>) => records
    expect(kept(await dumpRecords(session.db))).toEqual(kept(before))
    expect(await staleSources(session.db)).toEqual([])
    await session.redo()
    await session.refresh()
    expect(await dumpRecords(session.db)).toEqual(after)
    session.close()
  },
)

it('is rebuilt from the journal in the reading that it had, and can still be undone', async () => {
  const { session, journal, project } = await used()
  const first = await dump(session.db, ['journalMirror', 'meta', 'readings', 'texts'])
  await reread(session, journal, 'utf-16le')
  const last = await dump(session.db, ['readings', 'texts'])
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: rebuilt } = await open(project, journal, { restore: restoreReadings(project.id) })
  expect(await dump(rebuilt.db, ['readings', 'texts'])).toEqual(last)
  expect(await rebuilt.db.texts.toCollection().primaryKeys()).toEqual([readingId(HASH, 2)])
  await rebuilt.undo()
  await rebuilt.refresh()
  expect(await dump(rebuilt.db, ['journalMirror', 'meta', 'readings', 'texts'])).toEqual(first)
  expect((await getSourceBundle(rebuilt.db, HASH))?.text.text).toBe(TEXT)
  rebuilt.close()
})

it('finds an orphan and a lost statement again in the next reading', async () => {
  const { session, journal } = await used()
  await reread(session, journal, 'utf-16be')
  expect((await annotationsOf(session.db, HASH)).map(({ orphan }) => orphan)).toEqual([true, true])
  expect(await reviewStatements(session.db, REPORT)).toEqual([])
  await reread(session, journal, null)
  expect((await getSourceBundle(session.db, HASH))?.reading.number).toBe(3)
  expect((await annotationsOf(session.db, HASH)).map(({ orphan }) => orphan)).toEqual([false, false])
  const accepted = (await reviewStatements(session.db, REPORT)).filter(({ status }) => status === 'accepted')
  expect(accepted.map(({ quantity }) => quantity)).toEqual(['160亿元', '10%'])
  session.close()
})

it('writes no step where nothing is read otherwise', async () => {
  const { session, journal } = await used()
  const before = await dump(session.db)
  expect((await reread(session, journal, null)).entry).toBeNull()
  expect(await dump(session.db)).toEqual(before)
  session.close()
})

it('makes a new reading where a newer parser reads the same file otherwise', async () => {
  const { session } = await used()
  const newer = readIn(1, 'big5')
  const same = { ...newer, source: { ...newer.source, readAs: truly(1).source.readAs } }
  const { entry } = await storeImport(session.db, same, { mode: 'restore', author: '', at: AT })
  expect(entry?.operation.key).toBe('project.history.sourceRereadLost')
  expect((await getSourceBundle(session.db, HASH))?.reading.number).toBe(2)
  session.close()
})

it('takes nothing for a reading that the source no longer has', async () => {
  const { session, journal } = await used()
  await reread(session, journal, 'big5')
  const before = await dump(session.db)
  await storeImport(session.db, readIn(1, null, 1), { mode: 'restore', author: '', at: AT })
  expect(await dump(session.db)).toEqual(before)
  session.close()
})

it('says that a source is gone', async () => {
  const { session } = await used()
  const stored = storeReading(session.db, readIn(2, 'big5'), { author: '甲', at: AT })
  await expect(stored).rejects.toMatchObject({ reason: { key: 'project.write.gone' } })
  session.close()
})
