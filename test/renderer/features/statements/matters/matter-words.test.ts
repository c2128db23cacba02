import { expect, it } from 'vitest'
import { translate } from '#shared/locales/translate'
import { BUILT_IN } from '#shared/statements/dictionary'
import { listedMatter } from '../../../../../renderer/features/statements/matters/matter-words'
import { matterOf } from './sample'

const t = (language: 'zh-CN' | 'en') =>
  ((key: string, params: Record<string, string> = {}) => translate(language, key, params)) as unknown as Parameters<
    typeof listedMatter
  >[0]

const said = (matter: ReturnType<typeof matterOf>, language: 'zh-CN' | 'en' = 'zh-CN') =>
  Object.values(listedMatter(t(language), BUILT_IN, matter, language)).join(' | ')

it.each([
  [matterOf('relative_target', { canonical: '' }), '居民收入 |  | 同步 经济增长 | 基本'],
  [
    matterOf('relative_target', { canonical: '', relation: 'positive', reference: '', hedge: '' }),
    '居民收入 |  | 正增长 | ',
  ],
  [matterOf('rank', { canonical: '' }), '生产总值 | 增速 | 全市第1 | '],
  [
    matterOf('rank', { canonical: '', within: true, position: 10, among: '', previous: 16, streak: 3, size: 18 }),
    '生产总值 | 增速 | 前10 | 原第16 · 连续3年 · 共18个',
  ],
  [matterOf('rank', { canonical: '', indicator: '', fromBottom: true }), '（未写明） | 增速 | 全市倒数第1 | '],
  [matterOf('claim', { count: 84, levels: '省、市' }), '民生实事 |  | 全部完成 | 民生实事 · 84项 · 省、市'],
  [matterOf('list'), '今年十大民生实事 |  | 2 项（标明 10 项） | 总投入2.97亿元'],
  [matterOf('list', { stated: null, total: null }), '今年十大民生实事 |  | 2 项 | '],
  [matterOf('list_item'), '1. 改造管网 |  | 9项 | 总投入2.97亿元 · 年底前'],
  [matterOf('venture'), '唐寺门立交 |  | 竣工 | 50亿元'],
  [matterOf('venture', { stage: '', amount: null, place: '老城' }), '唐寺门立交 |  |  | 老城'],
])('says %#', (matter, words) => expect(said(matter)).toBe(words))

it('names an indicator of the dictionary by its name there, in the language of the interface', () => {
  expect(said(matterOf('rank'))).toMatch(/^地区生产总值 /)
  expect(said(matterOf('rank', { among: '' }), 'en')).toMatch(/^(?!生产总值).+ \| 增速 \| no\. 1 \| $/)
})
