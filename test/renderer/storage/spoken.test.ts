import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExtractedStatement, type Statement, statementKey } from '#shared/model/statement'
import { unspoken } from '../../../renderer/storage/spoken'
import { statementAt } from './fixture'

const found = (indicator: string, more: Partial<ExtractedStatement> = {}): ExtractedStatement => ({
  ...statementAt('8%'),
  indicator,
  canonical: '',
  ...more,
})
const touched = (statement: ExtractedStatement, origin: string | null = statementKey(statement)): Statement => ({
  ...statement,
  ...{ id: statement.indicator, source: '', reading: '', report: '', prefix: '', suffix: '' },
  ...{ status: 'accepted', origin, author: '', updatedAt: '', also: [] },
})
const names = (list: readonly ExtractedStatement[]) => list.map(({ indicator }) => indicator)

describe('what the user has not spoken on', () => {
  it('leaves out the statement of the same key', () => {
    const [a, b] = [found('甲产值'), found('乙产值')]
    expect(names(unspoken([a, b], [touched(a)]))).toEqual(['乙产值'])
  })

  it('leaves it out also where a newer engine names it otherwise', () => {
    const old = found('完成工业投资')
    expect(unspoken([found('工业投资')], [touched(old)])).toEqual([])
    expect(unspoken([found('技术改造')], [touched(old)])).toEqual([])
    expect(names(unspoken([found('工业投资'), found('民间投资')], [touched(old)]))).toEqual(['民间投资'])
  })

  it('goes by the indicator where the dictionary has learnt it', () => {
    const old = found('规上工业', { canonical: 'industrial_value_added' })
    const now = [found('税收'), found('工业增加值', { canonical: 'industrial_value_added' })]
    expect(names(unspoken(now, [touched(old)]))).toEqual(['税收'])
  })

  it('leaves out what was added by hand before the engine found it', () => {
    expect(unspoken([found('停车场')], [touched(found('公共停车场'), null)])).toEqual([])
  })

  it('keeps both of two where it cannot tell which was meant', () => {
    const now = [found('甲'), found('乙')]
    expect(names(unspoken(now, [touched(found('丙'))]))).toEqual(['甲', '乙'])
  })

  it('keeps what stands at another number', () => {
    const elsewhere = found('产值', { start: 900 })
    expect(unspoken([elsewhere], [touched(found('产值'), '0:8%:旧产值')])).toEqual([elsewhere])
  })

  it('takes away no more than was spoken on, and nothing at other numbers', () => {
    const some = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 3 }), name: fc.constantFrom('甲', '乙', '甲乙', '丙') }),
    )
    fc.assert(
      fc.property(some, some, (engine, user) => {
        const now = engine.map(({ at, name }) => found(name, { start: at * 100 }))
        const own = user.map(({ at, name }) => touched(found(name, { start: at * 100 }), null))
        const left = unspoken(now, own)
        for (const at of [0, 1, 2, 3]) {
          const here = (list: readonly ExtractedStatement[]) => list.filter(({ start }) => start === at * 100).length
          expect(here(left)).toBeGreaterThanOrEqual(here(now) - here(own))
          if (here(own) === 0) expect(here(left)).toBe(here(now))
        }
      }),
    )
  })
})
