import { message } from '#shared/model/identity'
import { makeDictionary } from '#shared/statements/dictionary'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { InsideRule, Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import { borneOut, printed, quotient, through } from './interval'
import { isChange, thingOf } from './names'
import { amount, arithmetic, candidate, step, termOf } from './reckon'
import { baseOf, isPlain, isResult } from './select'

const DICTIONARY = makeDictionary([])

/** What a share is of: 民生支出占一般公共预算支出的比重 → 民生支出 and 一般公共预算支出. */
function namesOf({ indicator }: MaterialStatement): { part: string; whole: string } | null {
  const [part = '', whole = '', ...more] = indicator.split('占')
  const bare = whole.replace(/^(?:全市|全区|全县|全州|同期|当年|本级)+|的?(?:比重|比例|份额|比)$/gu, '')
  return part === '' || bare === '' || more.length > 0 ? null : { part, whole: bare }
}

/** Whether a level is the one that a name means. */
const isCalled = (level: MaterialStatement, name: string): boolean => {
  if (level.indicator === name) return name.length >= LONG_ENOUGH
  const canonical = DICTIONARY.match(name, level.unit)
  return canonical !== '' && thingOf(level) === thingOf({ canonical, indicator: name })
}

/** A name of fewer characters (投资, 村庄) is that of too many things. */
const LONG_ENOUGH = 4

/** Levels that can be held against each other in a share: results of one year, whole, without a subset. */
const isWhole = (text: string, one: MaterialStatement, share: MaterialStatement): boolean =>
  one.kind === 'level' &&
  isPlain(one) &&
  one.role === share.role &&
  one.year === share.year &&
  one.period === share.period &&
  one.subset === '' &&
  !['added', 'net', 'planned_total'].includes(one.measure) &&
  !isChange(text, one)

/** The part: the last level before the share in its own sentence. */
const partOf = (material: ReportMaterial, share: MaterialStatement, name: string): MaterialStatement | null =>
  material.statements
    .filter(
      (one) =>
        isWhole(material.text, one, share) && one.start < share.start && one.sentence.start === share.sentence.start,
    )
    .findLast((one) => isCalled(one, name)) ?? null

function verdictOf(
  material: ReportMaterial,
  { part, whole, share }: Record<'part' | 'whole' | 'share', MaterialStatement>,
): Verdict[] {
  const times = quotient(printed(part), printed(whole))
  if (!times) return []
  const expected = through(times, (value) => value * 100)
  const found = printed(share)
  const figures = [part, whole, share].map((statement) => figureOf(material, statement))
  const terms = [termOf(figures, 0), termOf(figures, 1, { sign: '÷', unit: part.unit })]
  const check = {
    place: material.report.place,
    years: yearsOf(figures),
    figures,
    arithmetic: arithmetic([step('share', terms, expected.value, '%')], 2, '%', expected, found),
  }
  if (borneOut(expected, found)) return [{ ...check, held: true, candidates: [] }]
  const params = {
    label: share.indicator,
    expected: amount(expected.value, '%', share.value),
    found: share.quantity,
  }
  return [
    {
      ...check,
      held: false,
      severity: 'check',
      message: message('audit.rule.share.found', params),
      candidates: ['definition', 'subset', 'estimate'].map(candidate),
      breaks: [],
    },
  ]
}

/** 占比: a share against the part before it and the whole, which must be the only figure of its name. */
export const shareRule: InsideRule = (material) =>
  material.statements.flatMap((share) => {
    const names = share.kind === 'ratio' && isResult(share) ? namesOf(share) : null
    const part = names && partOf(material, share, names.part)
    if (!names || !part) return []
    const wholes = material.statements.filter(
      (one) =>
        isWhole(material.text, one, share) &&
        baseOf(one) === baseOf(part) &&
        printed(one).low > printed(part).high &&
        isCalled(one, names.whole),
    )
    const holding = wholes.find((whole) => verdictOf(material, { part, whole, share })[0]?.held)
    if (holding) return verdictOf(material, { part, whole: holding, share })
    // Where a report gives several wholes of the name, it is not told which one is meant.
    const [whole, ...others] = wholes
    return whole && others.every(({ value, unit }) => value === whole.value && unit === whole.unit)
      ? verdictOf(material, { part, whole, share })
      : []
  })
