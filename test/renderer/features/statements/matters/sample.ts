import type { ExtractedMatter, MatterOf, MatterType } from '#shared/model/matter'
import type { ReviewMatter } from '../../../../../renderer/storage'

/** A text with one matter of each type, and an amount. */
export const MATTERS_TEXT =
  '居民收入与经济增长基本同步。生产总值增速居全市第一。民生实事全部完成。' +
  '今年十大民生实事：1.改造管网（9项），年底前完成，总投入2.97亿元；2.建设社区食堂。唐寺门立交竣工，投资50亿元。'

const at = (words: string) => {
  const start = MATTERS_TEXT.indexOf(words)
  return { start, end: start + words.length }
}

const common = {
  role: 'target',
  year: '2024',
  scope: 'own',
  article: 'main',
  wording: '',
  due: '',
  period: '',
  list: '',
  sentence: { start: 0, end: 14 },
  rule: 'test',
  confidence: 0.9,
} as const

const money = (quantity: string, value: number) => ({
  start: MATTERS_TEXT.indexOf(quantity),
  quantity,
  value,
  unit: '亿元',
})
const none = { total: null, own: null, above: null, private: null }

const SAMPLES: { readonly [T in MatterType]: MatterOf<T> } = {
  relative_target: {
    ...{ type: 'relative_target', ...common, ...at('居民收入与经济增长基本同步') },
    ...{ indicator: '居民收入', canonical: 'disposable_income', kind: 'growth', relation: 'match', hedge: '基本' },
    ...{ reference: '经济增长', referenceCanonical: 'gdp', referenceScope: 'own' },
  },
  rank: {
    ...{ type: 'rank', ...common, ...at('增速居全市第一'), role: 'actual', year: '2023' },
    ...{ indicator: '生产总值', canonical: 'gdp', aspect: '增速', position: 1, within: false, fromBottom: false },
    ...{ previous: null, among: '全市', size: null, streak: null, statement: '' },
  },
  claim: {
    ...{ type: 'claim', ...common, ...at('民生实事全部完成'), role: 'actual', year: '2023' },
    ...{ covers: '民生实事', subject: 'livelihood', extent: 'all', levels: '', count: null },
  },
  list: {
    ...{ type: 'list', ...common, ...at('今年十大民生实事'), heading: '今年十大民生实事', until: 80 },
    ...{ stated: 10, items: 2, ...none, total: money('2.97亿元', 2.97) },
  },
  list_item: {
    ...{ type: 'list_item', ...common, ...at('1.改造管网（9项），年底前完成，总投入2.97亿元'), due: '年底前' },
    ...{ parent: 'list:35:今年十大民生实事', ordinal: 1, mark: '1.', heading: '改造管网', count: 9 },
    ...{ ...none, total: money('2.97亿元', 2.97) },
  },
  venture: {
    ...{ type: 'venture', ...common, ...at('唐寺门立交'), name: '唐寺门立交', place: '' },
    ...{ amount: money('50亿元', 50), stage: 'completed', stageWords: '竣工' },
  },
}

/** A matter of a type. */
export const matterOf = <T extends MatterType>(type: T, more: Partial<MatterOf<T>> = {}): MatterOf<T> => ({
  ...SAMPLES[type],
  ...more,
})

/** A matter as the review has it. */
export const reviewOf = (content: ExtractedMatter, more: Partial<ReviewMatter> = {}): ReviewMatter => ({
  content,
  key: `${content.type}:${content.start}`,
  id: null,
  status: 'suggested',
  orphan: false,
  report: 'r',
  source: 's',
  reading: 's:1',
  ...more,
})
