import { expect, test } from 'vitest'
import { lines, review } from './read'

test.each<[rule: string, sentence: string, ...expected: string[]]>([
  [
    'names and numbers in step without 分别',
    '二氧化硫、化学需氧量排放量降低1.6%和3%。',
    '二氧化硫排放量 1.6% eq growth [so2_emissions]',
    '化学需氧量排放量 3% eq growth [cod_emissions]',
  ],
  [
    'a list goes on with the names of the list before',
    '省级企业技术中心、工程技术研究中心分别为42个和29个，增长16.7%和141.7%。',
    '省级企业技术中心 42个 eq level [enterprise_tech_centres]',
    '工程技术研究中心 29个 eq level [engineering_centres]',
    '省级企业技术中心 16.7% eq growth [enterprise_tech_centres]',
    '工程技术研究中心 141.7% eq growth [engineering_centres]',
  ],
  [
    'each name takes the ending of the next measure',
    '秸秆、畜禽粪便综合利用率和尾菜处理率分别达到90%、78%和70%。',
    '秸秆综合利用率 90% eq ratio [straw_use]',
    '畜禽粪便综合利用率 78% eq ratio [manure_use]',
    '尾菜处理率 70% eq ratio',
  ],
  [
    'the three industries',
    '第一、第二、第三产业增加值分别增长2%、5.5%和6.5%。',
    '第一产业增加值 2% eq growth [primary_value_added]',
    '第二产业增加值 5.5% eq growth [secondary_value_added]',
    '第三产业增加值 6.5% eq growth [services_value_added]',
  ],
  [
    'residents of town and country keep 常住',
    '城镇和农村常住居民人均可支配收入分别增长7.5%和8%。',
    '城镇常住居民人均可支配收入 7.5% eq growth [income_urban]',
    '农村常住居民人均可支配收入 8% eq growth [income_rural]',
  ],
  [
    'one thing against several',
    '常住人口城镇化率达到78.08%，分别高于全国、全省14.19、17.64个百分点。',
    '常住人口城镇化率 78.08% eq ratio [urbanization_rate]',
    '常住人口城镇化率 14.19 eq points [urbanization_rate]',
    '常住人口城镇化率 17.64个百分点 eq points [urbanization_rate]',
  ],
  [
    'the unit stands behind the last of three',
    '税收、出口、用电量分别低于目标0.7、1.4和2.2个百分点。',
    '税收 0.7 eq points [tax_revenue]',
    '出口 1.4 eq points [exports]',
    '用电量 2.2个百分点 eq points',
  ],
  [
    'names are taken in the order of their last mention',
    '实际利用外资增长5%。进出口总额19.3亿美元，实际利用外资12.9亿美元，分别是上年的3倍、2.4倍。',
    '实际利用外资 5% eq growth [foreign_investment]',
    '进出口总额 19.3亿美元 eq level [foreign_trade]',
    '实际利用外资 12.9亿美元 eq level [foreign_investment]',
    '进出口总额 3倍 eq ratio [foreign_trade]',
    '实际利用外资 2.4倍 eq ratio [foreign_investment]',
  ],
])('%s', (_rule, sentence, ...expected) => expect(lines(review(sentence))).toEqual(expected))
