import { describe, expect, test } from 'vitest'
import { subsetOf } from '#shared/statements/subset'
import { plan, review } from './read'

const measures = (sentence: string): string =>
  review(sentence)
    .map((s) => s.measure || '–')
    .join(' ')

describe('measure', () => {
  test.each([
    ['新增高新技术企业21家、科技型中小企业25家。', 'added added'],
    ['肉牛存栏新增5万头、达到45万头。', 'added stock'],
    ['高新技术企业达到155家。', 'stock'],
    ['贷款余额500亿元。', 'stock'],
    ['净增企业5家。', 'net'],
    ['五年来，累计建成公园50个。', 'cumulative'],
    ['累计减税5亿元。', '–'],
    ['实施重点项目50个，总投资600亿元，完成投资70亿元。', 'done planned_total done'],
    ['改造老旧小区50个、棚户区60套。', 'done done'],
    ['新建改造管网50公里。', 'done'],
    ['签约项目50个。', 'signed'],
    ['争取上级资金5亿元。', 'sought'],
    ['第一小学等15所学校开工建设。', 'done'],
    ['加快推进新能源等15个项目建设。', '–'],
    ['对5个村进行了综合整治。', 'done'],
    ['新开工项目50个。', 'done'],
    ['粮食产量达到50万吨，税收达到5亿元。', '– –'],
    ['新增城镇就业5万人。', '–'],
    ['增长5%。', '–'],
  ])('%s', (sentence, expected) => expect(measures(sentence)).toBe(expected))
})

describe('subset', () => {
  test.each([
    ['省市重点项目', 'key_projects', '省市重点'],
    ['重点文旅项目', 'key_projects', '文旅'],
    ['市级以上创新平台', '', '市级以上'],
    ['自治区级示范单位', '', '自治区级'],
    ['亿元以上项目', '', '亿元以上'],
    ['旅游公厕', 'public_toilets', '旅游'],
    ['公共停车场', 'parking_lots', '公共'],
    ['国家高新技术企业', 'high_tech_firms', '国家'],
    ['投资过亿元项目', '', '投资过亿元'],
    ['市级财政收入', '', ''],
    ['公园', '', ''],
  ])('%s', (indicator, canonical, expected) => expect(subsetOf(indicator, canonical)).toBe(expected))
})

test.each([
  ['今年主要预期目标是：税收增长5%。', '税收', 'headline expected'],
  ['（一）培育产业。新建公园5个。', '公园', 'priority '],
  ['（一）办好民生实事\n新建公园5个。', '公园', 'livelihood '],
  ['新建公园5个。', '公园', ' '],
])('list and binding: %s', (text, name, expected) => {
  const found = plan(text).find((s) => s.indicator.includes(name))
  expect(`${found?.list} ${found?.binding}`).toBe(expected)
})
