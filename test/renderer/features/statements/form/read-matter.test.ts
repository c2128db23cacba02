import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translate } from '#shared/locales/translate'
import { ExtractedMatter, MatterType } from '#shared/model/matter'
import {
  controlOf,
  firstField,
  labelKey,
  linesOf,
  optionsOf,
} from '../../../../../renderer/features/statements/form/matter-fields'
import { fieldsOfMatter, moneyIn, readMatter } from '../../../../../renderer/features/statements/form/read-matter'
import { MATTERS_TEXT, matterOf } from '../matters/sample'

const TYPES = MatterType.options
const NOT_SHOWN = ['type', 'start', 'end', 'article', 'sentence', 'rule', 'confidence', 'until', 'statement']

const typed = (matter: ExtractedMatter) => fieldsOfMatter(matter, '本地区')
const read = (matter: ExtractedMatter, fields: ReturnType<typeof typed>) =>
  readMatter({ text: MATTERS_TEXT, own: '本地区' }, matter, fields)

describe('the form of a matter', () => {
  it.each(TYPES)('shows every field of a %s, and names it in both languages', (type) => {
    const shown = ['role', ...linesOf(type).flat()]
    expect([...shown].sort()).toEqual(
      Object.keys(matterOf(type))
        .filter((name) => !NOT_SHOWN.includes(name))
        .sort(),
    )
    expect(shown).toContain(firstField(type))
    const keys = shown.flatMap((name) => [labelKey(name), ...optionsOf(name).map((option) => option.labelKey)])
    for (const language of ['zh-CN', 'en'] as const)
      expect(keys.filter((key) => translate(language, key) === key)).toEqual([])
  })

  it.each(TYPES)('gives an untouched %s back as it was', (type) => {
    const matter = ExtractedMatter.parse(matterOf(type))
    expect(read(matter, typed(matter))).toEqual({ ok: true, matter })
  })

  it.each([
    ['relative_target', { indicator: ' ' }, ['indicator']],
    ['relative_target', { year: '二〇二四' }, ['year']],
    ['rank', { position: '' }, ['position']],
    ['rank', { position: '0' }, ['position']],
    ['rank', { position: '第一', size: '1.5' }, ['position', 'size']],
    ['claim', { covers: '', year: '23' }, ['year']],
    ['list', { heading: '' }, ['heading']],
    ['list_item', { count: '-1', total: '3亿元' }, ['total', 'count']],
    ['venture', { amount: '50个' }, ['amount']],
    ['venture', { name: '', amount: '五十' }, ['amount', 'name']],
  ] as const)('of a %s with %j says that %j is wrong', (type, more, wrong) => {
    const matter = matterOf(type)
    expect(read(matter, { ...typed(matter), ...more })).toEqual({ ok: false, wrong })
  })

  it('takes a rank without a name', () => {
    const rank = matterOf('rank')
    expect(read(rank, { ...typed(rank), indicator: '' })).toMatchObject({ ok: true })
  })

  it('reads what was typed: trimmed words, full-width digits, flags, the own place as an empty scope', () => {
    const rank = matterOf('rank')
    const written = {
      ...typed(rank),
      among: ' 全省 ',
      position: '３',
      size: '18',
      within: 'true',
      scope: '全市',
    }
    expect(read(rank, written)).toMatchObject({
      ok: true,
      matter: { among: '全省', position: 3, size: 18, within: true, scope: '全市', previous: null, confidence: 0.9 },
    })
    expect(typed(rank).scope).toBe('')
    expect(read(rank, typed(rank))).toMatchObject({ matter: { scope: 'own' } })
  })

  it('says the own place of a reference, which may name none', () => {
    const relative = matterOf('relative_target')
    expect(typed(relative).referenceScope).toBe('本地区')
    expect(read(relative, { ...typed(relative), referenceScope: '' })).toMatchObject({ matter: { referenceScope: '' } })
    expect(read(relative, { ...typed(relative), referenceScope: '全市' })).toMatchObject({
      matter: { referenceScope: '全市' },
    })
  })

  it('finds an amount in the words of its matter', () => {
    const item = matterOf('list_item', { total: null })
    const start = MATTERS_TEXT.indexOf('2.97亿元')
    expect(moneyIn(MATTERS_TEXT, item, '2.97亿元')).toEqual({ start, quantity: '2.97亿元', value: 2.97, unit: '亿元' })
    expect(moneyIn(MATTERS_TEXT, item, '50亿元')).toBeNull()
    expect(read(item, { ...typed(item), own: ' 2.97亿元 ' })).toMatchObject({
      matter: { own: { start, value: 2.97 }, total: null },
    })
    expect(read(matterOf('list_item'), { ...typed(item), total: '' })).toMatchObject({
      matter: { total: null },
    })
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), fc.nat(), fc.string(), (type, at, words) => {
        const matter = matterOf(type)
        const names = linesOf(type)
          .flat()
          .filter((name) => controlOf(name) !== 'select')
        const result = read(matter, {
          ...typed(matter),
          [names[at % names.length] ?? '']: words,
        })
        expect(result.ok ? ExtractedMatter.safeParse(result.matter).success : result.wrong.length > 0).toBe(true)
      }),
    )
  })
})
