import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeView, spanOf } from '#shared/statements/view'
import { review } from './read'

const shown = (text: string): string => makeView(text, 0, text.length, []).text

describe('misread digits, points and units', () => {
  test.each([
    ['增长4l.38%', '增长41.38%'],
    ['增长l2%，', '增长12%，'],
    ['完成2O亿元', '完成20亿元'],
    ['新建1OO个', '新建100个'],
    ['投资|39个', '投资139个'],
    ['2O22年增长', '2022年增长'],
    ['增长O.5%', '增长0.5%'],
    ['10-5o亿元', '10-50亿元'],
    ['增长8。5%。', '增长8.5%。'],
    ['投资160·3亿元', '投资160.3亿元'],
    ['增长12,5%，', '增长12.5%，'],
    ['面积1•5万亩', '面积1.5万亩'],
    ['投资160忆元', '投资160亿元'],
    ['投资1.5乙元', '投资1.5亿元'],
    ['投资160亿兀，', '投资160亿元，'],
    ['人均增加100无，', '人均增加100元，'],
    ['外资2.5乙美无以上', '外资2.5亿美元以上'],
    ['增长8.50/0，', '增长8.5%，'],
    ['增长17o/o和8%', '增长17%和8%'],
    ['同比增长8.596，', '同比增长8.5%，'],
    ['分别增长11%和1396，', '分别增长11%和13%，'],
    ['水平达92.3796，', '水平达92.37%，'],
    ['新建3一5家', '新建3—5家'],
    ['增长15%一20%', '增长15%—20%'],
  ])('%j is read as %j', (text, view) => expect(shown(text)).toBe(view))

  test.each([
    ['letters of words', 'CPI2.5%以内，O2O平台，5G工业，APP上线3个'],
    ['letters with no unit behind', '3l号楼，PM2.5浓度'],
    ['columns of a table', '|名称|12|34家|'],
    ['a sentence that ends with a year', '达到2023。5家企业'],
    ['numbers one after another', '第1、2。5个方面'],
    ['dates with a point', '“7·20”灾后重建，“3·15”晚会'],
    ['the name of a class', '甲级2个、乙级3个，5乙类'],
    ['words with 无', '1.2万无房户，3个无废城市，50万无息贷款'],
    ['numbers that end in 96', '增长96%，达到1996年，综合指数104.96，完成1596。'],
    ['fractions', '完成3/4，0/3'],
    ['the numeral 一', '完成8一是，5一批'],
  ])('leaves %s alone', (_, text) => expect(shown(text)).toBe(text))

  it('repairs every number in which some digits, not all, look like letters', () => {
    const looks: Readonly<Record<string, readonly string[]>> = { '0': ['O', 'o'], '1': ['l', 'I'] }
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 99_999 }),
        fc.constantFrom('亿元', '万人', '%', '个', '公里'),
        fc.infiniteStream(fc.nat({ max: 2 })),
        (number, unit, choices) => {
          const digits = [...String(number)]
          fc.pre(digits.some((digit) => !(digit in looks)))
          const misread = digits.map((digit) => {
            const choice = choices.next().value ?? 0
            return choice === 0 ? digit : (looks[digit]?.[choice - 1] ?? digit)
          })
          expect(shown(`完成${misread.join('')}${unit}，`)).toBe(`完成${number}${unit}，`)
        },
      ),
    )
  })

  it('keeps the quantity as the text has it', () => {
    const text = '增长8.50/0，完成2O 。3忆元。'
    const view = makeView(text, 0, text.length, [])
    const at = view.text.indexOf('8.5%')
    const { start, end } = spanOf(view, at, at + 4)
    expect(text.slice(start, end)).toBe('8.50/0')
    const [first, second] = review('地区生产总值增长8.50/0，固定资产投资完成2O.3忆元。')
    expect(first).toMatchObject({ quantity: '8.50/0', value: 8.5, unit: '%', kind: 'growth' })
    expect(second).toMatchObject({ quantity: '2O.3忆元', value: 20.3, unit: '亿元' })
  })
})
