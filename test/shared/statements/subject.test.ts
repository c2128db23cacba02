import { expect, test } from 'vitest'
import { extractStatements } from '#shared/statements/extract'
import type { ReportPlace } from '#shared/statements/scope'
import { inputOf } from './read'

const CITY: ReportPlace = { level: 'city', parts: ['东湖区', '东湖', '西岭县', '西岭'] }

const scopes = (text: string, place: ReportPlace | null = CITY): string =>
  extractStatements(inputOf(`一、2022年工作回顾\n${text}`, { place }))
    .map((s) => s.scope)
    .join(' ')

test.each([
  ['市区交付经济适用房40万平方米，竣工安置房50万平方米；农村新建公路60公里。', '市区 市区 own'],
  ['中心城区实施市政项目50个，建成管网40公里、公园8个。', '中心城区 中心城区 中心城区'],
  ['中心城区空气质量优良天数占比93%，地表水优良比例78%。', '中心城区 own'],
  ['城区绿化覆盖率达到40%。', 'own'],
  ['完成市区50个社区整治规划。', '市区'],
  ['东湖区建成龙头企业12家，西岭县龙头企业达10家。', '东湖区 西岭县'],
  ['东湖区建成龙头企业12家，西岭县山水秀丽，新建公园6个。', '东湖区 own'],
  ['东湖、西岭均突破20亿元。', '东湖、西岭 东湖、西岭'],
  ['在东湖区建设公园5个。', 'own'],
  ['松山新区要改善投资环境，全年实际利用外资要达到4亿美元。', '松山新区'],
  ['每个贫困村有1个以上扶贫产业。', '每个贫困村'],
  ['市本级投入科技经费1100万元。', '市本级'],
  ['市本级财政安排科技经费1100万元。', 'own'],
  ['新建蔬菜基地5万亩、省级园区2个。', 'own own'],
])('%s', (text, expected) => expect(scopes(text)).toBe(expected))

test('a county has no 市区 of its own', () => {
  expect(scopes('市区新增绿地40公顷。', { level: 'county', parts: [] })).toBe('own')
})

test('what a paragraph speaks of holds for its sentences, up to the whole place', () => {
  expect(scopes('重点园区承载能力增强。新签约项目50个，新建厂房6万平方米；全市新增企业70家。')).toBe(
    '重点园区 重点园区 own',
  )
  expect(scopes('重点园区要提升承载能力。新签约项目50个，全市新增企业70家。')).toBe('重点园区 own')
})
