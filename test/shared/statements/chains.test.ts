import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { distribute, expandPair, shareOut, splitNames } from '#shared/statements/chains'

describe('splitNames', () => {
  test.each<[noun: string, ...names: string[]]>([
    ['公园、广场和绿地', '公园', '广场', '绿地'],
    ['税收以及出口', '税收', '出口'],
    ['“四水、五路”工程和公园', '“四水、五路”工程', '公园'],
    ['项目（新建、续建）和工程', '项目（新建、续建）', '工程'],
    ['公共停车场', '公共停车场'],
    ['共和路', '共和路'],
  ])('%s', (noun, ...names) => expect(splitNames(noun)).toEqual(names))

  it('loses no character but the marks between names', () => {
    const nouns = fc
      .array(fc.constantFrom('公园', '税收', '、', '和', '“', '”', '（', '）'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(nouns, (noun) => {
        expect(
          splitNames(noun)
            .join('')
            .replace(/[、和]/gu, ''),
        ).toBe(noun.replace(/[、和]/gu, ''))
      }),
    )
  })
})

test.each<[name: string, count: number, names: string[] | null]>([
  ['城乡居民人均可支配收入', 2, ['城镇居民人均可支配收入', '农村居民人均可支配收入']],
  ['存贷款余额', 2, ['存款余额', '贷款余额']],
  ['三次产业增加值', 3, ['第一产业增加值', '第二产业增加值', '第三产业增加值']],
  ['城乡居民收入', 3, null],
  ['税收', 2, null],
])('expandPair %s in %i', (name, count, names) => expect(expandPair(name, count)).toEqual(names))

test.each<[noun: string, before: string[], count: number, names: string[] | null]>([
  ['税收、出口', [], 2, ['税收', '出口']],
  ['城镇、农村居民人均收入', [], 2, ['城镇居民人均收入', '农村居民人均收入']],
  ['', ['税收', '出口'], 2, ['税收', '出口']],
  ['', ['公园', '税收', '出口'], 2, ['税收', '出口']],
  ['出口', ['税收'], 2, ['税收', '出口']],
  ['', ['税收'], 2, null],
])('distribute %s after %j to %i', (noun, before, count, names) => {
  expect(distribute(noun, before, count)).toEqual(names)
})

test.each<[noun: string, each: boolean, rate: boolean, names: string[]]>([
  ['地区生产总值、固定资产投资', false, true, ['地区生产总值', '固定资产投资']],
  ['新建、改建公厕', false, false, ['新建、改建公厕']],
  ['五莲、甲山地区生产总值', true, false, ['五莲地区生产总值', '甲山地区生产总值']],
  ['规划和建设', false, true, ['规划和建设']],
])('shareOut %s each %s rate %s', (noun, each, rate, names) => expect(shareOut(noun, each, rate)).toEqual(names))
