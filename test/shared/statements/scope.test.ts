import { describe, expect, it, test } from 'vitest'
import { extractStatements } from '#shared/statements/extract'
import type { ReportPlace } from '#shared/statements/scope'
import { inputOf } from './read'

const CITY: ReportPlace = { level: 'city', parts: ['东湖区', '东湖', '西岭县', '西岭', '南桥区', '南桥'] }
const DISTRICT: ReportPlace = { level: 'county', parts: [] }

const scopes = (sentence: string, place: ReportPlace | null): string[] =>
  extractStatements(inputOf(`一、2022年工作回顾\n${sentence}`, { place })).map((s) => s.scope)

describe('scope in a district’s report', () => {
  test.each<[sentence: string, ...scopes: string[]]>([
    ['地区生产总值160亿元，增长8%。', 'own', 'own'],
    ['全区地区生产总值160亿元。', 'own'],
    ['全市地区生产总值1600亿元，增长8%。', '全市', '全市'],
    ['全省规模以上工业增加值增长7%。', '全省'],
    ['增速高于全市3个百分点。', 'own'],
    ['税收占全市的12%。', 'own'],
    ['争创全国文明村镇5个。', 'own'],
    ['全市重点项目15个。', 'own'],
    ['全省排名上升3个位次，税收增长8%。', 'own'],
  ])('%s', (sentence, ...expected) => expect(scopes(sentence, DISTRICT)).toEqual(expected))
})

describe('scope in a city’s report', () => {
  test.each<[sentence: string, ...scopes: string[]]>([
    ['全市地区生产总值1600亿元。', 'own'],
    ['全国居民消费价格上涨2%。', '全国'],
    ['东湖区固定资产投资增长8%。', '东湖区'],
    ['东湖、西岭地区生产总值均超过700亿元。', '东湖', '西岭'],
    ['东湖、南桥区低保标准提高到350元，西岭县提高到310元。', '东湖、南桥区', '西岭县'],
    ['东湖区城市更新项目投资5亿元。', 'own'],
    ['在东湖区建设公园5个。', 'own'],
    ['东湖机场年旅客吞吐量达325万人次、货邮吞吐量突破1万吨。', '东湖机场', '东湖机场'],
    ['东湖机场新开航线，旅客吞吐量近38万人次。', '东湖机场'],
    ['园区营业收入增长15%以上、规上工业增加值增长10%以上。', '园区', '园区'],
    ['松山产业园区收储土地500亩。', '松山产业园区'],
    ['金星集团销售收入突破100亿元。', '金星集团'],
    ['新增上市公司4家。', 'own'],
    ['6个现代农业产业园产值218亿元。', 'own', 'own'],
    ['市本级压减支出20亿元。', '市本级'],
    ['主城区空气质量优良率达85%以上。', '主城区'],
    ['对日本出口增长8%。', '日本'],
    ['对外贸易增长8%。', 'own'],
    ['每个县（市）建设2条产业链。', '每个县（市）'],
  ])('%s', (sentence, ...expected) => expect(scopes(sentence, CITY)).toEqual(expected))
})

it('is the report’s own where its place is not known', () => {
  expect(scopes('全市地区生产总值1600亿元，全省增长8%。', null)).toEqual(['own', 'own'])
})

it('takes names of parts as they stand, whatever marks they hold', () => {
  expect(scopes('湖区税收5亿元。', { level: 'city', parts: ['.*', '(湖'] })).toEqual(['own'])
})
