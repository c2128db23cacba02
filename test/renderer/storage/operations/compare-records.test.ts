import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  auditSettings,
  ledgerSettings,
  listAuditRulings,
  listCitedFigures,
  listLedgerRulings,
  listSeriesBreaks,
  removeCitedFigures,
  removeSeriesBreak,
  ruleLedger,
  type Session,
  StorageError,
  saveCitedFigure,
  saveProjectSettings,
  saveSeriesBreak,
  settleFindings,
} from '../../../../renderer/storage'
import { dump, hashOf, importFile, opened } from '../fixture'

let session: Session
let report: string
let before: unknown

const records = () => dump(session.db, ['journalMirror', 'journalHeads', 'meta'])

beforeEach(async () => {
  const made = await opened()
  session = made.session
  await importFile(session.db, made.journal, 1)
  report = (await session.db.reports.toArray())[0]?.id ?? ''
  before = await records()
})

afterEach(() => session.close())

async function undoAll(steps: number): Promise<void> {
  for (let n = 0; n < steps; n++) await session.undo()
  expect(await records()).toEqual(before)
}

const FIGURE = {
  place: '410304',
  year: '2022',
  indicator: 'gdp',
  kind: 'growth',
  value: 4.3,
  high: null,
  unit: '%',
  comparator: 'eq',
  basis: '',
  subset: '',
  genre: 'bulletin',
  citation: '2022年统计公报，第1页',
} as const

it('keeps figures that were typed in, by place and year, each change a step', async () => {
  const later = await saveCitedFigure(session, FIGURE)
  const earlier = await saveCitedFigure(session, { ...FIGURE, year: '2021' })
  expect((await listCitedFigures(session.db)).map(({ year, author }) => [year, author])).toEqual([
    ['2021', session.author],
    ['2022', session.author],
  ])
  await saveCitedFigure(session, { ...FIGURE, id: later.id, value: 4.4 })
  await saveCitedFigure(session, { ...FIGURE, id: later.id, value: 4.4 })
  expect((await listCitedFigures(session.db)).map(({ value }) => value)).toEqual([4.3, 4.4])
  expect(await removeCitedFigures(session, [later.id, earlier.id])).toMatchObject({
    operation: { key: 'project.history.citedFiguresRemoved', params: { count: 2 } },
  })
  expect(await removeCitedFigures(session, [later.id])).toBeNull()
  await undoAll(4)
})

it('refuses a figure without a citation', async () => {
  await expect(saveCitedFigure(session, { ...FIGURE, citation: '' })).rejects.toThrow(StorageError)
  expect(await listCitedFigures(session.db)).toEqual([])
})

it('keeps one ruling for each row of the ledger, and none that says nothing', async () => {
  const target = { report, key: '0:8%:地区生产总值' }
  const word = { target, source: hashOf(1) }
  await ruleLedger(session, [{ ...word, verdict: 'met', note: '按可比口径' }])
  await ruleLedger(session, [{ ...word, pairing: { report, key: '9:4.3%:地区生产总值' } }])
  expect(await listLedgerRulings(session.db)).toMatchObject([
    { target, verdict: 'met', note: '按可比口径', pairing: { key: '9:4.3%:地区生产总值' } },
  ])
  expect(await ruleLedger(session, [{ ...word, verdict: 'met', note: '按可比口径' }])).toBeNull()
  await ruleLedger(session, [{ ...word, pairing: 'auto', verdict: null, note: '' }])
  expect(await listLedgerRulings(session.db)).toEqual([])
  expect(await ruleLedger(session, [{ ...word, pairing: 'auto', verdict: null, note: '' }])).toBeNull()
  await undoAll(3)
})

it('settles findings in one step and opens them again', async () => {
  const names = ['a', 'b'].map((finding) => ({ finding, source: hashOf(1) }))
  await settleFindings(session, names, { judgement: 'explained', note: '区划调整' })
  await settleFindings(session, names.slice(0, 1), { judgement: 'report_error', note: '' })
  expect(await settleFindings(session, names.slice(0, 1), { judgement: 'report_error', note: '' })).toBeNull()
  const judged = (await listAuditRulings(session.db)).map(({ finding, judgement }) => `${finding} ${judgement}`)
  expect(judged.sort()).toEqual(['a report_error', 'b explained'])
  await settleFindings(session, names, null)
  expect(await listAuditRulings(session.db)).toEqual([])
  expect(await settleFindings(session, names, null)).toBeNull()
  await undoAll(3)
})

it('keeps breaks in series by year', async () => {
  const made = { places: ['410304'], indicators: [], cause: 'division', note: '吉利区撤销' } as const
  const draft = { ...made, places: [...made.places], indicators: [] }
  const late = await saveSeriesBreak(session, { ...draft, year: 2021 })
  await saveSeriesBreak(session, { ...draft, year: 2014 })
  expect((await listSeriesBreaks(session.db)).map(({ year }) => year)).toEqual([2014, 2021])
  await saveSeriesBreak(session, { ...draft, id: late.id, year: 2022 })
  await saveSeriesBreak(session, { ...draft, id: late.id, year: 2022 })
  await removeSeriesBreak(session, late.id)
  expect(await removeSeriesBreak(session, late.id)).toBeNull()
  expect((await listSeriesBreaks(session.db)).map(({ year }) => year)).toEqual([2014])
  await undoAll(4)
})

it('goes by the settings that were set out with until the user changes them', async () => {
  const ledger = await ledgerSettings(session.db)
  expect(ledger).toMatchObject({ ratePoints: 0.5, amountPercent: 5, precedence: expect.arrayContaining(['report']) })
  expect(await auditSettings(session.db)).toMatchObject({ off: ['prices', 'mended'], bandLow: -3, bandHigh: 6 })
  await saveProjectSettings(session, { ...ledger, ratePoints: 1 })
  await saveProjectSettings(session, { ...(await auditSettings(session.db)), off: ['sum'] })
  expect((await ledgerSettings(session.db)).ratePoints).toBe(1)
  expect((await auditSettings(session.db)).off).toEqual(['sum'])
  expect(await saveProjectSettings(session, { ...ledger, ratePoints: 1 })).toBeNull()
  await undoAll(2)
})
