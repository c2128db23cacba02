import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findJoins } from '#shared/text/joins'

/** The text as the reader shows it: joins taken out. */
function joined(text: string): string {
  let shown = ''
  let at = 0
  for (const join of findJoins(text)) {
    shown += text.slice(at, join.start)
    at = join.end
  }
  return shown + text.slice(at)
}

const seed = (name: string): string => readFileSync(`seeds/${name}.txt`, 'utf8')

describe('findJoins', () => {
  it.each([
    ['两行都是正文。总投资1465亿元\n\n的253个重点项目有力推进。', '1465亿元的253个'],
    ['打好攻坚战。开展青少年心\r\n\r\n理健康服务进社区。', '青少年心理健康'],
    ['完成投资200亿元,\n以项目之“成”固发展之“稳”。', '200亿元,以项目'],
    ['推动果品、蔬菜、畜牧\n、中药材产业发展。', '畜牧、中药材'],
  ])('joins %j', (text, expected) => {
    expect(joined(text)).toContain(expected)
  })

  it.each([
    ['a true end of a paragraph', '项目加快推进。\n\n招商持续突破。'],
    ['a headline', '守稳筑牢防线,营造良好食品安全环境\n\n昨日7时许,总监按时到岗。'],
    ['a numbered heading', '(五)强化统筹,全面推进百县千镇万村工程,促进城乡区域协调发展\n\n大力发展农业。'],
    ['a heading left at the end of a paragraph', '完成投资9亿元。(三)城乡发展协调推进\n\n新一轮规划深入实施。'],
    ['a list item', '城市建设步伐加快。新增绿化\n\n●改造老旧小区27个。'],
    ['a numbered item', '重点做好以下工作。继续推进\n1.打好攻坚战。'],
    ['a Markdown heading', '# 奋力谱写新篇章,建设美丽家园。走在前列\n\n大会召开。'],
    ['a signature', '深入开展活动。(凌彦)\n\n昨日,他按时到岗。'],
    ['a note that the page ends', '经济实力进一步增强。(下转第二版)\n\n五年来,我们坚持调整结构。'],
    ['a colon', '今年重点做好以下工作:\n\n强力推进项目。'],
    ['Markdown bold', '**重点一 科学施策。促进提质增效**\n\n强力推进项目。'],
  ])('leaves %s alone', (_, text) => {
    expect(findJoins(text)).toEqual([])
  })

  it('takes a decimal for no list number', () => {
    expect(joined('成绩显著。新增市场主体\n1.2万户,增长8%。')).toContain('市场主体1.2万户')
  })

  it.each([
    ['建成投资61.\n9亿元的项目。', '投资61.9亿元'],
    ['完成投资，共160亿\n元。', '160亿元'],
  ])('joins a number broken in %j', (text, expected) => expect(joined(text)).toContain(expected))

  const WRAPPED = [
    '全市经济社会发展取得新的成绩新的进步各项工作迈上新的台阶',
    '全市经济社会发展取得新的成绩新的进步各项工作迈上新的台阶为今后打下坚实基础',
    '全市经济社会发展取得新的成绩新的进步各项工作迈上新的台阶为今后',
  ]
  const ragged = (mark: string): string =>
    Array.from({ length: 6 }, () => `${WRAPPED.join(mark)}，成效显著。`).join('\n\n')

  it('joins lines that were wrapped at any length', () => {
    expect(findJoins(ragged('\n'))).toHaveLength(12)
    expect(findJoins(ragged('\n\u3000\u3000'))).toHaveLength(12)
    expect(findJoins(ragged('\v'))).toHaveLength(12)
  })

  it('keeps a heading as long as the lines apart by the blank line behind it', () => {
    const heading = '二、稳中求进，奋力拼搏，推动经济社会持续健康发展走在全省前列'
    const text = `${ragged('\n')}\n\n${heading}\n\n${ragged('\n')}`
    expect(joined(text)).toContain(`${heading}\n\n全市`)
  })

  it('joins the lines of a text that was wrapped at one width', () => {
    const line = '全市经济社会发展取得新的成绩新的进步各项工作'
    const text = Array.from({ length: 14 }, () => line).join('\n')
    expect(findJoins(text)).toHaveLength(13)
  })

  it.each([
    [
      '000_72280f6944ee79bd',
      [
        '开展青少年心理健康服务',
        '以数字化、智能化升级',
        '食品安全责任体系',
        '《企业落实食品安全主体责任监督管理规定》',
      ],
    ],
    ['001_c1cea06f4beada15', ['促进风口产业“无中生有”、传统产业“有中升优”', '三年行动,推进国有经济布局']],
    [
      '003_f9b85e353477209f',
      [
        '总投资1465亿元的253个',
        '统一门户和5个应用场景',
        '完成30条道路和背街小巷',
        '今年71岁的刘粉棠',
        '重量、体积、造型',
      ],
    ],
    [
      '004_bb7a348c881b95a3',
      [
        '铝晶粒细剂、铝基中间合金',
        '全力加快建设进度',
        '“农业第一位 农机第一企',
        '安保责任措施',
        '坚持和发展新时代“枫桥经验”',
      ],
    ],
  ])('joins the breaks of the scan %s', (name, expected) => {
    const shown = joined(seed(name))
    for (const words of expected) expect(shown).toContain(words)
  })

  it('finds none in a text without a scan', () => {
    expect(findJoins(seed('002_395ec08d707c8053'))).toEqual([])
  })

  it('covers white space only', () => {
    const text = seed('003_f9b85e353477209f')
    for (const { start, end } of findJoins(text)) expect(text.slice(start, end)).toMatch(/^\s*\n\s*$/)
  })
})
