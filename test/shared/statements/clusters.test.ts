import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { UnitFamily } from '#shared/model/indicator'
import { clusterPhrases, type PhraseCount } from '#shared/statements/clusters'
import { BUILT_IN, makeDictionary } from '#shared/statements/dictionary'
import { normalPhrase } from '#shared/statements/normal-phrase'

const counted = (phrase: string, family: UnitFamily = 'count', count = 1): PhraseCount => ({
  phrase,
  family,
  count,
  reports: count,
  sample: { report: 'r', key: `0:${count}:${phrase}` },
})

const heads = (phrases: readonly PhraseCount[]) =>
  clusterPhrases(phrases, BUILT_IN).map(({ head, members }) => [head, members.map(({ phrase }) => phrase)])

describe('normalPhrase', () => {
  test.each([
    ['全市新增家庭农场', '家庭农场'],
    ['新改扩建公办幼儿园', '公办幼儿园'],
    ['“四好农村路”', '四好农村路'],
    ['棚户区（危旧房）', '棚户区'],
    ['５Ｇ基站', '#G基站'],
    ['5000万元以上项目', '#万元以上项目'],
    ['专利申请量', '专利申请量'],
    ['家庭农场总数', '家庭农场'],
    ['新增', '新增'],
  ])('%s → %s', (phrase, normal) => expect(normalPhrase(phrase)).toBe(normal))

  it('leaves what is normal as it is', () => {
    fc.assert(
      fc.property(words, (phrase) => {
        const normal = normalPhrase(phrase)
        expect(normalPhrase(normal)).toBe(normal)
      }),
    )
  })
})

describe('clusterPhrases', () => {
  it('puts leads, quotes and widths aside', () => {
    expect(
      heads([
        counted('新增“四好农村路”', 'length', 2),
        counted('四好农村路', 'length', 5),
        counted('新（改）建四好农村路', 'length', 1),
      ]),
    ).toEqual([['四好农村路', ['四好农村路', '新增“四好农村路”', '新（改）建四好农村路']]])
  })

  it('puts a phrase under the head noun that it ends with', () => {
    expect(heads([counted('省级示范家庭农场'), counted('家庭农场', 'count', 3), counted('绿色工厂')])).toEqual([
      ['家庭农场', ['家庭农场', '省级示范家庭农场']],
      ['绿色工厂', ['绿色工厂']],
    ])
  })

  it('makes no head of an attribute, nor of what too many things end with', () => {
    expect(heads([counted('总投资', 'money'), counted('码头工程总投资', 'money')])).toHaveLength(2)
    const centres = Array.from({ length: 40 }, (_, n) => counted(`${String.fromCharCode(0x7532 + n)}类服务中心`))
    expect(heads([counted('服务中心'), ...centres])).toHaveLength(41)
    expect(heads([counted('服务中心'), ...centres.slice(0, 20)])).toHaveLength(1)
  })

  it('keeps families apart, and growth with the level it is of', () => {
    const clusters = clusterPhrases(
      [counted('直接融资', 'money', 4), counted('直接融资', 'count', 2), counted('直接融资', 'percent', 1)],
      BUILT_IN,
    )
    expect(clusters.map(({ family, count }) => [family, count])).toEqual([
      ['money', 5],
      ['count', 2],
    ])
  })

  it('proposes what is like it and is counted so', () => {
    const of = (phrase: string, family: UnitFamily, dictionary = BUILT_IN) =>
      clusterPhrases([counted(phrase, family)], dictionary)[0]?.proposals
    expect(of('研发经费投入', 'money')).toContain('rd_spending')
    expect(of('研发经费投入', 'count')).not.toContain('rd_spending')
    expect(of('甲乙丙丁', 'count')).toEqual([])
    const own = makeDictionary([
      {
        id: 'u_gardens',
        name: '观光茶园',
        english: 'Tea gardens',
        aliases: [],
        units: ['count'],
        direction: 'up',
        category: 'agriculture',
        warnings: [],
        excluded: [],
      },
    ])
    expect(of('各级观光茶园', 'count', own)?.[0]).toBe('u_gardens')
  })

  it('leaves out what has no name', () => expect(heads([counted(' '), counted('')])).toEqual([]))

  it('holds every phrase once, whatever their order', () => {
    fc.assert(
      fc.property(phrases, fc.nat(), (given, seed) => {
        const clusters = clusterPhrases(given, BUILT_IN)
        const members = clusters.flatMap((cluster) => cluster.members)
        const name = ({ phrase, family }: PhraseCount) => `${family} ${phrase}`
        expect(members.map(name).sort()).toEqual(given.map(name).sort())
        for (const { members: own, count, proposals, head } of clusters) {
          expect(count).toBe(own.reduce((sum, one) => sum + one.count, 0))
          expect(own.map(({ phrase }) => phrase)).toContain(head)
          expect(proposals.length).toBeLessThanOrEqual(3)
          for (const id of proposals) expect(BUILT_IN.byId(id)).not.toBeNull()
        }
        const counts = clusters.map(({ count }) => count)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        const turn = given.length === 0 ? 0 : seed % given.length
        expect(clusterPhrases([...given.slice(turn), ...given.slice(0, turn)].reverse(), BUILT_IN)).toEqual(clusters)
      }),
      { numRuns: 60 },
    )
  })

  it('puts a phrase with a lead where the phrase is', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('全市', '新增', '完成'), (phrase, lead) => {
        fc.pre(phrase.trim().length > 1 && normalPhrase(phrase).length > 1)
        fc.pre(normalPhrase(lead + phrase) === normalPhrase(phrase))
        expect(clusterPhrases([counted(phrase), counted(lead + phrase)], BUILT_IN)).toHaveLength(1)
      }),
    )
  })
})

const parts = fc.constantFrom(
  '全市',
  '新增',
  '完成',
  '家庭',
  '农场',
  '学校',
  '总投资',
  '“',
  '”',
  '（改）',
  '5',
  '一',
  '个',
  '的',
)
const words = fc.oneof(
  fc.array(parts, { minLength: 1, maxLength: 7 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
)
const phrases = fc.uniqueArray(
  fc
    .tuple(
      words.filter((phrase) => phrase.trim() !== ''),
      fc.constantFrom(...UnitFamily.options),
      fc.integer({ min: 1, max: 99 }),
    )
    .map(([phrase, family, count]) => counted(phrase, family, count)),
  { selector: ({ phrase, family }) => `${family} ${phrase}`, maxLength: 30 },
)
