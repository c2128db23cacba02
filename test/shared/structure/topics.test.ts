import { describe, expect, it } from 'vitest'
import type { TopicRule } from '#shared/model/topic'
import { readStructure } from '#shared/structure/structure'
import { TOPICS, topicOf, topicsWith } from '#shared/structure/topics'

describe('topicOf', () => {
  it.each([
    ['项目建设加快推进', 'projects'],
    ['大力发展风口产业', 'industry'],
    ['持续强化创新驱动', 'technology'],
    ['乡村振兴全面推进', 'countryside'],
    ['推动绿色低碳发展', 'environment'],
    ['持续增进民生福祉', 'livelihood'],
    ['全力防范化解风险隐患', 'safety'],
    ['努力建设人民满意的服务型政府', 'government'],
    ['打造营商环境升级版', 'reform'],
    ['聚力文商旅融合', 'culture'],
    ['提速推进重点片区改造', 'city'],
    ['主要预期目标', 'economy'],
    ['创新社会治理', 'safety'],
    ['精彩2022', null],
    ['2022年政府工作回顾', null],
  ])('of %s is %s', (heading, topic) => {
    expect(topicOf(heading, '').topic).toBe(topic)
  })

  it('quotes the words that decided', () => {
    expect(topicOf('优化营商环境,激发市场活力', '')).toEqual({ topic: 'reform', words: ['营商环境', '活力'] })
  })

  it('hears the first sentences where the heading tells nothing, and the heading before them', () => {
    expect(topicOf('聚力攻坚', '全面推进乡村振兴,保障粮食安全。')).toEqual({
      topic: 'countryside',
      words: ['乡村振兴', '粮食安全'],
    })
    expect(topicOf('抓好项目建设', '发展乡村旅游。').topic).toBe('projects')
    expect(topicOf('聚力攻坚', '加快改造。').topic).toBeNull()
  })
})

const rule = (id: string, words: string[], more: Partial<TopicRule> = {}): TopicRule => ({
  id,
  name: id,
  words,
  order: 20,
  off: false,
  ...more,
})

describe('topicsWith', () => {
  it('puts the words of the user in the place of those built in, and adds topics', () => {
    const topics = topicsWith([rule('culture', ['研学'], { order: 11 }), rule('u-1', ['大运河'])])
    expect(topics).toHaveLength(TOPICS.length + 1)
    expect(topicOf('发展研学', '', topics)).toEqual({ topic: 'culture', words: ['研学'] })
    expect(topicOf('旅游', '', topics).topic).toBeNull()
    expect(topicOf('保护大运河', '', topics)).toEqual({ topic: 'u-1', words: ['大运河'] })
  })

  it('gives no section a topic that is off, and lets its words hide the shorter ones inside', () => {
    const topics = topicsWith([rule('reform', ['营商环境'], { off: true, order: 6 })])
    expect(topicOf('优化营商环境', '', topics).topic).toBeNull()
  })
})

it('sections take the topic of the one above where nothing else tells', () => {
  const body = '一年来,我们做了大量工作,取得了新的成绩。\n'
  const text = `甲县政府工作报告\n各位代表:\n现在,我代表县人民政府向大会报告工作。\n一、生态环境持续改善\n${body}（一）攻坚行动\n${body}（二）教育发展\n${body}`
  const [report] = readStructure(text).reports
  expect(report?.sections.map(({ topic, topicWords }) => [topic, topicWords])).toEqual([
    ['environment', ['生态环境']],
    ['environment', ['生态环境']],
    ['livelihood', ['教育']],
  ])
})

it.each(['共创新绩', '再创新高', '同创新业'])('takes no innovation out of %s', (heading) => {
  expect(topicOf(heading, '').topic).toBeNull()
})
