import { describe, expect, test } from 'vitest'
import { unitOf } from '#shared/statements/units'

describe('unitOf', () => {
  test.each([
    ['亿元', 'money', '元', 1e8],
    ['万元', 'money', '元', 1e4],
    ['亿美元', 'money', '美元', 1e8],
    ['亿 元', 'money', '元', 1e8],
    ['万人次', 'visits', '人次', 1e4],
    ['万人', 'people', '人', 1e4],
    ['座', 'count', '个', 1],
    ['万户', 'count', '个', 1e4],
    ['万', 'count', '个', 1e4],
    ['%', 'percent', '%', 1],
    ['‰', 'percent', '%', 0.1],
    ['倍', 'percent', '%', 100],
    ['个百分点', 'points', '百分点', 1],
    ['万平方米', 'area', '平方米', 1e4],
    ['平方公里', 'area', '平方米', 1e6],
    ['公里', 'length', '米', 1000],
    ['千米', 'length', '米', 1000],
    ['亿斤', 'mass', '吨', 5e4],
    ['万千瓦', 'energy', '千瓦', 1e4],
    ['微克', 'concentration', '微克/立方米', 1],
    ['天', 'time', '天', 1],
    ['小时', 'time', '分钟', 60],
    ['万标箱', 'other', '标箱', 1e4],
  ])('%s → %s, %s, %d', (unit, family, base, factor) => {
    const reading = unitOf(unit)
    expect([reading.family, reading.base]).toEqual([family, base])
    expect(reading.factor).toBeCloseTo(factor, 9)
  })

  test('an unknown unit keeps its own name, so that unlike things never fall on one scale', () => {
    expect(unitOf('克拉')).toEqual({ family: 'other', base: '克拉', factor: 1 })
  })
})
