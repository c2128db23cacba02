import { message } from '#shared/model/identity'
import type { MatterOf } from '#shared/model/matter'
import { parseNumeral } from '#shared/text/numerals'
import type { ReportMaterial } from '../material'
import type { AuditFigure, InsideRule, Verdict } from './audit-types'
import { figureOf, spanIn, yearsOf } from './figures'
import { exactly, meet } from './interval'
import { markedItems } from './marks'
import { arithmetic, candidate, constant, step } from './reckon'

/** Numerals of a heading: 十大, 35件, 12项. */
const NUMERAL = /\d+|[一二两三四五六七八九十百]+/gu

/** The stated number as a figure: the numeral of the heading that says it. */
function statedFigure(material: ReportMaterial, list: MatterOf<'list'>, stated: number): AuditFigure | null {
  const heading = material.text.slice(list.start, list.end)
  for (const { 0: quantity, index } of heading.matchAll(NUMERAL)) {
    if (parseNumeral(quantity) !== stated) continue
    const start = list.start + index
    const statement = material.statements.find((one) => one.start === start)
    if (statement) return figureOf(material, statement, list.heading)
    return {
      quantity,
      label: list.heading,
      value: stated,
      unit: '',
      kind: 'level',
      year: list.year,
      reportYear: material.report.year,
      statement: '',
      span: spanIn(material, start, start + quantity.length),
      sentence: spanIn(material, list.sentence.start, list.sentence.end),
    }
  }
  return null
}

/** Items may run on behind where the engine saw the list end. */
const BEHIND = 2_000

/** Ways in which a list is found that leave no doubt that the number is that of its items. */
const SURE = /^list-(?:pointed|behind|titled|stated|lines)\b/u

/**
 * The items by their marks: the engine's number where nothing is marked or the marks agree with the heading; null where
 * marks and engine tell different things, so that nobody can be asked why the heading does.
 */
function itemsOf({ text }: ReportMaterial, list: MatterOf<'list'>, stated: number): number | null {
  if (list.items === stated) return stated
  const marked = markedItems(text.slice(list.end, list.until + BEHIND))
  if (marked >= stated) return stated
  return marked === list.items && SURE.test(list.rule) ? marked : null
}

/** 清单件数: the items of a list of promises against the number in its heading. */
export const countRule: InsideRule = (material) =>
  material.matters.flatMap(({ content }): Verdict[] => {
    if (content.type !== 'list' || content.stated === null || content.items === 0) return []
    const figure = statedFigure(material, content, content.stated)
    const items = itemsOf(material, content, content.stated)
    if (!figure || items === null) return []
    const [expected, found] = [exactly(items), exactly(content.stated)]
    const figures = [figure]
    const { unit } = figure
    const check = {
      place: material.report.place,
      years: yearsOf(figures),
      figures,
      arithmetic: arithmetic([step('items', [constant('+', items, unit)], items, unit)], 0, unit, expected, found),
    }
    if (meet(expected, found)) return [{ ...check, held: true, candidates: [] }]
    return [
      {
        ...check,
        held: false,
        severity: 'check',
        message: message('audit.rule.count.found', {
          label: content.heading,
          expected: items,
          found: figure.quantity,
        }),
        candidates: ['misread', 'openList'].map(candidate),
        breaks: [],
      },
    ]
  })
