import type { AnalysedSource } from '#shared/model/analysed'
import type { Claim, ExtractedMatter, List, ListItem, Money, Rank, RelativeTarget, Venture } from '#shared/model/matter'
import { ownPlace } from '#shared/places/own-place'
import { prepareReport, readSentences } from '#shared/statements/extract'
import { yearsOfSections } from '#shared/statements/section-years'
import { analysed } from '../fixture'

/** A text that holds a matter of every type. */
export const MATTERS = [
  '2023年，地区生产总值160亿元，增速居全市第一。民生实事全部完成。',
  '2024年，居民收入增长与经济增长同步。总投资50亿元的瀍河新区产业园竣工投用，唐寺门立交开工。',
  '2024年十大民生实事',
  '（一）新增停车场。新建停车场5个，市级投资3亿元。',
  '（二）改造老旧小区。改造老旧小区40个。',
].join('\n')

/** The words of a matter at the first place where they stand. */
function common(text: string, words: string) {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`${words} is not in the text`)
  const sentence = {
    start: Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('。', start)) + 1,
    end: Math.min(...['\n', '。'].map((sign) => `${text}\n。`.indexOf(sign, start))),
  }
  return {
    ...{ start, end: start + words.length, sentence },
    ...({ role: 'target', year: '2024', scope: 'own', article: 'main' } as const),
    ...({ wording: '', due: '', period: '', list: '' } as const),
    ...{ rule: 'test', confidence: 0.9 },
  }
}

export const relativeTarget = (text: string, words: string, fields: Partial<RelativeTarget> = {}): RelativeTarget => ({
  type: 'relative_target',
  ...common(text, words),
  ...{ indicator: words.slice(0, 4), canonical: '', kind: 'growth', relation: 'match', hedge: '' },
  ...{ reference: '经济增长', referenceCanonical: 'gdp', referenceScope: 'own' },
  ...fields,
})

export const rank = (text: string, words: string, fields: Partial<Rank> = {}): Rank => ({
  type: 'rank',
  ...common(text, words),
  ...{ indicator: '地区生产总值', canonical: 'gdp', aspect: '增速', position: 1, within: false, fromBottom: false },
  ...{ previous: null, among: '全市', size: null, streak: null, statement: '' },
  ...fields,
})

export const claim = (text: string, words: string, fields: Partial<Claim> = {}): Claim => ({
  type: 'claim',
  ...common(text, words),
  ...{ covers: words.slice(0, 4), subject: 'livelihood', extent: 'all', levels: '', count: null },
  ...fields,
})

const NO_FUNDS = { total: null, own: null, above: null, private: null }

export const list = (text: string, words: string, fields: Partial<List> = {}): List => ({
  type: 'list',
  ...common(text, words),
  ...{ heading: words, until: text.length, stated: 10, items: 2, ...NO_FUNDS },
  ...fields,
})

export const listItem = (text: string, words: string, fields: Partial<ListItem> = {}): ListItem => ({
  type: 'list_item',
  ...common(text, words),
  ...{ parent: '', ordinal: 1, mark: '', heading: words.slice(3, 8), count: null, ...NO_FUNDS },
  ...fields,
})

export const venture = (text: string, name: string, fields: Partial<Venture> = {}): Venture => ({
  type: 'venture',
  ...common(text, name),
  ...{ name, place: '', amount: null, stage: 'started', stageWords: '开工' },
  ...fields,
})

export function money(text: string, quantity: string): Money {
  return { start: text.indexOf(quantity), quantity, value: Number.parseFloat(quantity), unit: '亿元' }
}

/** What a reader of `MATTERS` would find, in any text that has these words; those whose words are gone are left out. */
export function mattersIn(text: string): ExtractedMatter[] {
  const has = <T>(words: string, make: (words: string) => T): T[] => (text.includes(words) ? [make(words)] : [])
  const heading = '2024年十大民生实事'
  const parent = `list:${text.indexOf(heading)}:${heading}`
  return [
    ...has('增速居全市第一', (words) =>
      rank(text, words, { statement: `${text.indexOf('160亿元')}:160亿元:地区生产总值` }),
    ),
    ...has('民生实事全部完成', (words) => claim(text, words, { role: 'actual', year: '2023' })),
    ...has('居民收入增长与经济增长同步', (words) => relativeTarget(text, words)),
    ...has('瀍河新区产业园', (words) => venture(text, words, { amount: money(text, '50亿元'), stage: 'in_use' })),
    ...has('唐寺门立交', (words) => venture(text, words)),
    ...has(heading, (words) => list(text, words)),
    ...has('（一）新增停车场。新建停车场5个，市级投资3亿元。', (words) =>
      listItem(text, words, { parent, mark: '（一）', above: money(text, '3亿元') }),
    ),
    ...has('（二）改造老旧小区。改造老旧小区40个。', (words) =>
      listItem(text, words, { parent, mark: '（二）', ordinal: 2, heading: '改造老旧小区' }),
    ),
  ]
}

/** The n-th file with `MATTERS` as its text: its statements are the engine's, its matters those of `mattersIn`. */
export function withMatters(n: number, text = MATTERS): AnalysedSource {
  const base = analysed(n)
  const reports = base.reports.map(({ report, sections }) => {
    const end = text.length
    const dated = yearsOfSections(
      sections.map((section) => ({ ...section, end })),
      report.year,
    )
    const { year, kind, place } = report
    const input = { text, start: 0, end, year, kind, sections: dated, joins: [], place: ownPlace(place) }
    const statements = readSentences(prepareReport(input))
    return { report: { ...report, end }, sections: dated, statements, matters: mattersIn(text) }
  })
  const stretches = [{ start: 0, end: text.length, kind: 'report' as const, report: 0 }]
  return {
    ...base,
    reading: { ...base.reading, characters: text.length },
    text: { ...base.text, text, stretches },
    reports,
  }
}
