import { describe, expect, it } from 'vitest'
import { INDICATORS, indicatorById } from '#shared/statements/indicators'
import {
  fieldsOf,
  found,
  isOwn,
  isSame,
  namesIn,
  newIndicatorId,
  readFields,
  sharedNames,
} from '../../../../renderer/features/indicators/draft'

const gdp = indicatorById('gdp')

describe('sharedNames', () => {
  it('tells names that are new in the form and stand for another indicator', () => {
    if (!gdp) throw new Error('no gdp')
    const empty = fieldsOf(null)
    const typed = { ...empty, name: '低空经济', aliases: '经济总量\n无人机' }
    expect(sharedNames('u_low', typed, empty, [gdp])).toEqual([{ name: '经济总量', other: gdp }])
    expect(sharedNames('u_low', typed, typed, [gdp])).toEqual([])
    expect(sharedNames('gdp', fieldsOf(gdp), empty, [gdp])).toEqual([])
  })
})

describe('the form of an indicator', () => {
  it('reads names one a line, each once', () => {
    expect(namesIn('低空产业\n 低空经济 、低空产业；通航\n\n')).toEqual(['低空产业', '低空经济', '通航'])
  })

  it.each(INDICATORS.map(({ id }) => id))('gives %s back as it was', (id) => {
    const indicator = indicatorById(id)
    const result = readFields(id, fieldsOf(indicator))
    const aliases = indicator?.aliases.filter((alias) => alias !== indicator.name)
    expect(result).toEqual({ ok: true, indicator: { ...indicator, aliases, excluded: [] } })
  })

  it('says what is wrong', () => {
    expect(readFields('u_1', { ...fieldsOf(null), name: ' ', units: [] })).toEqual({
      ok: false,
      wrong: ['name', 'units'],
    })
  })

  it('takes the Chinese name where there is no English one', () => {
    const result = readFields('u_1', { ...fieldsOf(null), name: ' 低空经济 ' })
    expect(result).toMatchObject({ ok: true, indicator: { name: '低空经济', english: '低空经济', warnings: [] } })
  })

  it('knows whether anything is different', () => {
    expect(isSame(fieldsOf(gdp), { ...fieldsOf(gdp), name: ` ${gdp?.name} ` })).toBe(true)
    expect(isSame(fieldsOf(gdp), { ...fieldsOf(gdp), excluded: '绿色生产总值' })).toBe(false)
  })

  it('makes ids that are the user’s and valid', () => {
    const id = newIndicatorId()
    expect(isOwn(id)).toBe(true)
    expect(isOwn('gdp')).toBe(false)
    expect(readFields(id, { ...fieldsOf(null), name: '甲' })).toMatchObject({ ok: true, indicator: { id } })
  })
})

describe('finding an indicator', () => {
  it('goes by name, alias, English name and id, in one category or all', () => {
    expect(found(INDICATORS, 'GDP', null).map(({ id }) => id)).toContain('gdp')
    expect(found(INDICATORS, '国内生产', null).map(({ id }) => id)).toEqual(['gdp'])
    expect(found(INDICATORS, 'retail_sales', null).map(({ id }) => id)).toEqual(['retail_sales'])
    expect(found(INDICATORS, '', 'tourism').every(({ category }) => category === 'tourism')).toBe(true)
    expect(found(INDICATORS, '没有这个', null)).toEqual([])
  })
})
