import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { readExtraction } from '#shared/exchange/extraction'
import {
  acceptStatement,
  listCells,
  openDatabase,
  type ProjectDatabase,
  reviewStatements,
  type Session,
  storeExtraction,
  storeImport,
} from '../../../renderer/storage'
import { readStatementsAgain } from '../../../renderer/storage/statements-again'
import { AT, analysed, dump, hashOf, MemoryJournal, newProject, open, readByEngine, statementAt } from './fixture'

const LATER = '2026-01-03T00:00:00.000Z'
const bytesOf = (lines: readonly object[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

/** An extraction: statements of the n-th files, behind their hashes. */
const extraction = (...lines: [n: number, quantity: string, fields?: object][]): Uint8Array =>
  bytesOf(lines.map(([n, quantity, fields]) => ({ id: hashOf(n), ...statementAt(quantity), ...fields })))

/** One value is another than the engine's: 160亿元 is read as 161. */
const CHANGED = extraction([1, '160亿元', { value: 161 }], [1, '8%'])

const file = (n: number, bytes: Uint8Array) => ({
  hash: hashOf(n),
  name: `${n}.jsonl`,
  folder: '',
  bytes: bytes.byteLength,
})

interface Options {
  n?: number
  at?: string
  mode?: 'import' | 'restore'
}

const lay = (db: ProjectDatabase, bytes: Uint8Array, { n = 90, at = AT, mode = 'import' }: Options = {}) =>
  storeExtraction(db, file(n, bytes), readExtraction(bytes), { mode, author: '甲', at })

/** What the importer does with originals: those of texts are analysed, those of extractions laid. */
function importer(project: string, extractions: ReadonlyMap<string, Uint8Array>) {
  return async (originals: readonly { hash: string }[]): Promise<void> => {
    const db = await openDatabase(project)
    for (const { hash } of originals) {
      if (await readStatementsAgain(db, hash)) continue
      const n = Number.parseInt(hash.slice(0, 8), 16)
      const bytes = extractions.get(hash)
      if (bytes) await lay(db, bytes, { n, mode: 'restore' })
      else await storeImport(db, readByEngine(analysed(n)), { mode: 'restore', author: '甲', at: AT })
    }
    db.close()
  }
}

async function project(extractions: ReadonlyMap<string, Uint8Array> = new Map([[hashOf(90), CHANGED]])) {
  const [made, journal] = [newProject(), new MemoryJournal()]
  const restore = importer(made.id, extractions)
  const { session } = await open(made, journal, { restore })
  const imported = async (n: number) => {
    const { entry } = await storeImport(session.db, readByEngine(analysed(n)), { mode: 'import', author: '甲', at: AT })
    if (entry) await journal.append([entry])
  }
  const extracted = async (bytes: Uint8Array, options: Options = {}) => {
    const stored = await lay(session.db, bytes, options)
    if (stored.entry) await journal.append([stored.entry])
    return stored
  }
  return { made, journal, session, restore, imported, extracted }
}

const reportOf = (n: number): string => analysed(n).reports[0]?.report.id ?? ''
const values = async (session: Session, n = 1): Promise<string[]> =>
  (await reviewStatements(session.db, reportOf(n))).map(
    ({ quantity, value, status }) => `${quantity} ${value} ${status}`,
  )

const ENGINE = ['160亿元 160 suggested', '8% 8 suggested', '10% 10 suggested', '5个 5 suggested']
const LAID = ['160亿元 161 suggested', '8% 8 suggested']

it('lays the statements of an extraction in place of the engine’s, cells too', async () => {
  const { session, imported, extracted } = await project()
  await imported(1)
  expect(await values(session)).toEqual(ENGINE)
  const { outcome, entry } = await extracted(CHANGED)
  expect(outcome).toMatchObject({
    status: 'imported',
    format: 'extraction',
    reports: [],
    statements: 2,
    extraction: { sources: 1, laid: 2, matters: 0, refused: 0, invalid: 0, missing: 0, missingNamed: [] },
  })
  expect(entry?.operation.key).toBe('project.history.sourceImported')
  expect(await values(session)).toEqual(LAID)
  expect((await listCells(session.db))[0]?.cells.map(({ value }) => value)).toContain(161)
  session.close()
})

it('brings the engine’s back when the import is undone, and its own when that is redone', async () => {
  const { session, imported, extracted } = await project()
  await imported(1)
  const before = await dump(session.db, ['journalMirror', 'meta', 'sources', 'extractions'])
  await extracted(CHANGED)
  await session.undo()
  await session.refresh()
  expect(await values(session)).toEqual(ENGINE)
  const after = await dump(session.db, ['journalMirror', 'meta', 'sources', 'extractions'])
  for (const table of ['reports', 'engineOutput', 'cells', 'sections']) expect(after[table]).toEqual(before[table])
  await session.redo()
  await session.refresh()
  expect(await values(session)).toEqual(LAID)
  session.close()
})

it('never touches what the user has spoken on', async () => {
  const { session, imported, extracted } = await project()
  await imported(1)
  const [first] = await reviewStatements(session.db, reportOf(1))
  await acceptStatement(session, reportOf(1), first?.key ?? '')
  const [touched] = await session.db.statements.toArray()
  await extracted(CHANGED)
  expect(await session.db.statements.toArray()).toEqual([touched])
  expect(await values(session)).toContain('160亿元 160 accepted')
  session.close()
})

it('refuses and counts statements that do not stand where they say', async () => {
  const { session, imported, extracted } = await project()
  await imported(1)
  const wrong = extraction(
    [1, '160亿元', { value: 161 }],
    [1, '8%', { start: 3 }],
    [1, '10%', { sentence: { start: 0, end: 9999 } }],
    [1, '160亿元', { value: 162 }],
  )
  const { outcome } = await extracted(wrong)
  expect(outcome).toMatchObject({ extraction: { laid: 1, refused: 3 } })
  expect(await values(session)).toEqual(['160亿元 161 suggested'])
  session.close()
})

it('leaves the engine its word where nothing of an extraction stands in the text', async () => {
  const { session, imported, extracted } = await project()
  await imported(1)
  const { outcome } = await extracted(extraction([1, '8%', { start: 3 }]))
  expect(outcome).toMatchObject({ extraction: { laid: 0, refused: 1 } })
  expect(await values(session)).toEqual(ENGINE)
  session.close()
})

it('names sources that are not there, and takes effect when they are imported', async () => {
  const { session, imported, extracted } = await project()
  const summary = bytesOf([{ id: hashOf(1), type: 'source', reports: [{ title: '政府工作报告' }] }])
  const both = new Uint8Array([...summary, ...CHANGED, ...extraction([2, '8%'])])
  const { outcome } = await extracted(both)
  expect(outcome).toMatchObject({
    extraction: {
      ...{ sources: 2, laid: 0, refused: 0, missing: 2 },
      missingNamed: [
        { hash: hashOf(1), title: '政府工作报告' },
        { hash: hashOf(2), title: '' },
      ],
    },
  })
  await imported(1)
  expect(await values(session)).toEqual(LAID)
  session.close()
})

it('gives the word to the extraction that was imported last, and a second time to none', async () => {
  const later = extraction([1, '160亿元', { value: 162 }])
  const { session, imported, extracted } = await project(
    new Map([
      [hashOf(90), CHANGED],
      [hashOf(91), later],
    ]),
  )
  await imported(1)
  // The order of the imports is that of their times, whatever the order in which a rebuild reads them.
  await extracted(later, { n: 91, at: LATER })
  await extracted(CHANGED)
  expect(await values(session)).toEqual(['160亿元 162 suggested'])
  expect((await extracted(CHANGED)).outcome).toEqual({ status: 'duplicate', of: '90.jsonl' })
  session.close()
})

it('is there again after a rebuild and after a refresh, in whatever order files are read', async () => {
  const { session, made, journal, imported, extracted, restore } = await project()
  await imported(1)
  await extracted(CHANGED)
  await imported(2)
  const before = await dump(session.db)
  await session.db.readings.toCollection().modify({ made: 0 })
  await session.refresh()
  expect(await dump(session.db)).toEqual(before)
  for (const turned of [false, true]) {
    for (const table of session.db.tables) await table.clear()
    const { session: rebuilt } = await open(made, journal, {
      restore: (originals) => restore(turned ? originals.toReversed() : originals),
    })
    expect(await dump(rebuilt.db)).toEqual(before)
    rebuilt.close()
  }
  session.close()
})
