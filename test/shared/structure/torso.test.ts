import { describe, expect, it } from 'vitest'
import { readStructure } from '#shared/structure/structure'

const filler = (words: string): string => `${words}，完成投资12亿元，增长8%，新建项目30个。`.repeat(24)

/** A report whose first page is lost: it begins in the middle of the review. */
const TORSO = `强县富民步伐加快。${filler('一年来，县政府扎实推进固定资产投资')}

各位代表！过去的一年成绩来之不易。地区生产总值增长7%，财政收入增长9%。

二、2021年工作安排

今年的主要预期目标是：地区生产总值增长6%。

（一）加快产业发展。${filler('今年实施重点工程')}

（二）办好民生实事。${filler('民生支出')}

（三）加强政府自身建设。${filler('认真办理人大代表建议和政协提案')}

各位代表！让我们为实现上述目标而努力奋斗！`

const reports = (text: string) => readStructure(text).reports

describe('a report without its head', () => {
  it('is found by its body, as incomplete and doubtful', () => {
    const [found, ...rest] = reports(TORSO)
    expect(rest).toEqual([])
    expect(found).toMatchObject({ kind: 'incomplete', start: 0, end: TORSO.length })
    expect(found?.certainty).toBeLessThan(0.5)
    expect(found?.reasons[0]).toEqual({ key: 'reasons.kind.torso', params: { quote: '政府自身建设' } })
  })

  it('is found under a salutation too misread to open it', () => {
    const head = '各位代表：\n现在，我代衣县人民政府向大会报吿工作，请予审议，并请政协委员提出意见。\n'
    expect(reports(head + TORSO)).toHaveLength(1)
  })

  it.each([
    ['the plan report', '关于甲县2020年国民经济和社会发展计划执行情况的报告\n'],
    ['the report of the standing committee', '甲县人民代表大会常务委员会工作报告\n'],
    ['an order', '关于印发重点工作分工方案的通知\n各镇人民政府：\n'],
    ['a speech to comrades', '同志们：\n'],
    ['what is put to the congress on behalf of the government', '受县人民政府委托，现将有关情况报告如下。\n'],
    ['news', '本报讯（记者 李四）昨日，全县召开大会。\n'],
    ['what a paper says of the report', '报告指出，过去一年成绩显著。\n'],
  ])('is not %s', (_, head) => {
    expect(reports(head + TORSO).filter(({ kind }) => kind !== 'other')).toEqual([])
  })

  it('is none where nothing speaks of the government itself', () => {
    const text = TORSO.replace('加强政府自身建设', '改进作风').replaceAll('认真办理人大代表建议和政协提案', '认真办事')
    expect(reports(text)).toEqual([])
  })

  it('is none where little is left of it', () => {
    expect(reports(TORSO.slice(-600))).toEqual([])
  })
})
