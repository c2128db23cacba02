import { describe, expect, it } from 'vitest'
import type { CitedFigure, LedgerRuling } from '#shared/model/ledger'
import { scoreLedger } from '../../../../shared/compare/ledger/score'
import { report } from './build'
import { caveatsOf, ledgerOf, SETTINGS } from './rules'

const planned = report(2022, [{ role: 'target', value: 8 }])
const next = report(2023, [{ value: 4 }, { value: 9, canonical: 'gdp_per_capita', indicator: '人均GDP' }])
const target = { report: planned.report.id, key: planned.statements[0]?.key ?? '' }
const other = { report: next.report.id, key: next.statements[1]?.key ?? '' }

const ruling = (fields: Partial<LedgerRuling>): LedgerRuling => ({
  id: '00000000-0000-4000-8000-000000000001',
  target,
  source: planned.report.source,
  pairing: 'auto',
  verdict: null,
  note: '',
  author: '',
  updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})

const cited: CitedFigure = {
  id: '00000000-0000-4000-8000-000000000002',
  place: '410304',
  year: '2022',
  indicator: 'gdp',
  kind: 'growth',
  value: 8.2,
  high: null,
  unit: '%',
  comparator: 'eq',
  basis: '',
  subset: '',
  genre: 'bulletin',
  citation: '2022年统计公报',
  author: '',
  updatedAt: '2026-01-01T00:00:00Z',
}

const ruled = (...rulings: LedgerRuling[]) => ledgerOf([planned, next], { years: [2022], rulings }).rows[0]

describe('the user’s word', () => {
  it('pairs by hand, and the rules’ answer stays beside it', () => {
    const row = ruled(ruling({ pairing: other, note: '口径已改' }))
    expect(row).toMatchObject({
      verdict: 'met',
      result: { value: 9 },
      rules: { verdict: 'missed', result: { value: 4 } },
    })
    expect(row?.ruling?.note).toBe('口径已改')
    expect(row?.why.key).toBe('ledger.why.ruled')
  })

  it('says that no result belongs to a target', () => {
    expect(ruled(ruling({ pairing: 'none' }))).toMatchObject({ verdict: 'silent', result: null, gap: null })
  })

  it('overrules the verdict and keeps the pair', () => {
    const row = ruled(ruling({ verdict: 'partly' }))
    expect(row).toMatchObject({ verdict: 'partly', result: { value: 4 }, rules: { verdict: 'missed' }, scored: true })
  })

  it('lets the later of two rulings stand', () => {
    const later = ruling({
      id: '00000000-0000-4000-8000-000000000003',
      verdict: 'nearly',
      updatedAt: '2026-02-01T00:00:00Z',
    })
    expect(ruled(later, ruling({ verdict: 'partly' }))?.verdict).toBe('nearly')
  })

  it('goes by the rules where the chosen result is gone', () => {
    const row = ruled(ruling({ pairing: { report: next.report.id, key: 'gone' } }))
    expect([row?.verdict, row && caveatsOf(row)]).toEqual(['missed', ['lostPairing']])
  })

  it('names rulings that stand for no row', () => {
    const stray = ruling({ target: { report: planned.report.id, key: 'gone' } })
    expect(ledgerOf([planned, next], { rulings: [stray, ruling({})] }).strayRulings).toEqual([stray])
    expect(ledgerOf([planned, next], { rulings: [stray], years: [2023] }).strayRulings).toEqual([])
  })
})

describe('figures that are typed in', () => {
  it('stand behind the report’s own, which stays visible either way', () => {
    const of = (precedence: typeof SETTINGS.precedence) =>
      ledgerOf([planned, next], { years: [2022], cited: [cited], settings: { ...SETTINGS, precedence } }).rows[0]
    expect(of(['report', 'bulletin', 'plan', 'budget', 'other'])).toMatchObject({
      verdict: 'missed',
      others: [{ figure: { value: 8.2 }, judgement: { verdict: 'met' } }],
    })
    const row = of(['bulletin', 'report', 'plan', 'budget', 'other'])
    expect(row).toMatchObject({
      verdict: 'met',
      result: { value: 8.2, origin: null },
      others: [{ figure: { value: 4 } }],
    })
    expect(row && caveatsOf(row)).toEqual(['cited'])
  })

  it('decide before the next report is there', () => {
    expect(ledgerOf([planned], { cited: [cited] }).rows[0]).toMatchObject({ verdict: 'met', scored: true })
  })
})

describe('results without a target', () => {
  it('are listed on request only', () => {
    expect(ledgerOf([planned, next]).untargeted).toEqual([])
    const { untargeted } = ledgerOf([planned, next], { untargeted: true, years: [2022] })
    expect(untargeted.map(({ value }) => value)).toEqual([9])
  })
})

describe('scores', () => {
  const rows = ledgerOf(
    [
      report(2022, [
        { role: 'target', value: 3, wording: '确保', list: 'headline' },
        { role: 'target', value: 8, canonical: 'retail_sales', wording: '力争', list: 'headline' },
        { role: 'target', value: 6, canonical: 'tax_revenue', wording: '力争', list: 'priority' },
        { role: 'target', value: 6, canonical: 'tax_revenue', list: 'livelihood' },
      ]),
      report(2023, [{ value: 4 }, { value: 6, canonical: 'retail_sales' }]),
    ],
    { years: [2022] },
  ).rows

  it('count verdicts apart for each list and wording', () => {
    const scores = scoreLedger(rows, ['wording'])
    expect(scores.map(({ group, decided, share }) => [group.wording, decided, share])).toEqual([
      ['', 0, null],
      ['力争', 1, 0],
      ['确保', 1, 1],
    ])
    expect(scoreLedger(rows, ['list']).map(({ group, verdicts }) => [group.list, verdicts.silent])).toEqual([
      ['headline', 0],
      ['livelihood', 1],
      ['priority', 1],
    ])
  })

  it('count a promise once that is made in two lists', () => {
    const [all] = scoreLedger(rows, [])
    expect(all).toMatchObject({ decided: 2, exceeded: 1, share: 0.5, leftOut: 1, verdicts: { silent: 1 } })
  })
})
