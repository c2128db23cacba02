import { describe, expect, it } from 'vitest'
import { filterRows } from '../../../../renderer/workers/statements/filter'
import { NO_FILTER, type StatementFilter } from '../../../../renderer/workers/statements/protocol'
import { columnsOf, laid, placeOf, reportOf } from './material'

const columns = columnsOf(
  [
    { indicator: '地区生产总值', canonical: 'gdp', role: 'actual', confidence: 0.9 },
    { indicator: '工业投资', canonical: 'industrial_investment', role: 'target', list: 'headline', measure: 'done' },
    { indicator: '新增泊位', canonical: '', kind: 'level', scope: '全市', year: '2021', confidence: 0.6 },
    { indicator: '税收', canonical: 'tax_revenue', status: 'accepted', article: 'other', subset: '重点企业' },
  ],
  [{ indicator: 'PM2.5浓度', canonical: 'pm25', status: 'rejected' }],
)
columns.put(reportOf(7, { place: placeOf('410311', '洛龙区'), year: 2022, main: false }), [laid({ indicator: '税收' })])

const found = (filter: Partial<StatementFilter>, report: string | null = null) => [
  ...filterRows(columns, report, { ...NO_FILTER, ...filter }).rows,
]

describe('a filter', () => {
  it.each<[string, Partial<StatementFilter>, number[]]>([
    ['nothing', {}, [0, 1, 2, 3, 4, 5]],
    ['a word of the phrase', { text: '工业' }, [1]],
    ['letters of either case', { text: 'pm2' }, [4]],
    ['a word of the subset', { text: '重点企业' }, [3]],
    ['two words', { text: '工业 投资' }, [1]],
    ['words that no statement holds', { text: '工业 税收' }, []],
    ['a status', { statuses: ['accepted', 'rejected'] }, [3, 4]],
    ['a role', { roles: ['target'] }, [1]],
    ['a kind', { kinds: ['level'] }, [2]],
    ['an indicator', { indicators: ['gdp', 'pm25'] }, [0, 4, 5]],
    ['what is no indicator', { indicators: [''] }, [2]],
    ['a place', { places: ['410311'] }, [5]],
    ['a report year', { reportYears: [2024] }, [0, 1, 2, 3, 4]],
    ['a data year', { years: ['2021'] }, [2]],
    ['a measure', { measures: ['done'] }, [1]],
    ['a list', { lists: ['headline'] }, [1]],
    ['another scope', { scope: 'other' }, [2]],
    ['the own scope', { scope: 'own' }, [0, 1, 3, 4, 5]],
    ['a bound of certainty', { below: 0.7 }, [2]],
    ['main versions', { mainOnly: true }, [0, 1, 2, 3, 4]],
    ['several boxes', { roles: ['actual'], statuses: ['suggested'], mainOnly: true }, [0, 2]],
  ])('lets through %s', (_, filter, rows) => {
    expect(found(filter)).toEqual(rows)
  })

  it('hides suggestions outside of the report with the minor versions, not what the user took', () => {
    const some = columnsOf([{ article: 'other' }, { article: 'other', status: 'accepted' }])
    expect([...filterRows(some, null, { ...NO_FILTER, mainOnly: true }).rows]).toEqual([1])
  })

  it('keeps to one report', () => {
    expect(found({}, reportOf(1).id)).toEqual([4])
    expect(found({}, 'gone')).toEqual([])
  })

  it('counts statuses whatever status is asked for', () => {
    const { counts, all } = filterRows(columns, null, { ...NO_FILTER, statuses: ['accepted'], mainOnly: true })
    expect(counts).toEqual({ suggested: 3, accepted: 1, edited: 0, rejected: 1 })
    expect(all).toBe(6)
  })

  it('lets a row through whose sentence holds the text', () => {
    const filter = { ...NO_FILTER, text: '泊位', sentences: true }
    expect([...filterRows(columns, null, filter, (row) => row === 0).rows]).toEqual([0, 2])
  })
})
