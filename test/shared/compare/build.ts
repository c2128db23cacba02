import type { Cell, ReportCells } from '#shared/model/cell'
import { type Comparison, comparisonDefaults } from '#shared/model/comparison'
import type { PlaceRef } from '#shared/model/place'
import { type ExtractedStatement, type StatementStatus, statementKey } from '#shared/model/statement'
import { toCells } from '../../../shared/compare/cells'

/** Two districts and the city above them. */
export const PLACES = {
  chanhe: { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
  xigong: { code: '410303', name: '西工区', short: '西工', level: 'county', parent: '410300' },
  luoyang: { code: '410300', name: '洛阳市', short: '洛阳', level: 'city', parent: '410000' },
} as const satisfies Record<string, PlaceRef>

/** A statement of which a test names only what it is about. */
export function statement(
  fields: Partial<ExtractedStatement> & { status?: StatementStatus } = {},
): ExtractedStatement & { status: StatementStatus } {
  const value = fields.value ?? 8
  const unit = fields.unit ?? '%'
  return {
    start: 100,
    quantity: `${value}${unit}`,
    value,
    high: null,
    unit,
    comparator: 'eq',
    kind: 'growth',
    role: 'actual',
    year: '2022',
    indicator: '地区生产总值',
    canonical: 'gdp',
    scope: 'own',
    article: 'main',
    period: '',
    wording: '',
    part_of: '',
    base: '',
    rank: '',
    basis: '',
    measure: '',
    subset: '',
    binding: '',
    due: '',
    list: '',
    sentence: { start: 90, end: 120 },
    rule: 'test',
    confidence: 0.8,
    status: 'suggested',
    ...fields,
  }
}

/** The cell of such a statement. */
export function cell(fields: Parameters<typeof statement>[0] = {}): Cell {
  const [made] = toCells([statement(fields)])
  if (!made) throw new Error(`no cell for ${statementKey(statement(fields))}`)
  return made
}

let reports = 0

/** A report with cells; a number of its own unless a test names one. */
export function record(fields: Partial<ReportCells> = {}): ReportCells {
  reports += 1
  const id = `00000000-0000-8000-8000-${String(reports).padStart(12, '0')}`
  return {
    report: id,
    source: String(reports).padStart(64, '0'),
    place: PLACES.chanhe,
    year: 2023,
    kind: 'full',
    main: true,
    cells: [],
    ...fields,
  }
}

/** A comparison of GDP growth of both districts in 2022, unless a test says otherwise. */
export const comparison = (fields: Partial<Comparison> = {}): Comparison => ({
  ...comparisonDefaults(),
  id: '11111111-1111-4111-8111-111111111111',
  name: '对比',
  places: [PLACES.chanhe.code, PLACES.xigong.code],
  years: ['2022'],
  indicators: ['gdp'],
  role: 'actual',
  kind: 'growth',
  view: 'table',
  author: '',
  updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})
