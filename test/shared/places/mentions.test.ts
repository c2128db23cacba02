import { describe, expect, it } from 'vitest'
import type { Place } from '#shared/model/place'
import { placeByCode } from '#shared/places/gazetteer'
import { countMentions, levelShares, pageMentions } from '#shared/places/mentions'

const LUOYANG = placeByCode('410300')
const ZHENGZHOU = placeByCode('410100')

/** Mentions of a text by the names of the places. */
function counted(text: string, added: Place[] = []) {
  return Object.fromEntries(
    [...countMentions(text, 0, text.length, added)].map(([{ name }, mention]) => [name, mention]),
  )
}

describe('countMentions', () => {
  it('tells names with their level word from those without, rulers and newspapers', () => {
    expect(counted('洛阳市委要求，洛阳加快发展。据《洛阳日报》报道，洛阳市人民政府部署。')).toEqual({
      洛阳市: { full: 2, short: 2, ruling: 2, paper: 1 },
    })
  })

  it.each(['对标洛阳', '学习洛阳', '与洛阳合作', '洛阳经验值得借鉴', '洛阳路改造', '洛阳村', '平乐镇', '示范县建设'])(
    'does not count models, partners, streets and towns: %s',
    (text) => {
      expect(counted(text)).toEqual({})
    },
  )

  it('counts the user’s places by name and short name, each mention once', () => {
    const zone: Place = {
      code: 'u-1',
      name: '先进制造业园区',
      short: '制造园区',
      level: 'township',
      parent: '410300',
      lineage: [],
    }
    expect(counted('先进制造业园区提速，制造园区扩容，先进制造业园区达产', [zone])).toEqual({
      先进制造业园区: { full: 2, short: 1, ruling: 0, paper: 0 },
    })
  })
})

describe('pageMentions', () => {
  const report = '郑州市发展。'
  const page = (around: string) => {
    const text = `${report}${around}`
    return pageMentions(text, 0, report.length, countMentions(text, 0, report.length), [])
  }

  it('adds what stands around a report', () => {
    const mentions = page('\\n来源：洛阳日报')
    expect(LUOYANG && mentions.get(LUOYANG)?.paper).toBe(1)
    expect(ZHENGZHOU && mentions.get(ZHENGZHOU)?.full).toBe(1)
  })

  it('leaves a list of links out, but for the newspaper', () => {
    const links =
      '长沙市 株洲市 湘潭市 衡阳市 邵阳市 岳阳市 常德市 益阳市 郴州市 永州市 怀化市 娄底市 南昌市 九江市 赣州市 ' +
      '宜春市 抚州市 上饶市 武汉市 黄石市 十堰市 宜昌市 襄阳市 鄂州市 荆门市 孝感市 荆州市 黄冈市'
    expect(page(links).size).toBe(1)
    const mentions = page(`${links} 洛阳日报`)
    expect(LUOYANG && mentions.get(LUOYANG)).toEqual({ full: 0, short: 1, ruling: 0, paper: 1 })
  })
})

it('tells how a report speaks of itself', () => {
  expect(levelShares('全市经济，我市工业，全区教育。')).toEqual(
    new Map([
      ['市', 2 / 3],
      ['区', 1 / 3],
    ]),
  )
  expect(levelShares('')).toEqual(new Map())
})
