import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readRanks } from '#shared/matters/ranks/read'
import { ExtractedMatter, matterKey, type Rank } from '#shared/model/matter'
import { statementKey } from '#shared/model/statement'
import { given, inPlan, inReview } from '../given'

/** A rank in one line: 工业投资 增速 第1 全市. */
const line = ({ indicator, aspect, position, within, among }: Rank): string =>
  [indicator, aspect, `${within ? '前' : '第'}${position}`, among].filter((part) => part !== '').join(' ')
const ranks = (text: string): string[] => readRanks(inReview(text)).map(line)

describe('what is ranked, and among whom', () => {
  it.each<[string, string[]]>([
    ['工业投资增长20%，增速全市第一。', ['工业投资 增速 第1 全市']],
    ['生产总值完成300亿元，增长8%，增速居全市第一位。', ['生产总值 增速 第1 全市']],
    ['公共财政预算收入增长8.1%，居八城区第三。', ['公共财政预算收入 第3 八城区']],
    ['汽车产量居世界第一。', ['汽车产量 第1 世界']],
    ['外贸进出口总量位居全市第四。', ['外贸进出口 总量 第4 全市']],
    ['服务业增幅居全省首位。', ['服务业 增幅 第1 全省']],
    ['固定资产投资增幅，列全国15个副省级城市第一位。', ['固定资产投资 增幅 第1 全国15个副省级城市']],
    ['综合实力在全省国家高新区中排名第三。', ['综合实力 第3 全省国家高新区']],
    ['城市创新能力在78个创新型城市中位居第25位。', ['城市创新能力 第25 78个创新型城市']],
    ['集装箱吞吐量稳居世界榜首。', ['集装箱吞吐量 第1 世界']],
    ['金奖数量位居全省之首。', ['金奖数量 第1 全省']],
    ['政府服务能力第5位，位居前列。', ['政府服务能力 第5']],
    ['水利投资连续七年全省第一。', ['水利投资 第1 全省']],
    ['空气质量两次进入全省前10名。', ['空气质量 前10 全省']],
    [
      '生产总值300亿元，总量居全国城市第12位，比上年上升3位，居计划单列市第2位。',
      ['生产总值 总量 第12 全国城市', '生产总值 第2 计划单列市'],
    ],
    ['舟山港区成为全球第八、全国第一大加油港。', ['舟山港区 第8 全球', '舟山港区 第1 全国']],
    ['新增高速公路368公里，总里程跃居全区第一。', ['高速公路 总里程 第1 全区']],
  ])('%s', (text, found) => expect(ranks(text)).toEqual(found))
})

describe('several at once', () => {
  it.each<[string, string[]]>([
    ['GDP、财政收入等主要指标均居全省第三位。', ['GDP 第3 全省', '财政收入 第3 全省']],
    [
      '新增高新技术企业12家，科技型企业20家，数量均居全省第一。',
      ['新增高新技术企业 数量 第1 全省', '科技型企业 数量 第1 全省'],
    ],
    ['进口额、出口额分别居全市第2、第3。', ['进口额 第2 全市', '出口额 第3 全市']],
    ['枣阳市、襄州区在全省“三农”考核中居第一、第二名。', ['枣阳市 第1 全省', '襄州区 第2 全省']],
    [
      '城市竞争力排全球第154位、全国第10位、广东第3位。',
      ['城市竞争力 第154 全球', '城市竞争力 第10 全国', '城市竞争力 第3 广东'],
    ],
    [
      '地区生产总值完成300亿元，总量和增速均排名全省第九。',
      ['地区生产总值 总量 第9 全省', '地区生产总值 增速 第9 全省'],
    ],
  ])('%s', (text, found) => expect(ranks(text)).toEqual(found))
})

describe('what ranks', () => {
  it.each<[string, string[]]>([
    ['我市扶贫工作在全省考核中蝉联第一。', ['扶贫工作 第1 全省']],
    ['在全省消防大比武中，我市再获第一名。', ['消防大比武 第1 全省']],
    ['法治政府建设考核居全省第2位。', ['法治政府建设考核 第2 全省']],
  ])('%s', (text, found) => expect(ranks(text)).toEqual(found))
})

describe('what is none', () => {
  it.each([
    '发展是第一要务，安全第一、预防为主。',
    '始终把政治建设摆在首位。',
    '主要指标位居全省前列，处于第一方阵。',
    '成功举办第三届旅游节，建成全省第一个示范区。',
    '前三季度增长8%，第一产业增加值增长3%。',
    '全市首位度不断提升，首位产业加快发展。',
    '第一，坚持稳中求进；第二，坚持改革开放。',
    '落实“门前三包”，建设第二水厂。',
    '创造更多全国第一。',
    '培育第一大支柱产业。',
    '招商瞄准国内行业前10名。',
    '打造“全省第一”的服务品牌。',
    '入选全国百强县、中国500强企业。',
  ])('%s', (text) => expect(ranks(text)).toEqual([]))
})

describe('what a rank tells', () => {
  it.each<[string, Partial<Rank>]>([
    [
      '社会消费品零售总额50亿元，总量连续16年位居全市第一。',
      { streak: 16, size: null, indicator: '社会消费品零售总额' },
    ],
    ['财政收入居八城区第三。', { size: 8, among: '八城区' }],
    ['高新区全国排名由第38位上升至第29位。', { position: 29, previous: 38, among: '全国' }],
    ['工业增加值由全国城市第九跃升至第五。', { position: 5, previous: 9, among: '全国城市' }],
    ['空气质量居全省倒数第二。', { position: 2, fromBottom: true }],
    ['增速居全省前三。', { position: 3, within: true }],
    ['市政投资连续五年全省前两位。', { position: 2, within: true, streak: 5 }],
  ])('%s', (text, expected) => expect(readRanks(inReview(text))[0]).toMatchObject(expected))

  test('the statement that it stands beside, with its id, role and year', () => {
    const read = inReview('工业投资增长20%，增速全市第一。')
    const [rank] = readRanks(read)
    const [statement] = read.statements
    expect(rank?.statement).toBe(statement ? statementKey(statement) : '')
    expect(rank).toMatchObject({ canonical: 'industrial_investment', role: 'actual', year: '2022' })
  })

  test('its own words, from the aspect to the order', () => {
    const read = inReview('工业投资增长20%，增速居全市第一位。')
    const [rank] = readRanks(read)
    expect(read.report.input.text.slice(rank?.start, rank?.end)).toBe('增速居全市第一位')
  })

  test('a promise', () => {
    expect(readRanks(inPlan('经济总量力争进入全省前三。'))[0]).toMatchObject({
      role: 'target',
      year: '2023',
      wording: '力争',
    })
  })
})

const PIECES = [
  '工业投资',
  '增长8%',
  '，',
  '、',
  '。',
  '；',
  '居',
  '位居',
  '全省',
  '全国',
  '八城区',
  '第一',
  '第3位',
  '首位',
  '前三',
  '前10名',
  '由第16位',
  '升至第15位',
  '均',
  '分别',
  '连续五年',
  '增速',
  '考核',
  '中',
  '\n',
  '（',
  '）',
  '\ud840',
]
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('any text', () => {
  it('gives ranks inside their sentences, each once, the same each time', () => {
    let found = 0
    fc.assert(
      fc.property(soup, (text) => {
        const read = inReview(text)
        const all = readRanks(read)
        expect(readRanks(inReview(text))).toEqual(all)
        expect(new Set(all.map(matterKey)).size).toBe(all.length)
        for (const rank of all) {
          found++
          expect(ExtractedMatter.safeParse(rank).success).toBe(true)
          expect(rank.end).toBeGreaterThan(rank.start)
          expect(rank.start).toBeGreaterThanOrEqual(rank.sentence.start)
          expect(rank.end).toBeLessThanOrEqual(rank.sentence.end)
        }
      }),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(60)
  })

  it('bears any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(readRanks(given(text)))))
  })

  it('reads a very long line in one go', () => {
    const many = 5_000
    expect(readRanks(inReview(`${'产量居全省第一，'.repeat(many)}。`)).length).toBe(many)
  })
})
