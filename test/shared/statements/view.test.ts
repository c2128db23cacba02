import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeView, spanOf } from '#shared/statements/view'

const shown = (text: string, joins: { start: number; end: number }[] = []): string =>
  makeView(text, 0, text.length, joins).text

describe('makeView', () => {
  test.each([
    ['增长８．５％', '增长8.5%'],
    ['30.4 亿元', '30.4亿元'],
    ['1,315个,其中', '1,315个，其中'],
    ['增长**8%**以上', '增长8%以上'],
    ['**提升就业质量**新增就业', '\n提升就业质量\n新增就业'],
    ['改造小区、\n公园', '改造小区、公园'],
    ['公园建成。\n广场', '公园建成。\n广场'],
    ['口袋公园[12]建成', '口袋公园建成'],
    ['增长&nbsp;８%&#12288;，其中', '增长8%，其中'],
    ['完成160<U+00A0>亿元', '完成160亿元'],
    ['投资5亿元\\r\\n就业3万人<br/>住房', '投资5亿元\n就业3万人\n住房'],
    ['30\u2002.4\u2009亿\u200b元', '30.4亿元'],
    ['1 2.5 %', '12.5%'],
    ['地区\u00ad生产\ufeff总值', '地区生产总值'],
    ['ＧＤＰ增长８﹒５℅', 'GDP增长8.5%'],
    ['１，３１５个，其中', '1,315个，其中'],
    ['建成。\r\n广场\r公园\v学校\u2028医院', '建成。\n广场\n公园\n学校\n医院'],
    ['投资61.\n9亿元', '投资61.9亿元'],
    ['投资160亿\r\n元', '投资160亿元'],
    ['提高1.\r\n2 个百\n分点', '提高1.2个百分点'],
    ['新建3—\n　　5家', '新建3—5家'],

    ['"三个一批"项目和"四上"企业', '“三个一批”项目和“四上”企业'],
    ['新建3ー5家、1‐3所、200〜500个', '新建3—5家、1-3所、200～500个'],
    ['l\t12个项目', 'l12个项目'],
    ['地區生產總值完成160億元', '地区生产总值完成160亿元'],
    ['投资**48亿元**以上', '投资48亿元以上'],
    ['**170多万户市场主体**自强不息', '170多万户市场主体\n自强不息'],
  ])('%j is shown as %j', (text, view) => expect(shown(text)).toBe(view))

  it('leaves out what a join covers', () => {
    expect(shown('完成投\n  资', [{ start: 3, end: 6 }])).toBe('完成投资')
  })

  it('leaves out what lies in what is left out already, and no letter behind it', () => {
    const text = '实现工\n洛阳日报\n业增加值'
    const furniture = { start: 3, end: 9 }
    expect(shown(text, [furniture, { start: 3, end: 4 }, { start: 8, end: 9 }])).toBe('实现工业增加值')
  })

  it('maps every shown character back to its own place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('８', ' ', '亿元', '**', '\n', '，', ',', '12,345', '[3]', '𠮷')),
        (parts) => {
          const text = parts.join('')
          const view = makeView(text, 0, text.length, [])
          expect(view.at).toHaveLength(view.text.length + 1)
          for (let i = 0; i < view.text.length; i++) {
            const { start, end } = spanOf(view, i, i + 1)
            expect(end).toBe(start + 1)
            if (/[亿元\d，]/u.test(view.text[i] ?? '')) expect(shown(text.slice(start, end))).toBe(view.text[i])
          }
        },
      ),
    )
  })
})
