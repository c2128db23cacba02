import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readExtraction } from '#shared/exchange/extraction'
import type { AnalysedSource } from '#shared/model/analysed'
import type { ExtractedMatter } from '#shared/model/matter'
import { sourceSummary, statementLines } from '../../../../electron/cli/statement-lines'
import {
  acceptMatter,
  addCorrections,
  hideSource,
  reviewMatters,
  reviewStatements,
  type Session,
  showSource,
  storeExtraction,
} from '../../../../renderer/storage'
import { hashOf, importText, openTexts, readFile } from '../corrections/texts'
import { AT, dump, MemoryJournal, newProject } from '../fixture'

const HASH = hashOf('4.txt')
let session: Session
let journal: MemoryJournal
let read: AnalysedSource

beforeEach(async () => {
  journal = new MemoryJournal()
  session = (await openTexts(newProject(), journal)).session
  read = await readFile('4.txt')
})
afterEach(() => session.close())

const report = () => read.reports[0]?.report.id ?? ''
const encode = (lines: string): Uint8Array => new TextEncoder().encode(lines)
/** What the command line writes for the file. */
const printed = (source = read) => sourceSummary(source, { id: HASH }) + statementLines(source, { id: HASH })

/** The file as another engine would read it. */
const withMatters = (matters: readonly ExtractedMatter[]): AnalysedSource => ({
  ...read,
  reports: read.reports.map((one) => ({ ...one, matters: [...matters] })),
})

async function lay(lines: string) {
  const bytes = encode(lines)
  const file = { hash: '9'.repeat(64), name: 'lines.jsonl', folder: '', bytes: bytes.length }
  const stored = await storeExtraction(session.db, file, readExtraction(bytes), {
    mode: 'import',
    author: '甲',
    at: AT,
  })
  if (stored.entry) await journal.append([stored.entry])
  return stored.outcome
}

const matters = async () => (await reviewMatters(session.db, report())).map(({ content }) => content)
const found = () => read.reports.flatMap((one) => one.matters)

it('takes in again what the command line has printed', async () => {
  await importText(session.db, journal, '4.txt')
  const tables = ['engineOutput', 'engineMatters', 'cells', 'sections', 'reports']
  const before = await dump(session.db)
  const statements = read.reports.flatMap((one) => one.statements)
  const outcome = await lay(printed())
  expect(outcome).toMatchObject({
    extraction: { laid: statements.length, matters: found().length, refused: 0, invalid: 0 },
  })
  expect(found().length).toBeGreaterThan(5)
  const after = await dump(session.db)
  for (const table of tables) expect(after[table]).toEqual(before[table])
})

it('lays matters in place of the engine’s, and gives those back when its file is taken away', async () => {
  await importText(session.db, journal, '4.txt')
  const ventures = found().flatMap((one) => (one.type === 'venture' ? [{ ...one, place: '漯河' }] : []))
  await acceptMatter(session, report(), (await reviewMatters(session.db, report()))[0]?.key ?? '')
  const [touched] = await session.db.matters.toArray()
  await lay(printed(withMatters(ventures.slice(1))))
  expect(await session.db.matters.toArray()).toEqual([touched])
  expect(await matters()).toEqual([touched?.content, ...ventures.slice(1)])
  await hideSource(session, '9'.repeat(64))
  await session.refresh()
  expect(await matters()).toEqual(found())
  await showSource(session, '9'.repeat(64))
  await session.refresh()
  expect(await matters()).toEqual([touched?.content, ...ventures.slice(1)])
})

it('leaves the matters to the engine where an extraction has none', async () => {
  await importText(session.db, journal, '4.txt')
  const [first] = await reviewStatements(session.db, report())
  const lines = printed(withMatters([])).replaceAll('"unit":"亿元"', '"unit":"亿"')
  expect(await lay(lines)).toMatchObject({ extraction: { matters: 0 } })
  expect((await reviewStatements(session.db, report()))[0]).toEqual({ ...first, unit: '亿' })
  expect(await matters()).toEqual(found())
})

it('refuses matters whose name is not in the text where they say', async () => {
  await importText(session.db, journal, '4.txt')
  const [kept] = found().filter(({ type }) => type === 'venture')
  if (kept?.type !== 'venture') throw new Error('no venture')
  const wrong = [
    { ...kept, name: '麒麟饭店' },
    { ...kept, start: 99_999, end: 100_000 },
    { ...kept, end: kept.start },
    { ...kept, start: kept.start + 2, end: kept.end + 2 },
    { ...kept, sentence: { start: 0, end: 99_999 } },
    { ...kept, start: kept.start + 1, amount: { start: 99_999, quantity: '50亿元', value: 50, unit: '亿元' } },
    { ...kept, start: kept.start + 1, amount: { start: 0, quantity: '50亿元', value: 50, unit: '亿元' } },
    ...[0, 99_999].map((until): ExtractedMatter => {
      const { name: _, place: __, amount: ___, stage: ____, stageWords: _____, ...common } = kept
      const funds = { total: null, own: null, above: null, private: null }
      return { ...common, ...funds, type: 'list', heading: '', until, stated: null, items: 0 }
    }),
  ]
  const outcome = await lay(printed(withMatters([kept, kept, ...wrong])))
  expect(outcome).toMatchObject({ extraction: { matters: 1, refused: wrong.length + 1 } })
  expect(await matters()).toEqual([kept])
})

it('takes effect when its source is imported, and moves with corrections', async () => {
  const ventures = found().flatMap((one) => (one.type === 'venture' ? [{ ...one, place: '漯河' }] : []))
  await lay(printed(withMatters(ventures)))
  await importText(session.db, journal, '4.txt')
  expect(await matters()).toEqual(ventures)
  const start = read.text.text.indexOf('唐寺门立交')
  await addCorrections(session, [{ source: HASH, start: start + 3, end: start + 3, replacement: '互通式' }])
  const text = (await session.db.texts.toArray()).find(({ reading }) => reading.startsWith(HASH))?.text ?? ''
  const moved = await matters()
  expect(moved).toHaveLength(ventures.length)
  for (const [index, matter] of moved.entries()) {
    const { name, amount } = matter.type === 'venture' ? matter : { name: '', amount: null }
    if (index !== 1) expect(text.slice(matter.start, matter.end)).toBe(name)
    if (amount) expect(text.startsWith(amount.quantity, amount.start)).toBe(true)
  }
})
