import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClaims } from '#shared/matters/claims/read'
import { Claim } from '#shared/model/matter'
import { given, inPlan, inReview } from '../given'

/** A claim in one line: livelihood all 省、市、区民生实事. */
const line = ({ subject, extent, covers }: Claim): string => `${subject} ${extent} ${covers}`
const reviewed = (paragraph: string): string[] => readClaims(inReview(paragraph)).map(line)

describe('what is said to be done as a whole', () => {
  it.each<[string, string[]]>([
    ['省、市、区民生实事全部完成。', ['livelihood all 省、市、区民生实事']],
    ['较好地完成了区人大十六届六次会议确定的各项目标任务。', ['targets all 区人大十六届六次会议确定的各项目标任务']],
    ['较好完成市十六届人大一次会议确定的目标任务。', ['targets well 市十六届人大一次会议确定的目标任务']],
    ['84件省市民生实事全部完成。', ['livelihood all 84件省市民生实事']],
    ['年初确定的35件民生实事基本完成。', ['livelihood mostly 年初确定的35件民生实事']],
    ['保交楼任务全面完成。', ['targets all 保交楼任务']],
    ['实现投资11亿元，超额完成市定目标。', ['assigned exceeded 市定目标']],
    ['“十三五”规划目标顺利实现。', ['plan well “十三五”规划目标']],
    ['实现了“十二五”圆满收官。', ['plan well “十二五”']],
    [
      '2022年各项任务圆满完成，标志着本届政府奋斗目标胜利实现。',
      ['targets all 各项任务', 'targets done 本届政府奋斗目标'],
    ],
    ['2022年主要目标任务的圆满完成，为今年打下基础。', ['targets well 主要目标任务']],
    ['219件人大代表建议和278件政协委员提案全部办结。', ['other all 219件人大代表建议和278件政协委员提案']],
    ['环保督察反馈问题年度整改任务全面完成。', ['assigned all 环保督察反馈问题年度整改任务']],
    ['各项主要经济指标完成情况较好。', ['targets all 各项主要经济指标']],
    ['完成十大民生实事65项具体任务。', ['livelihood done 十大民生实事65项具体任务']],
    ['如期实现了全面小康、脱贫攻坚、“十三五”规划“三个圆满收官”。', ['plan well 全面小康、脱贫攻坚、“十三五”规划']],
  ])('%s', (text, found) => {
    expect(reviewed(text)).toEqual(found)
  })
})

describe('what is none', () => {
  it.each([
    '机构改革圆满完成。',
    '全年完成投资3亿元，完成造林任务88.1万亩。',
    '确保圆满完成全年目标任务。',
    '为全面完成“十三五”规划目标任务打下基础。',
    '节能减排超额完成省定目标。',
    '完成省下达的节能减排任务。',
    '全面落实科学发展观。',
    '“七五”普法圆满收官。',
    '率先完成6个小游园新建任务。',
    '第七次人口普查登记全面完成。',
  ])('%s', (text) => {
    expect(reviewed(text)).toEqual([])
  })

  it('is a promise of the plan', () => {
    expect(readClaims(inPlan('全面完成全年目标任务，十件民生实事全部完成。'))).toEqual([])
  })
})

describe('the fields of a claim', () => {
  it('tell whose promises they were, how many, and where it is said', () => {
    const text = '一、2022年工作回顾\n84件省、市民生实事已 全部完成。'
    const [found] = readClaims(given(text))
    expect(found).toMatchObject({
      covers: '84件省、市民生实事',
      levels: '省、市',
      count: 84,
      role: 'actual',
      year: '2022',
    })
    expect(text.slice(found?.start, found?.end)).toBe('84件省、市民生实事已 全部完成')
  })

  it.each<[string, string, number | null]>([
    ['完成了市十三届人大三次会议确定的各项目标任务。', '市十三届人大三次会议确定', null],
    ['为民兴办的十件实事全部完成。', '', 10],
    ['“十四五”规划目标任务全面完成。', '', null],
    ['省定目标全面完成。', '省', null],
  ])('%s', (text, levels, count) => {
    expect(readClaims(inReview(text))).toMatchObject([{ levels, count }])
  })
})

const WORDS = [
  '民生实事',
  '84件',
  '全部',
  '完成',
  '了',
  '目标任务',
  '各项',
  '圆满',
  '收官',
  '“十三五”',
  '规划',
  '，',
  '。',
  '、',
  '\n',
  ' ',
  '建议',
  '办结',
  '确保',
  '市十三届人大三次会议确定的',
  '的',
]

describe('any text', () => {
  it('gives valid claims inside of it, the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...WORDS)).map((words) => `一、2022年工作回顾\n${words.join('')}`),
        ),
        (text) => {
          const found = readClaims(given(text))
          for (const claim of found) {
            Claim.parse(claim)
            expect(claim.role).toBe('actual')
            expect(claim.start).toBeLessThan(claim.end)
            expect(claim.end).toBeLessThanOrEqual(text.length)
            expect(claim.covers).not.toBe('')
          }
          expect(readClaims(given(text))).toEqual(found)
        },
      ),
    )
  })
})

describe('what a report admits not to have reached', () => {
  it.each(['受疫情影响，部分指标未能全面完成。', '国内生产总值增幅未完成年初预期目标。', '有的民生实事尚未如期完成。'])(
    '%s',
    (text) => expect(reviewed(text)).toEqual([]),
  )
})
