import { describe, expect, test } from 'vitest'
import { lines, review } from './read'

const quantities = (sentence: string): string[] => review(sentence).map((s) => s.quantity)

describe('not statements', () => {
  test.each([
    '2022年5月22日召开会议。',
    '在第十四届人民代表大会第6次会议上。',
    '十七届人大三次会议。',
    '居全市第3位。',
    '进入全省前10名。',
    '增速居八城区第三。',
    '实施“136”工作举措。',
    '落实“15923”工作思路。',
    '推进“三个一批”。',
    '打好三大攻坚战。',
    '实施六大行动、十大战略。',
    '出台支持发展20条等政策。',
    '落实10条措施。',
    '创建4A级景区。',
    '地铁1号线开工。',
    '5G网络覆盖。',
    '打造15分钟阅读圈。',
    '24小时值守。',
    '近5年来持续向好。',
    '连续5年。',
    '为期3个月。',
    '收入增长两位数。',
    '引进千万元企业、亿元以上项目。',
    '开展百场活动。',
    '一批项目落地。',
    '新建220千伏变电站。',
    '三次产业结构为10.2:45.1:44.7。',
    '综合指数4.74。',
    '数十家企业。',
    '指标翻番。',
  ])('%s', (sentence) => expect(lines(review(sentence))).toEqual([]))
})

describe('statements all the same', () => {
  test.each([
    ['企业开办时限压缩至2小时。', '2小时'],
    ['企业开办时间压缩至半个工作日。', '半个工作日'],
    ['快检仅需5至15分钟。', '5至15分钟'],
    ['空气质量优良天数达到260天。', '260天'],
    ['人均预期寿命达到78岁。', '78岁'],
    ['建成五所学校。', '五所'],
    ['打造特色文旅街区等两条道路。', '两条'],
    ['收入翻一番。', '一番'],
    ['比重占三成。', '三成'],
    ['利润增长百分之八。', '百分之八'],
    ['年营业收入100万元企业。', '100万元'],
    ['项目年产60万吨。', '60万吨'],
    ['促进教育均衡发展(9项)。', '9项'],
    ['培育PM2.5监测点3个。', '3个'],
  ])('%s', (sentence, quantity) => expect(quantities(sentence)).toEqual([quantity]))
})

describe('policy, machines and damage are no statements', () => {
  test.each([
    '出台15项优化营商环境硬措施。',
    '及时出台确保经济平稳健康运行40条，深入实施。',
    '严格落实安全生产十五条硬措施。',
    '继续推行收支两条线管理。',
    '30万吨级码头开工。',
    '地区生产总值可比价增长1$1.$2％。',
    '重点项目提前一个月完成。',
    '新增一批10亿级企业。',
    '坚持两个市场、打造三个中心。',
    '水质保持国家3类水体标准。',
  ])('%s', (sentence) => expect(lines(review(sentence))).toEqual([]))
})

describe('counts in Chinese numerals of things that have a place or a name', () => {
  test.each<[sentence: string, ...expected: string[]]>([
    ['发挥三个台商投资区的优势。', '三个'],
    ['在市区设立七个审批办事大厅。', '七个'],
    ['争取有两家国内外金融机构落户。', '两家'],
    ['获两项金奖、一项银奖。', '两项', '一项'],
    ['保证每个贫困户有一个以上稳定增收渠道。', '一个'],
    ['跨境电商出口额增长超两倍。', '两倍'],
  ])('%s', (sentence, ...expected) => expect(quantities(sentence)).toEqual(expected))
})

describe('lengths of time that measure a result', () => {
  test.each<[sentence: string, ...expected: string[]]>([
    ['审批时间由原来的181个工作日压缩至31个工作日。', '181个工作日', '31个工作日'],
    ['大气优良天数从2001年的73天，提高到2002年的170天。', '73天', '170天'],
  ])('%s', (sentence, ...expected) => expect(quantities(sentence)).toEqual(expected))
})
