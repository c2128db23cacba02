import type { ExtractedMatter, MatterOf } from '#shared/model/matter'
import { matterKey } from '#shared/model/matter'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import { statementKey } from '#shared/model/statement'
import type { MaterialStatement, ReportMaterial } from '../../../../shared/compare/material'
import { PLACES, statement } from '../build'

/** A statement by what matters of it; the quantity is put together from value and unit unless a test names one. */
export type Told = Parameters<typeof statement>[0]

/** What a matter has unless a test says otherwise. */
const common = {
  start: 10,
  end: 20,
  role: 'target',
  year: '2022',
  scope: 'own',
  article: 'main',
  wording: '',
  due: '',
  period: '',
  list: '',
  sentence: { start: 0, end: 30 },
  rule: 'test',
  confidence: 0.8,
} as const

/** A relative target (居民收入与经济增长同步), unless a test says otherwise. */
export const relative = (fields: Partial<MatterOf<'relative_target'>> = {}): ExtractedMatter => ({
  type: 'relative_target',
  ...common,
  indicator: '居民收入',
  canonical: 'income_all',
  kind: 'growth',
  relation: 'match',
  hedge: '',
  reference: '经济增长',
  referenceCanonical: 'gdp',
  referenceScope: 'own',
  ...fields,
})

/** A blanket claim (民生实事全部完成) in a review of 2022, unless a test says otherwise. */
export const claim = (fields: Partial<MatterOf<'claim'>> = {}): ExtractedMatter => ({
  type: 'claim',
  ...common,
  role: 'actual',
  covers: '民生实事',
  subject: 'livelihood',
  extent: 'all',
  levels: '',
  count: null,
  ...fields,
})

/** An item of a livelihood list. */
export const item = (fields: Partial<MatterOf<'list_item'>> = {}): ExtractedMatter => ({
  type: 'list_item',
  ...common,
  list: 'livelihood',
  parent: 'list:0:民生实事',
  ordinal: 1,
  mark: '（一）',
  heading: '改善人居环境',
  count: null,
  total: null,
  own: null,
  above: null,
  private: null,
  ...fields,
})

/** A named venture. */
export const venture = (fields: Partial<MatterOf<'venture'>> = {}): ExtractedMatter => ({
  type: 'venture',
  ...common,
  name: '唐寺门立交',
  place: '',
  amount: null,
  stage: 'completed',
  stageWords: '竣工',
  ...fields,
})

/** A report with statements and matters; statements that name no place in the text stand one behind the other. */
export function report(
  year: number,
  told: readonly Told[],
  rest: { place?: PlaceRef; kind?: ReportKind; matters?: readonly ExtractedMatter[]; main?: boolean; id?: string } = {},
): ReportMaterial {
  const place = rest.place ?? PLACES.chanhe
  const source = `${place.code}${year}`.padStart(64, '0')
  const id = rest.id ?? `00000000-0000-8000-8000-${place.code}${String(year).padStart(6, '0')}`
  const statements = told.map((fields, at): MaterialStatement => {
    const start = fields?.start ?? 1_000 + at * 100
    const one = statement({ start, sentence: { start: start - 10, end: start + 40 }, ...fields })
    return { ...one, key: statementKey(one) }
  })
  return {
    report: {
      id,
      source,
      title: `${place.name}${year}年政府工作报告`,
      place,
      year,
      kind: rest.kind ?? 'full',
      main: rest.main ?? true,
      start: 0,
      end: 10_000,
    },
    statements,
    matters: (rest.matters ?? []).map((content) => ({ content, key: matterKey(content), status: 'suggested' })),
    text: '',
  }
}
