import { expect, test } from 'vitest'
import { type Quantity, scanQuantities } from '#shared/statements/scan'

const brief = (text: string, q: Quantity): string =>
  [text.slice(q.start, q.end), q.value, q.high ?? '', q.unit, q.more ? 'more' : ''].filter((s) => s !== '').join(' ')

test.each<[text: string, ...expected: string[]]>([
  ['完成160亿元', '160亿元 160 亿元'],
  ['出口1,315.5万美元', '1,315.5万美元 1315.5 万美元'],
  ['增长8.5%', '8.5% 8.5 %'],
  ['提高0.1个百分点', '0.1个百分点 0.1 个百分点'],
  ['绿地5平方米', '5平方米 5 平方米'],
  ['引进3—5家', '3—5家 3 5 家'],
  ['增长15%—20%', '15%—20% 15 20 %'],
  ['由3到5家', '5家 5 家'],
  ['1万余人', '1万余人 1 万人 more'],
  ['100多个', '100多个 100 个 more'],
  ['五所学校', '五所 5 所'],
  ['百分之十二点五', '百分之十二点五 12.5 %'],
  ['三万余户', '三万余户 3 万户 more'],
  ['分别上升3.0和8.4个百分点', '3.0 3 个百分点', '8.4个百分点 8.4 个百分点'],
  ['上升3.0和8.4个百分点', '8.4个百分点 8.4 个百分点'],
  ['增速-0.4%', '-0.4% -0.4 %'],
  ['自然增长率控制在6.5%。以内', '6.5%。 6.5 %。'],
  ['增长21%。以国际友城为重点', '21% 21 %'],
  ['增长18.7%。以上两项指标', '18.7% 18.7 %'],
  ['5G基站A3个'],
  ['第三产业'],
  ['综合指数4.74'],
  [''],
])('%s', (text, ...expected) => expect(scanQuantities(text).map((q) => brief(text, q))).toEqual(expected))
