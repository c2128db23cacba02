import { describe, expect, it } from 'vitest'
import { topicOf } from '#shared/structure/topics'

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
    ['精彩2022', null],
  ])('of %s is %s', (title, topic) => {
    expect(topicOf(title)).toBe(topic)
  })
})
