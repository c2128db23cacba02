import type { MaterialStatement, ReportMaterial } from '#shared/compare/material'
import type { ExtractedMatter } from '#shared/model/matter'
import { matterKey } from '#shared/model/matter'
import { statementKey } from '#shared/model/statement'

/** A figure by what matters of it; where its quantity stands is looked up in the text. */
export type Figure = Partial<MaterialStatement> & { quantity: string; value: number; unit: string }

const PLACE = { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' } as const

/** The sentence around an offset, from stop to stop. */
function sentenceAt(text: string, at: number): { start: number; end: number } {
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1
  const stop = text.indexOf('。', at)
  return { start, end: stop === -1 ? text.length : stop }
}

function statementsOf(text: string, year: number, figures: readonly Figure[]): MaterialStatement[] {
  let from = 0
  return figures.map((figure) => {
    // A shared predicate gives several statements one quantity.
    const next = text.indexOf(figure.quantity, from)
    const start = next === -1 ? text.lastIndexOf(figure.quantity) : next
    if (start === -1) throw new Error(`${figure.quantity} does not stand in the text`)
    from = start + figure.quantity.length
    const whole = {
      start,
      high: null,
      comparator: 'eq',
      kind: figure.unit === '%' ? 'growth' : 'level',
      role: 'actual',
      year: String(year - 1),
      indicator: '地区生产总值',
      canonical: '',
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
      sentence: sentenceAt(text, start),
      rule: 'left+section',
      confidence: 0.9,
      status: 'suggested',
      ...figure,
    } as const
    return { ...whole, key: statementKey(whole) }
  })
}

/**
 * A report of 瀍河 with the figures that are named, in the order of its text.
 * @param year 报告年度; the figures are of the year before unless a test says otherwise
 */
export function report(
  year: number,
  text: string,
  figures: readonly Figure[],
  { matters = [], id = year }: { matters?: readonly ExtractedMatter[]; id?: number } = {},
): ReportMaterial {
  const hash = String(id).padStart(64, '0')
  return {
    report: {
      id: `00000000-0000-8000-8000-${String(id).padStart(12, '0')}`,
      source: hash,
      title: '政府工作报告',
      place: PLACE,
      year,
      kind: 'full',
      main: true,
      start: 0,
      end: text.length,
    },
    statements: statementsOf(text, year, figures),
    matters: matters.map((content) => ({ content, key: matterKey(content), status: 'suggested' })),
    text,
  }
}

/** A level in 亿元. */
export const money = (value: number, more: Partial<Figure> = {}): Figure => ({
  quantity: `${value}亿元`,
  value,
  unit: '亿元',
  ...more,
})

/** A rate in %. */
export const percent = (value: number, more: Partial<Figure> = {}): Figure => ({
  quantity: `${Math.abs(value)}%`,
  value,
  unit: '%',
  ...more,
})

/** A count of things. */
export const count = (value: number, unit = '个', more: Partial<Figure> = {}): Figure => ({
  quantity: `${value}${unit}`,
  value,
  unit,
  ...more,
})
