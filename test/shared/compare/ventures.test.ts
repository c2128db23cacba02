import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComparedVenture, ventureCandidates } from '#shared/compare/ventures'
import { matters as zh } from '#shared/locales/zh-CN/matters'

const row = (name: string, over: Partial<ComparedVenture> = {}): ComparedVenture => ({
  report: 'a',
  key: name,
  name,
  place: '410304',
  year: 2022,
  amount: null,
  ...over,
})

/** The likeness of two names in the reports of two years, 0 where they are no candidates. */
function likeness(a: string, b: string, over: Partial<ComparedVenture> = {}): number {
  const found = ventureCandidates([row(a), row(b, { report: 'b', year: 2023, ...over })])
  return found[0]?.likeness ?? 0
}

const reasons = (a: ComparedVenture, b: ComparedVenture): string[] =>
  ventureCandidates([a, b]).flatMap((one) => one.reasons.map(({ key }) => key.replace('matters.venture.reason.', '')))

describe('names that tell of one venture', () => {
  it.each([
    ['手拉手新能源汽车产业园', '手拉手汽车产业园'],
    ['三川大道', '三川大道新建工程'],
    ['唐寺门立交', '唐寺门立交工程'],
    ['北盟路改造工程', '北盟路'],
    ['洛邑古城二期', '“洛邑古城”二期项目'],
    ['桑龙高速', '桑龙'],
    ['常德烟厂易地技扩改项目', '常德烟厂易地技改项目'],
    ['岳阳三荷机场', '三荷机场'],
    ['市少儿图书馆新馆', '市少儿图书馆'],
  ])('%s, %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThan(0.55)
    expect(likeness(b, a)).toBeCloseTo(likeness(a, b))
  })
})

describe('names that tell of two', () => {
  it.each([
    ['洛邑古城一期', '洛邑古城二期'],
    ['轨道交通1号线', '轨道交通2号线'],
    ['陇海街北段', '陇海街南段'],
    ['G310提升改造工程', 'G207提升改造工程'],
    ['三川大道', '三川小学'],
    ['南丹', '南丹世界白裤瑶大健康产业园'],
    ['黄金机场', '瑞金机场'],
    ['污水处理厂', '垃圾处理厂'],
    ['翔殷路越江隧道', '西藏南路越江隧道'],
  ])('%s, %s', (a, b) => expect(likeness(a, b)).toBe(0))
})

describe('whose reports are held against each other', () => {
  it('those of a place and of the city right over it, not those of its neighbour', () => {
    expect(likeness('吕庙产业园', '吕庙产业园', { place: '410300' })).toBeGreaterThan(0.7)
    expect(likeness('吕庙产业园', '吕庙产业园', { place: '410305' })).toBe(0)
    expect(likeness('吕庙产业园', '吕庙产业园', { place: '410100' })).toBe(0)
  })

  it('never those of one report', () => {
    expect(ventureCandidates([row('吕庙产业园'), row('吕庙产业园', { key: 'again' })])).toEqual([])
  })

  it('takes a library that every place has only in one place and soon after', () => {
    expect(likeness('图书馆', '图书馆')).toBeGreaterThan(0.5)
    expect(likeness('图书馆', '图书馆', { year: 2028 })).toBe(0)
    expect(likeness('图书馆', '图书馆', { place: '410300' })).toBe(0)
  })
})

describe('reasons', () => {
  it('tell of names, amounts, phases, years and places', () => {
    const amount = { start: 0, quantity: '50亿元', value: 50, unit: '亿元' }
    const a = row('吕庙产业园二期', { amount })
    expect(reasons(a, row('吕庙产业园', { report: 'b', year: 2024, place: '410300', amount }))).toEqual([
      'sameName',
      'amount',
      'onePhase',
      'years',
      'parent',
    ])
    const b = row('手拉手汽车产业园二期', { report: 'b', year: 2030 })
    expect(reasons(row('手拉手新能源汽车产业园二期'), b)).toEqual(['words', 'phase'])
    expect(reasons(row('巫家坝公园'), row('官渡区巫家坝公园', { report: 'b', year: null }))).toEqual(['held'])
  })

  it('are in the dictionary', () => {
    expect(Object.keys(zh.venture.reason).sort()).toEqual(
      ['amount', 'held', 'onePhase', 'parent', 'phase', 'sameName', 'words', 'years'].sort(),
    )
  })
})

describe('a whole library', () => {
  it('never compares all with all', () => {
    const syllables = '东方红旗帜飘扬山高水长流星雨花石榴莲藕塘渔歌唱晚霞光辉煌'
    const name = (n: number): string =>
      `${syllables.charAt(n % 30)}${syllables.charAt(Math.floor(n / 30) % 30)}${syllables.charAt(Math.floor(n / 900) % 30)}产业园`
    let asked = 0
    const rows = Array.from({ length: 20_000 }, (_, n) => ({
      ...row('', { report: `r${n % 10}`, place: `41${String(n % 90).padStart(2, '0')}00` }),
      get name() {
        asked++
        return name(n)
      },
    }))
    const found = ventureCandidates(rows)
    expect(asked).toBeLessThan(20_000 * 4)
    expect(found.length).toBeLessThan(200_000)
  })

  it('gives every pair once, of two reports, with a likeness of 0 to 1', () => {
    const part = fc.constantFrom('手拉手', '唐寺门', '三川', '新能源', '产业园', '大道', '一期', '二期', 'G310', '工程')
    const any = fc.record({
      name: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      report: fc.constantFrom('a', 'b', 'c'),
      place: fc.constantFrom('410304', '410300', '110101', '110000'),
      year: fc.option(fc.integer({ min: 2000, max: 2030 })),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (list) => {
        const rows = list.map((one, at) => row(one.name, { ...one, key: String(at) }))
        const found = ventureCandidates(rows)
        const names = found.map(({ a, b }) => [a.key, b.key].sort().join())
        expect(new Set(names).size).toBe(names.length)
        for (const { a, b, likeness: how, reasons: why } of found) {
          expect(a.report).not.toBe(b.report)
          expect(how).toBeGreaterThan(0)
          expect(how).toBeLessThanOrEqual(1)
          expect(why.length).toBeGreaterThan(0)
        }
        expect(ventureCandidates(rows)).toEqual(found)
      }),
    )
  })
})
